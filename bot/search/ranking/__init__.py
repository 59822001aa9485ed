"""From a query and a snapshot to ranked hits: plan, posting lists, top-k, re-ranking, facets."""
