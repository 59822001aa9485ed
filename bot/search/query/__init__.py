"""The query language: parser, syntax tree, dates in words, and matching one article."""
