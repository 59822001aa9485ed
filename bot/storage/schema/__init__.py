"""The tables, as SQLAlchemy Core sees them; `bot/storage/migrations` creates them."""
