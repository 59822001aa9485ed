"""Reading the corpus folder again and switching to it in one step."""
