"""Alerts: saved queries, and matching new articles against them."""
