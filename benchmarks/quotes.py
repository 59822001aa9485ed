"""Who says what: texts in, attributions out.

python -m benchmarks.quotes IN.jsonl --out PRED.jsonl [--json FILE]

IN has lines {"id", "text"}, and "language" unless it is English. PRED gets {"id", "attributions": [{"source",
"cue", "source_span", "content_span", "content_parts"}]}.
"""

import argparse
import json
import platform
import time
from pathlib import Path
from typing import Any

from bot.corpus.analysis.sentences import split_sentences
from bot.summaries.attribution.attribution import Attribution
from bot.summaries.attribution.finder import find_attributions


def main() -> None:
    """Write the attributions; print how many sentences have a speaker, and the cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.input.read_text(encoding="utf-8").splitlines()]
    languages = [str(row.get("language", "en")) for row in rows]
    split = [split_sentences(row["text"], code) for row, code in zip(rows, languages, strict=True)]
    find_attributions(rows[0]["text"], split[0], languages[0])
    started = time.process_time()
    by_text = [
        find_attributions(row["text"], spans, code)
        for row, spans, code in zip(rows, split, languages, strict=True)
    ]
    seconds = time.process_time() - started
    with arguments.out.open("w", encoding="utf-8") as out:
        for row, attributions in zip(rows, by_text, strict=True):
            prediction = {"id": row["id"], "attributions": [_json(row["text"], a) for a in attributions]}
            out.write(json.dumps(prediction) + "\n")
    credited = sum(
        any(part.start < s.end and s.start < part.end for a in attributions for part in a.quoted_content)
        for attributions, spans in zip(by_text, split, strict=True)
        for s in spans
    )
    figures = {
        "texts": len(rows),
        "sentences": sum(map(len, split)),
        "attributions": sum(map(len, by_text)),
        "sentences_with_speaker": credited,
        "ms_a_text": 1e3 * seconds / len(rows),
    }
    for name, value in figures.items():
        print(f"{name:<24}{value:,.2f}" if isinstance(value, float) else f"{name:<24}{value:,}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"machine": platform.platform(), "rows": [figures]}))


def _json(text: str, attribution: Attribution) -> dict[str, Any]:
    source, whole, cue = attribution.source, attribution.whole, attribution.cue
    return {
        "source": text[source.start : source.end],
        "cue": text[cue.start : cue.end] if cue else "",
        "source_span": [source.start, source.end],
        "content_span": [whole.start, whole.end],
        "content_parts": [[part.start, part.end] for part in attribution.quoted_content],
    }


if __name__ == "__main__":
    main()
