"""Backup and restore; SQLite and PostgreSQL have a module each."""
