"""News feeds: which there are, when each is polled, what becomes of its answers."""
