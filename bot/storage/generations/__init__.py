"""Generations of the corpus: staging, switching, cleaning up after a reload."""
