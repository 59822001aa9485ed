"""The compiled form of the search for the best articles: optional, and equal to NumPy's to the last bit."""
