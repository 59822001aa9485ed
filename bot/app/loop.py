"""The event loop, kept free for whoever asks while much is done beside it."""

import gc
import sys

TURN_S = 0.001
"""How long a thread computes before another gets its turn.

At Python's own .005 the event loop waits so long for each thread that reads, analyses or indexes: on a busy
machine up to 150 ms for two of them, 40 ms at this.
"""


def keep_loop_free() -> None:
    """Let threads take shorter turns, and leave what was made so far out of later garbage collections.

    A full collection looks at every object and stops all threads for it: a tenth of a second, again and again
    while articles come in, for modules, tables and the open house, which stay until the program ends.
    """
    sys.setswitchinterval(TURN_S)
    gc.collect()
    gc.freeze()
    gc.collect()  # or the next full one would wait for a quarter as much garbage as is kept here, 25 MB
