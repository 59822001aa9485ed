"""For operators: the audit log and readers' reports of wrong sources."""
