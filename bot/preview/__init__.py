"""A miniature Telegram on loopback: the Bot API over HTTP, and a chat page in the browser."""
