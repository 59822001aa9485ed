"""The miniature Telegram: chats, messages, updates, and the limits Telegram enforces."""
