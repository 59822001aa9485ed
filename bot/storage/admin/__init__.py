"""The audit log, reports, and consistency checks."""
