"""What was published when: as values, and drawn as PNG pictures."""
