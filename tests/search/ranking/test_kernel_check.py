"""The comparison with NumPy notices what is wrong with a compiled search."""

from pathlib import Path

import pytest

from bot.search.kernel import library
from bot.search.kernel.kernel import Kernel
from bot.search.kernel.library import build_library
from bot.search.ranking.kernel_check import agrees_with_numpy


def test_kernel_agrees(kernel: Kernel) -> None:
    assert agrees_with_numpy(kernel)


SABOTAGES = [
    ("top_k.c", "return found;", "return -1;", "leaves everything to NumPy"),
    ("top_k.c", "&& !s->asked->eligible[doc]", "&& 0", "returns deleted articles"),
    ("top_k.c", "seg->exact_counts, seg->doc_base,", "seg->exact_counts, 0,", "ignores segments"),
    ("top_k.c", "memset(sums, 0,", "if (!window) memset(sums, 0,", "mixes windows"),
    ("top_k.c", "return r->exact_counts[exact];", "return 1.0;", "ignores stored occurrences"),
    ("top_k.c", "(uint32_t)l->max_impact;", "(uint32_t)l->max_impact / 2;", "trims computed lists"),
    (
        *("top_k.c", "weight * (count * q->saturated /", "weight * count * q->saturated / ("),
        "rounds otherwise",
    ),
    ("top_k.c", "* q->low / q->high", "", "ignores that mean lengths differ"),
    ("top_k.c", "- s->slack)", ")", "ignores how far sums may be off"),
    ("top_k.c", "return by_doc(a, b);", "return by_doc(b, a);", "orders equal scores otherwise"),
    ("top_k.c", "? -1 : 1;", "? 1 : -1;", "returns the worst first"),
    ("top_k.c", "if (s->heap_size == s->limit)", "if (1)", "stops too early"),
    ("top_k.c", "rest -= s->by_bound[i]->bound;", "rest = 0;", "forgets optional lists"),
    ("top_k.c", "sums[near[i]] += reader->factor *", "sums[near[i]] +=", "forgets weights of optional lists"),
    ("top_k.c", "at = docs[at + half] < doc ? at + half : at;", "", "looks up wrongly"),
    (
        "index.h",
        "return low < size && postings[low] == posting ? low : -1;",
        "return -1;",
        "finds no exact ones",
    ),
    ("index.h", "*begin = first;", "*begin = first + 1;", "skips a posting"),
    ("lists.c", "of_segment[docs[i]] = 1;", "of_segment[i] = 1;", "marks others"),
    ("lists.c", "marked + seg->doc_base", "marked", "marks the first segment only"),
    ("lists.c", "counts[doc] += count;", "counts[doc] = count;", "forgets a prefix's other terms"),
    ("lists.c", "impact += impact < steps;", "", "rounds impacts down"),
    ("lists.c", "if (impact < list->least_exact)", "if (0)", "doesn't say which impacts are exact"),
    ("lists.c", "counts[number] += run;\n            number", "number", "drops runs"),
    ("lists.c", "number < size)\n        counts", "number < 0)\n        counts", "drops the last run"),
    ("texts.c", "tokens[i + 1]] >> GROUP_BITS", "tokens[i + 1]]", "takes pairs for others"),
    ("texts.c", "(int32_t)(i - 1)", "(int32_t)(i + 1)", "misplaces pairs"),
    ("texts.c", "counts[found - 1]++;", "", "counts terms once"),
    ("texts.c", "row_bits + bits_of(highest)", "row_bits + DIGIT - 4", "sorts by some bits"),
    ("texts.c", "weights[i] * weights[end]", "weights[i]", "forgets weights"),
    ("texts.c", "products[column * texts + row] =", "products[row * texts + column] =", "fills half"),
]


@pytest.mark.parametrize(("file", "right", "wrong"), [pytest.param(*row[:3], id=row[3]) for row in SABOTAGES])
def test_wrong_kernel_does_not_agree(
    kernel: Kernel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, right: str, wrong: str
) -> None:
    sources = {path.name: path.read_text() for path in library._SOURCES}
    assert sources[file].count(right) == 1
    sources[file] = sources[file].replace(right, wrong)
    for name, text in sources.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(library, "_SOURCES", tuple(tmp_path / name for name in sources))
    assert not agrees_with_numpy(Kernel(build_library(tmp_path / "built")))
