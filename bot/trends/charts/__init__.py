"""Trends and timelines drawn as PNG."""
