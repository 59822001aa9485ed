"""Stories: articles about one event, and how many independent origins report it."""
