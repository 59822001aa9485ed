"""Where the sentences of texts end.

    python -m benchmarks.sentences IN.jsonl --out PRED.jsonl

IN has lines {"id", "language", "text"}; PRED gets {"id", "ends"}: the offsets just behind each sentence.
A line's language is given, not identified.
"""

import argparse
import json
from pathlib import Path

from bot.corpus.analysis.sentences import split_sentences


def main() -> None:
    """Split each text, write the ends, and print how many there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.input.read_text(encoding="utf-8").splitlines()]
    ends = [[span.end for span in split_sentences(row["text"], row["language"])] for row in rows]
    with arguments.out.open("w", encoding="utf-8") as out:
        for row, found in zip(rows, ends, strict=True):
            out.write(json.dumps({"id": row["id"], "ends": found}) + "\n")
    print(f"{sum(map(len, ends))} sentences in {len(rows)} texts")


if __name__ == "__main__":
    main()
