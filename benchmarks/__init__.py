"""Speed against peers, quality on evaluation sets; each prints a table and takes --json FILE."""

import bot as _bot  # noqa: F401  before NumPy: as many threads for matrices as the program itself has
