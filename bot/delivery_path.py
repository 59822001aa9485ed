"""The delivery path, whole."""
