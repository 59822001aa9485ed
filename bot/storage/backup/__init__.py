"""Backup and restore, one module per database."""
