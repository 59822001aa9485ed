"""What was published when, as values and as charts."""
