"""Who says what: reporting verbs, quotations, and their speakers."""
