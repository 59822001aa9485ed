"""The article path, whole."""
