"""What is new in a story: its facts, and those that were not there before."""
