"""Query + index -> ranked hits."""
