"""URL -> bytes: fetching that respects robots.txt, rate limits per host, and size limits."""
