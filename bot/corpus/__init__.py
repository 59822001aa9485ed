"""Articles: the model, reading them from files and the web, and analysing them."""
