"""Views behind buttons, prompts, and erasing a person's data."""
