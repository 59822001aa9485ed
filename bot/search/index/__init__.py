"""The inverted index: segments, posting lists, term dictionary, files."""
