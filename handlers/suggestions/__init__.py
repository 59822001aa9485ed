"""/suggest: feeds that users suggest, and /suggestions, where operators decide."""
