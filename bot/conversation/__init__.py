"""What a chat remembers: the view behind a button, and which answer belongs to which question."""
