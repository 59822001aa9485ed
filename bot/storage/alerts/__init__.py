"""Alerts, matches, the outbox, and the chats they belong to."""
