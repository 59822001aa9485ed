"""Address -> bytes: fetching that respects robots.txt, per-host rates, and size limits."""
