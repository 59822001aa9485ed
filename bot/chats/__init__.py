"""What chats chose, who may use the bot, and the state behind buttons."""
