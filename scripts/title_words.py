"""Write data/title_words.txt: the words of job titles that O*NET knows, which are no misspellings of other words.

python scripts/title_words.py ONET_DIR
"""

import csv
import sys
from pathlib import Path

from careercli.matching import MIN_WORD, name_key

TARGET = Path(__file__).parents[1] / "data" / "title_words.txt"


def main() -> int:
    """Write the file and say how many words it has."""
    if len(sys.argv) != 2:
        sys.stderr.write(f"{__doc__}")
        return 2
    folder = Path(sys.argv[1])
    words = {
        word
        for name, column in (("Alternate Titles.txt", "Alternate Title"), ("Occupation Data.txt", "Title"))
        for title in read_column(folder / name, column)
        for word in name_key(title).split()
    }
    kept = sorted(word for word in words if len(word) >= MIN_WORD and word.isalpha())
    TARGET.write_text("\n".join(kept) + "\n", "utf-8")
    print(f"{len(kept):,} words in {TARGET.name}")
    return 0


def read_column(path: Path, column: str) -> list[str]:
    """Return one column of a file of an O*NET release in text form."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [row[column] for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]


if __name__ == "__main__":
    sys.exit(main())
