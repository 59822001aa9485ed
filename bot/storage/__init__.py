"""SQLAlchemy behind the ports of the other packages; rows never leave this package."""
