"""Merges the texts of segments: term numbers, and where sentences start."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from bot.search.index.live_docs import LiveSegment
from bot.search.index.packed_bits import WIDTHS, Packer
from bot.search.index.patched_numbers import Uint32s, best_width, large_numbers, low_bits, width_counts
from bot.search.index.sinks import Sink

_NONE = np.zeros(0, np.uint32)


class TextMerger:
    """Writes the live articles' texts of some segments, chunk by chunk.

    Args:
        parts: In the order of their articles.
        high_bits: Width of a number in the merged `high_tokens`.
    """

    def __init__(self, parts: Sequence[LiveSegment], high_bits: int) -> None:
        self._parts = parts
        self._high_bits = high_bits

    @cached_property
    def start_bits(self) -> int:
        """Width of a number in the merged `start_steps`."""
        counts = np.zeros(len(WIDTHS) + 1, np.int64)
        for part in self._parts:
            for steps in part.start_steps():
                counts += width_counts(steps)
        return best_width(counts)

    def write_tokens(self, sink: Sink) -> Iterator[None]:
        """Write `low_tokens` and `high_tokens`; yields after every chunk."""
        packer, index, packed = Packer(self._high_bits), 0, 0
        for part in self._parts:
            for tokens in part.tokens():
                sink.put("low_tokens", index, tokens.astype(np.uint16))
                high_tokens = packer.add(tokens >> 16)
                sink.put("high_tokens", packed, high_tokens)
                index, packed = index + len(tokens), packed + len(high_tokens)
                yield
        sink.put("high_tokens", packed, packer.finish())

    def write_starts(self, sink: Sink) -> Iterator[None]:
        """Write `start_steps`, `far_starts` and `far_steps`; yields after every chunk."""
        width = self.start_bits
        packer, index, packed = Packer(width), 0, 0
        far_starts: list[Uint32s] = [_NONE]
        far_steps: list[Uint32s] = [_NONE]
        for part in self._parts:
            for steps in part.start_steps():
                places, far = large_numbers(steps, width)
                far_starts.append(places + np.uint32(index))
                far_steps.append(far)
                packed_steps = packer.add(low_bits(steps, width))
                sink.put("start_steps", packed, packed_steps)
                index, packed = index + len(steps), packed + len(packed_steps)
                yield
        sink.put("start_steps", packed, packer.finish())
        sink.append("far_starts", np.concatenate(far_starts))
        sink.append("far_steps", np.concatenate(far_steps))
