"""Hits -> answers: verbatim sentences, who says each one, and where the article says so."""
