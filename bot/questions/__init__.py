"""Questions: text in, answer out. Phrasing, pasted text, preferences, grouping by story, empty results."""
