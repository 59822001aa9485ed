"""The question path: text in, answer out. Phrasing, grouping by story, pasted text, empty results."""
