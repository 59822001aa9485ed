"""Telegram in, Telegram out: one file per command, one list of routes, one place that escapes."""
