"""What the user typed -> a role, or a level of one. A near tie is a question with the candidates, never a guess."""

from collections.abc import Sequence
from typing import NamedTuple

from careercli.catalog.reader import Library
from careercli.errors import NotFound
from careercli.model import Level, Role
from careercli.names import name_key, readable
from careercli.nearest import nearest

SURE = 88.0
"""The score from which a misspelt name may stand for a role ..."""
APART = 6.0
"""... if the next role is this many points away."""
LONGEST = 200
"""Characters of a name that are looked at; no role is called anything longer."""
SHOWN = 6
"""Candidates that a question names."""


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
    role_text, _, level_text = readable(text).partition("@")
    role_id = _resolve_role(library, role_text)
    if not level_text.strip():
        return Found(role_id, None)
    role = library.role(role_id)
    return Found(role_id, _resolve_level(role_id, role, level_text).id)


def _resolve_role(library: Library, text: str) -> str:
    key = name_key(text[:LONGEST])
    text = text if len(text) <= LONGEST else f"{text[:60]}..."
    named = library.named(key)
    # A name that a role bears itself comes before a title that official lists file under it.
    best_rank = max(2, min((row.rank for row in named), default=2))
    roles = list(dict.fromkeys(row.role for row in named if row.rank <= best_rank))
    if len(roles) == 1:
        return roles[0]
    if roles:
        more = f" and {len(roles) - SHOWN} more" if len(roles) > SHOWN else ""
        names = _listed(roles[:SHOWN]) + more
        raise NotFound(f"'{text}' is the name of more than one role: {names}", hint="Use one of these ids.")
    keys = library.name_keys()
    strict = dict(nearest(key, keys, limit=12, cutoff=60))
    scores = strict or dict(nearest(key, keys, limit=12, cutoff=60, loose=True))
    best: dict[str, float] = {}
    for name, score in scores.items():
        for row in library.named(name):
            best[row.role] = max(best.get(row.role, 0), score)
    ranked = sorted(best, key=lambda role: -best[role])
    if not ranked:
        raise NotFound(f"no role is called '{text}'", hint="See all roles with: careercli list")
    runner_up = best[ranked[1]] if len(ranked) > 1 else 0.0
    if strict and best[ranked[0]] >= SURE and best[ranked[0]] - runner_up >= APART:
        return ranked[0]
    raise NotFound(
        f"no role is called '{text}'; did you mean {_listed(ranked[:SHOWN], last=' or ')}?",
        hint=f"Search titles, skills and duties with: careercli search '{text}'",
    )


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
