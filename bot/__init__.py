"""newsbot: look up news in Telegram, and see whose words they are."""

__version__ = "0.1.0"
