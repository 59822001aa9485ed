"""Implements the other packages' store ports with SQLAlchemy; rows never leave this package."""
