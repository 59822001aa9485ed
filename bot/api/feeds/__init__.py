"""A question as a feed: Atom, RSS and JSON Feed, with conditional requests."""
