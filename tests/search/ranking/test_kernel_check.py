"""The comparison with NumPy notices what is wrong with a compiled search."""

from pathlib import Path

import pytest

from bot.search.kernel import library
from bot.search.kernel.kernel import Kernel
from bot.search.kernel.library import build_library
from bot.search.ranking.kernel_check import agrees_with_numpy


def test_kernel_agrees(kernel: Kernel) -> None:
    assert agrees_with_numpy(kernel)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("return found;", "return -1;", id="leaves everything to NumPy"),
        pytest.param("&& !s->asked->eligible[doc]", "&& 0", id="returns deleted articles"),
        pytest.param("seg->exact_counts, seg->doc_base,", "seg->exact_counts, 0,", id="ignores segments"),
        pytest.param("memset(sums, 0,", "if (!window) memset(sums, 0,", id="mixes windows"),
        pytest.param("return r->exact_counts[low];", "return 1.0;", id="ignores stored occurrences"),
        pytest.param("(uint32_t)l->max_impact;", "(uint32_t)l->max_impact / 2;", id="trims computed lists"),
        pytest.param(
            "weight * (count * q->saturated /", "weight * count * q->saturated / (", id="rounds otherwise"
        ),
    ],
)
def test_wrong_kernel_does_not_agree(
    kernel: Kernel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, right: str, wrong: str
) -> None:
    source = library._SOURCE.read_text()
    assert source.count(right) == 1
    monkeypatch.setattr(library, "_SOURCE", tmp_path / "top_k.c")
    library._SOURCE.write_text(source.replace(right, wrong))
    assert not agrees_with_numpy(Kernel(build_library(tmp_path)))
