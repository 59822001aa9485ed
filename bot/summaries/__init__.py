"""Hits to answers: verbatim sentences, who says each of them, and where it stands."""
