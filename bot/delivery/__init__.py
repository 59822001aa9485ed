"""The delivery path: matches in, Telegram messages out. Outbox, rate limits, schedules, retries."""
