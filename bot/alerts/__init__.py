"""Saved queries, the articles they match, and the outbox of messages promised to people."""
