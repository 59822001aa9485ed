"""What an article is, how one is read from a file or a page, and whose words it carries."""
