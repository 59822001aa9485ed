"""What asking is made of: what may be found, entries and their pages, pasted text, why nothing was found."""
