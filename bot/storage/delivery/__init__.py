"""Matches, the outbox, and changes to stories with messages."""
