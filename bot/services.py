"""Services: the one typed object handlers see."""
