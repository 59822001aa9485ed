"""Composition root: the only place that picks classes, reads settings and owns open resources."""
