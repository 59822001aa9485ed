"""One file per migration, each with its downgrade."""
