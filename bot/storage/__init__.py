"""Implements the other packages' store ports with SQLAlchemy; rows never leave this package."""

from bot.lean_imports import import_lean

import_lean("sqlalchemy.ext.asyncio")
