"""Whether a newer release of the same publication is on the list already, over which an older one would lie."""

import re
import shlex

import msgspec

from careercli.catalog.registered_layers import registered_layers
from careercli.model import Catalog, Source

_NUMBER = re.compile(r"\d+")
_HISTORY = "bls-oews-"
"""Years of this publication stand beside each other, whichever is imported first."""


class _Head(msgspec.Struct):
    """What is read of a layer: its sources."""

    sources: dict[str, Source] = {}


def newer_release(new: Catalog, path: str) -> list[str]:
    """Return a sentence for each layer on the list but `path` that has a newer release of a source of `new`."""
    notes = []
    for other in registered_layers():
        if other == path or not other.endswith(".json"):
            continue
        for key, source in _sources(other).items():
            older = [one for one in new.sources if _is_older(one, key)]
            if older:
                what = f"{new.sources[older[0]].title} ({new.sources[older[0]].period or older[0]})"
                notes.append(
                    f"{what} is older than {source.title} ({source.period or key}), which is already on your list. "
                    f"Take the older one off with: careercli catalog layers remove {shlex.quote(path)}"
                )
    return list(dict.fromkeys(notes))


def _sources(path: str) -> dict[str, Source]:
    try:
        with open(path, "rb") as stream:
            return msgspec.json.decode(stream.read(), type=_Head).sources
    except (OSError, ValueError, msgspec.MsgspecError):
        return {}


def _is_older(new: str, other: str) -> bool:
    """Say whether two ids name releases of one publication, and the first the older one: onet-29-2, onet-29-3."""
    if new.startswith(_HISTORY) or _NUMBER.sub("0", new) != _NUMBER.sub("0", other):
        return False
    return _numbers(new) < _numbers(other)


def _numbers(key: str) -> list[int]:
    return [int(found) for found in _NUMBER.findall(key)]
