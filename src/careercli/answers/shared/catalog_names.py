"""Names in one catalog: `NAME:` before a role asks only the catalog of that `name`.

Then only roles count that this catalog says something of, and a name that none of them has may be that of a level.
"""

import re

from msgspec import Struct

from careercli.answers.shared.name_questions import MAX_NAME_LENGTH, ambiguous, listed, not_found, short
from careercli.catalog.reader import CatalogReader
from careercli.errors import NotFound
from careercli.matching import NameMatcher, did_you_mean, name_key
from careercli.model import RoleRef

_PREFIX = r"\s*([a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*):(?=\S)"


class Found(Struct, frozen=True):
    """A role or level, and the name that was read where another was typed."""

    ref: RoleRef
    read: str | None = None


def split_catalog(reader: CatalogReader, text: str) -> tuple[str | None, str]:
    """Return the catalog that a name begins with, None where it begins with none, and the name without it.

    Raise NotFound for a catalog that is not in use.
    """
    prefix = re.match(_PREFIX, text) if ":" in text else None
    if prefix is None:
        return None, text
    known = list(dict.fromkeys(name for name in reader.layer_names() if name is not None))
    name = prefix[1].casefold()
    if name in known:
        return name, text[prefix.end() :]
    if reader.names_matching(name_key(RoleRef.parse(text[:MAX_NAME_LENGTH]).role)):
        return None, text  # a role with a colon in its name
    names = f"; the catalogs in use: {listed(known)}" if known else ""
    raise NotFound(
        f"no catalog is called '{short(prefix[1])}'{did_you_mean(name, known)}{names}",
        hint="Name one with --catalog FILE, or put it on the list: careercli catalog layers add FILE",
    )


def find_in_catalog(reader: CatalogReader, catalog: str, text: str, *, levels: bool) -> Found:
    """Return the role that a catalog speaks of, or with `levels` the one level of such a role, that bears a name."""
    ids = reader.roles_in_catalog(catalog)
    key = name_key(text[:MAX_NAME_LENGTH])
    if text.strip() in ids:
        return Found(RoleRef(text.strip()))
    roles = reader.roles_named(key, among=ids)
    if len(roles) > 1:
        raise ambiguous(text, "role", roles)
    if roles:
        return Found(RoleRef(roles[0]))
    written, bearers = _bearers(reader, ids, levels=levels)
    exact = list(dict.fromkeys(bearers.get(key, ())))
    if len(exact) > 1:
        raise ambiguous(text, f"level of {catalog}", exact, hint="Use one.")
    if exact:
        return Found(RoleRef.parse(exact[0]))
    matcher = NameMatcher(bearers, reader.name_matcher().known)
    match = matcher.match(key, bearers.__getitem__)
    if match.sure is not None:
        return Found(RoleRef.parse(match.sure), written.get(match.name or ""))
    holding = (bearer for name in matcher.holding(key) for bearer in bearers[name])
    raise not_found(
        f"{catalog} has no {'role or level' if levels else 'role'} called '{short(text)}'",
        list(dict.fromkeys((*match.candidates, *holding))),
        hint=f"Ask all catalogs: leave out '{catalog}:'.",
    )


def _bearers(reader: CatalogReader, ids: list[str], *, levels: bool) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return how each name of the roles and levels is written, and what bears it, by key."""
    written: dict[str, str] = {}
    bearers: dict[str, list[str]] = {}
    for role_id, role in reader.roles(ids).items():
        named = [(role_id, name) for name in (role.title, role_id, *role.aliases)]
        for level in role.levels if levels else ():
            named += [(str(RoleRef(role_id, level.id)), name) for name in (level.title, level.id)]
        for bearer, name in named:
            written.setdefault(name_key(name), name)
            bearers.setdefault(name_key(name), []).append(bearer)
    return written, bearers
