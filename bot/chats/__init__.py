"""What a chat chose, who may use the bot, and what the buttons of its messages mean."""
