"""The page of a story: plain HTML without scripts."""
