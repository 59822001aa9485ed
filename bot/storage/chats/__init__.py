"""What is stored about chats: delivery state, settings, prompts, views behind buttons; and its erasure."""
