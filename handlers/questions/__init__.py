"""Questions in messages and in inline mode, and the buttons under their answers."""
