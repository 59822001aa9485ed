"""What belongs to Telegram rather than to a feature: sending, escaping, rate limits, buttons."""
