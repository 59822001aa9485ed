"""What a reload is made of: the folder as last read, the work on its way, the checks before the switch."""
