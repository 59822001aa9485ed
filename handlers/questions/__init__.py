"""Asking: messages, inline mode, and the buttons under an answer."""
