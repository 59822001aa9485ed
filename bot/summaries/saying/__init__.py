"""Who says what: the words of saying, and the words that are somebody's."""
