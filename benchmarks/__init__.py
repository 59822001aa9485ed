"""Speed against peers, quality on evaluation sets; each prints a table and takes --json FILE."""
