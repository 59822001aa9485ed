"""Readers: one file per format, each from bytes to raw articles."""
