"""Articles, their revisions and stories, and the transaction that commits a batch."""
