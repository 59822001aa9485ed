"""/trends and /timeline."""
