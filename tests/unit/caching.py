"""How the unit tests look at the store: ask it, age or forge what it stamped, and see what a process reads."""

import json
import os
from pathlib import Path
from typing import Any

from careercli.catalog import index_cache
from careercli.catalog.reader import CatalogReader
from tests.unit.reading import python

STAMPS = "stamps.json"
_WATCHED = """if True:
    import json, sys
    opened = []
    sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
    from careercli.catalog import index_cache
    titles = index_cache.query(sys.argv[1:], lambda reader: [summary.title for summary in reader.role_summaries()])
    print(json.dumps([titles, sorted({name for name in opened if name.endswith(".yaml")}), "yaml" in sys.modules]))
"""


def everything(reader: CatalogReader) -> tuple[object, ...]:
    """Read every table of the index."""
    summaries = reader.role_summaries()
    roles = [summary.id for summary in summaries]
    return (
        summaries,
        reader.roles(roles),
        reader.name_keys(),
        reader.families(),
        reader.all_skills(),
        reader.sources(("bakers-census", "bread-outlook", "oven-survey", "editors")),
        reader.places(("US", "NA")),
        reader.occupations(("51-3011",)),
        [reader.moves_into(role) for role in roles],
        reader.spellings(),
        reader.search("baking OR bread", 9),
    )


def ask(*layers: Path) -> tuple[object, ...]:
    """Return everything that the layers say."""
    return index_cache.query([str(layer) for layer in layers], everything)


def titles(*layers: Path | str) -> list[str]:
    """Return the titles of the layers' roles."""
    return index_cache.query(
        [str(layer) for layer in layers], lambda reader: [summary.title for summary in reader.role_summaries()]
    )


def watched(*layers: Path) -> tuple[list[str], list[str], bool]:
    """Ask for the titles in a new process; return them, the YAML files it opened, and whether it imported yaml."""
    done = python(_WATCHED, *map(str, layers))
    assert done.returncode == 0, done.stderr.decode()
    found: tuple[list[str], list[str], bool] = tuple(json.loads(done.stdout))
    return found


def indexes(cache: Path) -> list[Path]:
    """Return the index files in the cache."""
    return sorted(cache.glob("*.sqlite"))


def read_stamps(cache: Path) -> Any:
    """Return what the cache believes."""
    return json.loads((cache / STAMPS).read_text("utf-8"))


def write_stamps(cache: Path, stamps: object) -> None:
    """Make the cache believe something else."""
    (cache / STAMPS).write_text(json.dumps(stamps), "utf-8")


def stat_of(path: Path) -> list[int]:
    """Return what the store stamps of a file."""
    status = path.stat()
    return [status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns]


def age(cache: Path, seconds: int = 60) -> None:
    """Make the stamps as old as if the layers had been read that much later than they were written."""
    stamps = read_stamps(cache)
    for stamp in stamps["layers"].values():
        stamp["read_ns"] += seconds * 10**9
    write_stamps(cache, stamps)


def believe(cache: Path) -> None:
    """Make the cache believe its index files as they are now, as after a fault of the disk."""
    stamps = read_stamps(cache)
    stamps["indexes"] = {path.name: stat_of(path) for path in indexes(cache)}
    write_stamps(cache, stamps)


def edit(path: Path, old: str, new: str) -> None:
    """Change the file in place; it keeps its inode."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def touch(path: Path) -> None:
    """Give the file another time and the same content."""
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 10**9))
