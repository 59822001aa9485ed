"""What a read of articles is made of: its batches, what it remembers, what came of it, who follows it."""
