"""Subscribing, the list of alerts, and notifications."""
