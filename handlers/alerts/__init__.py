"""Subscribing, the list of alerts, and the messages alerts send."""
