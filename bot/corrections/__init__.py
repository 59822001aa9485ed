"""What outlets changed in their articles, and what they withdrew."""
