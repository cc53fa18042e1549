"""What the user typed -> a role, or a level of one. A near tie is a question with the candidates, never a guess.

`NAME:` before it asks one catalog, by its `name`: then only roles count that this catalog says something of, and a name
that none of them has may be that of a level.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from careercli.catalog.reader import Library
from careercli.errors import NotFound
from careercli.matching import name_key, readable
from careercli.model import Level, Role
from careercli.nearest import did_you_mean, nearest

SURE = 88.0
"""The score from which a misspelt name may stand for a role ..."""
APART = 6.0
"""... if the next role is this many points away."""
LONGEST = 200
"""Characters of a name that are looked at; no role is called anything longer."""
SHOWN = 6
"""Candidates that a question names."""
_IN_CATALOG = re.compile(r"\s*([a-z0-9]+(?:-[a-z0-9]+)*):(?=\S)", re.IGNORECASE)


class Found(NamedTuple):
    """The role, and the level if one was named, that the text stands for."""

    role: str
    level: str | None

    @property
    def name(self) -> str:
        """Say it as `role` or `role@level`."""
        return f"{self.role}@{self.level}" if self.level else self.role


def resolve(library: Library, text: str) -> Found:
    """Return the place that `ROLE` or `ROLE@LEVEL` names by id, title or alias, exactly or nearly.

    Raises NotFound with the nearest names when nothing or more than one role answers to it.
    """
    text = readable(text)
    catalog = _catalog_in(library, text)
    name = text.partition(":")[2] if catalog else text
    role_text, _, level_text = name.partition("@")
    if catalog is None:
        role_id = _resolve_role(library, role_text)
    else:
        found = _resolve_in(library, catalog, role_text, levels=not level_text.strip())
        if found.level is not None:
            return found
        role_id = found.role
    if not level_text.strip():
        return Found(role_id, None)
    return Found(role_id, _resolve_level(role_id, library.role(role_id), level_text).id)


def _catalog_in(library: Library, text: str) -> str | None:
    """Return the catalog that a name begins with; raise NotFound for one that is not in use."""
    prefix = _IN_CATALOG.match(text)
    if prefix is None:
        return None
    known = list(dict.fromkeys(name for name in library.layer_names() if name is not None))
    name = prefix[1].casefold()
    if name in known:
        return name
    if library.named(name_key(text[:LONGEST].partition("@")[0])):
        return None  # a role with a colon in its name
    names = f"; the catalogs in use: {_listed(known)}" if known else ""
    raise NotFound(
        f"no catalog is called '{_short(prefix[1])}'{did_you_mean(name, known)}{names}",
        hint="Name one with --catalog FILE, or put it on the list: careercli catalog layers add FILE",
    )


def _resolve_role(library: Library, text: str) -> str:
    key = name_key(text[:LONGEST])
    role = _bearer(library, text, None)
    if role is not None:
        return role
    sure, near = _nearly(key, library.name_keys(), lambda name: (row.role for row in library.named(name)))
    if sure is not None:
        return sure
    if not near:
        raise NotFound(f"no role is called '{_short(text)}'", hint="See all roles with: careercli list")
    raise NotFound(
        f"no role is called '{_short(text)}'; did you mean {_listed(near[:SHOWN], last=' or ')}?",
        hint=f"Search titles, skills and duties with: careercli search '{_short(text)}'",
    )


def _resolve_in(library: Library, catalog: str, text: str, *, levels: bool) -> Found:
    """Return the role that a catalog speaks of, or with `levels` the one level of such a role, that bears a name."""
    ids = library.roles_of(catalog)
    role = _bearer(library, text, ids)
    if role is not None:
        return Found(role, None)
    bearers: dict[str, list[str]] = {}
    for role_id, said in library.roles(ids).items():
        for name in (role_id, said.title, *said.aliases):
            bearers.setdefault(name_key(name), []).append(role_id)
        for level in said.levels if levels else ():
            for name in (level.id, level.title):
                bearers.setdefault(name_key(name), []).append(f"{role_id}@{level.id}")
    key = name_key(text[:LONGEST])
    exact = list(dict.fromkeys(bearers.get(key, ())))
    if len(exact) > 1:
        names = _listed(exact[:SHOWN]) + _more(exact)
        raise NotFound(f"'{_short(text)}' is the name of more than one level of {catalog}: {names}", hint="Use one.")
    sure, near = (exact[0], []) if exact else _nearly(key, bearers, lambda name: bearers[name])
    if sure is not None:
        role_id, _, level_id = sure.partition("@")
        return Found(role_id, level_id or None)
    what = "role or level" if levels else "role"
    guess = f"; did you mean {_listed(near[:SHOWN], last=' or ')}?" if near else ""
    raise NotFound(
        f"{catalog} has no {what} called '{_short(text)}'{guess}",
        hint=f"Ask all catalogs: leave out '{catalog}:'.",
    )


def _bearer(library: Library, text: str, among: Collection[str] | None) -> str | None:
    """Return the role that bears the name, None if there is none; raise NotFound if there is more than one."""
    named = library.named(name_key(text[:LONGEST]))
    if among is not None:
        named = [row for row in named if row.role in among]
    # A name that a role bears itself comes before a title that official lists file under it.
    best_rank = max(2, min((row.rank for row in named), default=2))
    roles = list(dict.fromkeys(row.role for row in named if row.rank <= best_rank))
    if len(roles) > 1:
        names = _listed(roles[:SHOWN]) + _more(roles)
        raise NotFound(f"'{_short(text)}' is the name of more than one role: {names}", hint="Use one of these ids.")
    return roles[0] if roles else None


def _nearly(key: str, keys: Iterable[str], bearers: Callable[[str], Iterable[str]]) -> tuple[str | None, list[str]]:
    """Return who bears nearly this name, None where that is in doubt, and all candidates, best first."""
    keys = list(keys)
    strict = dict(nearest(key, keys, limit=12, cutoff=60))
    scores = strict or dict(nearest(key, keys, limit=12, cutoff=60, loose=True))
    best: dict[str, float] = {}
    for name, score in scores.items():
        for bearer in bearers(name):
            best[bearer] = max(best.get(bearer, 0), score)
    ranked = sorted(best, key=lambda bearer: -best[bearer])
    runner_up = best[ranked[1]] if len(ranked) > 1 else 0.0
    sure = bool(strict) and best[ranked[0]] >= SURE and best[ranked[0]] - runner_up >= APART
    return (ranked[0] if sure else None), ranked


def _resolve_level(role_id: str, role: Role, text: str) -> Level:
    key = name_key(text)
    for level in role.levels:
        if key in (name_key(level.id), name_key(level.title)):
            return level
    if not role.levels:
        raise NotFound(f"{role_id} has no levels", hint=f"Ask for the role: careercli show {role_id}")
    by_key = {name_key(name): level for level in role.levels for name in (level.title, level.id)}
    near = nearest(key, by_key, limit=2)
    if near and near[0][1] >= SURE and (len(near) == 1 or by_key[near[0][0]] is by_key[near[1][0]]):
        return by_key[near[0][0]]
    names = _listed([f"{role_id}@{level.id}" for level in role.levels])
    raise NotFound(f"{role_id} has no level '{text}'; its levels: {names}")


def _listed(names: Sequence[str], *, last: str = ", ") -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + last + names[-1]


def _more(names: Sequence[str]) -> str:
    return f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:60]}..."
