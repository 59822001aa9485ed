"""The question path, whole."""
