"""Draw the pictures of the documents: answers of today's program, each whole and as a user would get it.

It writes only what has changed. With --check it writes nothing, says what is out of date and exits 1.

    python scripts/pictures.py [--check] [--to DIR]
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
WIDTH = "88"
"""Columns; a picture of more is too small to read beside text."""
PICTURES: dict[str, tuple[str, ...]] = {
    "compare": ("compare", "data-scientist", "statistician"),
    "salary": ("salary", "data-scientist", "--mine", "110k"),
    "path": ("path", "registered-nurse"),
}
"""Picture -> the command line that draws it."""


def main(arguments: Sequence[str]) -> int:
    """Draw the pictures, or check them; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a picture is out of date")
    parser.add_argument("--to", metavar="DIR", type=Path, default=FOLDER, help="where the pictures are")
    wanted = parser.parse_args(arguments)
    drawn = draw()
    old = [name for name, picture in drawn.items() if _read(wanted.to / name) != picture]
    stray = sorted({path.name for path in wanted.to.glob("*")} - set(drawn))
    if not wanted.check:
        wanted.to.mkdir(parents=True, exist_ok=True)
        for name in old:
            (wanted.to / name).write_bytes(drawn[name])
    for name in old:
        print(f"{name}: {'out of date, run scripts/pictures.py' if wanted.check else 'drawn'}")
    for name in stray:
        print(f"{name}: not a picture of scripts/pictures.py, remove it")
    return 1 if wanted.check and (old or stray) else 0


def draw() -> dict[str, bytes]:
    """Return every picture by its file name, drawn by the command line in an empty home, whatever is set outside."""
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAREERCLI_", "XDG_"))}
        environment = {**kept, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
        drawn: dict[str, bytes] = {}
        for name, arguments in PICTURES.items():
            path = Path(home, f"{name}.svg")
            command = (sys.executable, "-m", "careercli", *arguments, "--width", WIDTH, "--output", str(path))
            subprocess.run(command, env=environment, check=True)
            drawn[path.name] = path.read_bytes()
        return drawn


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
