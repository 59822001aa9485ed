"""The Bot API's methods; each refuses what Telegram refuses, in its words."""
