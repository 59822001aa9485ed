"""Telegram handlers: one package per feature, one list of routes, one place that escapes."""
