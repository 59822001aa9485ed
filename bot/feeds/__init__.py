"""News feeds: storing, polling and importing them."""
