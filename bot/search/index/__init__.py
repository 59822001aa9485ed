"""The inverted index: immutable segments, posting lists, term dictionary, writer, merger, files."""
