"""The Bot API's methods, with Telegram's checks and error descriptions."""
