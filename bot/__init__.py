"""newsbot: a Telegram bot that looks up news and shows who says it."""

import os

__version__ = "0.1.0"

# The matrices here are small: a second OpenBLAS thread gains nothing, and the threads wait for each other
# through whole time slices when another process keeps a core busy. NumPy reads this at its first import.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
