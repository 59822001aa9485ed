"""English attribution rules."""
