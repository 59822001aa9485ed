"""The query language: parser, syntax tree, dates, and matching one article."""
