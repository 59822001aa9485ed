"""Which alerts match an article: the percolator and its indexes."""
