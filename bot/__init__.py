"""newsbot: look up news in Telegram, and see whose words they are."""

import os

__version__ = "0.1.0"

# Our matrices are small. Two threads of OpenBLAS gain nothing on them, and wait for each other through whole
# time slices where another process keeps a core busy. NumPy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
