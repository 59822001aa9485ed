"""Articles on one event are one story; how many independent origins stand behind it."""
