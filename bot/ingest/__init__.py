"""The ingest path: raw articles in, searchable articles out."""
