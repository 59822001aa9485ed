"""The garbage collector, kept from holding up the event loop."""

import gc


def keep_what_is_here() -> None:
    """Leave everything made so far out of later collections: modules, tables, the open house.

    A full collection looks at every object and stops all threads for it: a tenth of a second, again and again
    while articles come in, for things that stay until the program ends.
    """
    gc.collect()
    gc.freeze()
