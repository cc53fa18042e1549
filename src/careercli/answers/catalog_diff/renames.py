"""Find records that have a new id in NEW.

Two records match if they share at least half of their features, each weighted by 1/n for a feature that n records have.
If two candidates tie, the record counts as removed and added.
"""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import NamedTuple

from msgspec import structs

from careercli.answers.catalog_diff.matching import publication_of
from careercli.matching import name_key
from careercli.model import Catalog, Feeder, Level, Move, Role, RoleRef

MIN_SHARED = 0.5
_COMMON = 50
"""What so many records say tells none of them apart."""
Fingerprint = frozenset[Hashable]
"""What a record says, as things that two records may share."""


class Renames(NamedTuple):
    """New ids by old ones."""

    roles: Mapping[str, str]
    families: Mapping[str, str]
    skills: Mapping[str, str]
    sources: Mapping[str, str]
    """Sources that gave way to another edition of their publication, or to another id."""
    levels: Mapping[str, Mapping[str, str]]
    """For each role, by its old id, the levels that stand under another id."""


def find_renames(old: Catalog, new: Catalog) -> Renames:
    """Return what stands under another id."""
    roles = _match_ids(
        {key: _role_marks(role) for key, role in old.roles.items()},
        {key: _role_marks(role) for key, role in new.roles.items()},
    )
    levels = {}
    for key, role in old.roles.items():
        other = new.roles.get(roles.get(key, key))
        if other is not None and role.levels != other.levels:
            levels[key] = _match_ids(
                {level.id: _level_marks(level) for level in role.levels},
                {level.id: _level_marks(level) for level in other.levels},
            )
    return Renames(
        roles=roles,
        families=_match_ids(
            {key: frozenset((name_key(family.title),)) for key, family in old.families.items()},
            {key: frozenset((name_key(family.title),)) for key, family in new.families.items()},
        ),
        skills=_match_ids(
            {key: frozenset((name_key(skill.name),)) for key, skill in old.skills.items()},
            {key: frozenset((name_key(skill.name),)) for key, skill in new.skills.items()},
        ),
        sources=_match_ids(
            {key: frozenset((publication_of(source),)) for key, source in old.sources.items()},
            {key: frozenset((publication_of(source),)) for key, source in new.sources.items()},
        ),
        levels=levels,
    )


def with_new_ids(role_id: str, role: Role, names: Renames) -> Role:
    """Return a role of OLD with the ids of NEW, so that only other changes show."""
    if not any(names[:4]) and not any(names.levels.values()):
        return role
    own = names.levels.get(role_id, {})
    entry = role.entry
    if entry is not None:
        entry = structs.replace(entry, feeders=tuple(_feeder(feeder, names) for feeder in entry.feeders))
    return structs.replace(
        role,
        family=names.families.get(role.family, role.family),
        extends=names.roles.get(role.extends or "", role.extends),
        contrast={names.roles.get(key, key): text for key, text in role.contrast.items()},
        related={names.roles.get(key, key): text for key, text in role.related.items()},
        skills=tuple(
            structs.replace(
                one,
                skill=names.skills.get(one.skill, one.skill),
                source=names.sources.get(one.source or "", one.source),
            )
            for one in role.skills
        ),
        training=tuple(structs.replace(one, source=names.sources.get(one.source, one.source)) for one in role.training),
        levels=tuple(_level(level, names, own) for level in role.levels),
        moves=tuple(_move(move, names, own) for move in role.moves),
        entry=entry,
    )


def _level(level: Level, names: Renames, own: Mapping[str, str]) -> Level:
    return structs.replace(
        level,
        id=own.get(level.id, level.id),
        source=names.sources.get(level.source, level.source),
        after=None if level.after is None else tuple(own.get(before, before) for before in level.after),
        skills=tuple(structs.replace(one, skill=names.skills.get(one.skill, one.skill)) for one in level.skills),
    )


def _move(move: Move, names: Renames, own: Mapping[str, str]) -> Move:
    return structs.replace(move, to=_place(move.to, names), at=own.get(move.at or "", move.at))


def _feeder(feeder: Feeder, names: Renames) -> Feeder:
    return feeder if feeder.role is None else structs.replace(feeder, role=_place(feeder.role, names))


def _place(place: str, names: Renames) -> str:
    role, level = RoleRef.parse(place)
    new_level = names.levels.get(role, {}).get(level, level) if level else None
    return str(RoleRef(names.roles.get(role, role), new_level))


def _role_marks(role: Role) -> Fingerprint:
    return frozenset(
        [
            ("title", name_key(role.title)),
            ("summary", name_key(role.summary)),
            *(("duty", name_key(duty)) for duty in role.duties),
            *(("skill", skill.skill) for skill in role.skills),
            *(("class", link.code) for link in role.occupations),
            *(("level", name_key(level.title)) for level in role.levels),
            *(("level duty", name_key(duty)) for level in role.levels for duty in level.duties),
        ]
    )


def _level_marks(level: Level) -> Fingerprint:
    texts = {"title": level.title, "autonomy": level.autonomy, "impact": level.impact}
    return frozenset(
        [
            *((name, name_key(text)) for name, text in texts.items() if text is not None),
            ("years", level.years, level.track),
            *(("duty", name_key(text)) for text in (*level.duties, *level.focus)),
            *(("skill", skill.skill, skill.level) for skill in level.skills),
        ]
    )


def _match_ids(old: Mapping[str, Fingerprint], new: Mapping[str, Fingerprint]) -> dict[str, str]:
    """Return the new id of each old one by the rule of this module."""
    removed, added = [key for key in old if key not in new], [key for key in new if key not in old]
    if not removed or not added:
        return {}
    had, has = (Counter(mark for citations in side.values() for mark in citations) for side in (old, new))
    near: dict[str, dict[str, float]] = {key: {} for key in removed}
    saying: dict[Hashable, list[str]] = {}
    for key in added:
        for mark in new[key]:
            saying.setdefault(mark, []).append(key)

    def weight(citations: Fingerprint) -> float:
        return sum(1 / max(had[mark], has[mark]) for mark in citations)

    for key in removed:
        for mark in old[key]:
            if max(had[mark], has[mark]) <= _COMMON:
                for other in saying.get(mark, ()):
                    near[key][other] = near[key].get(other, 0) + 2 / max(had[mark], has[mark])
        for other, shared in near[key].items():
            near[key][other] = round(shared / (weight(old[key]) + weight(new[other])), 9)
    back = {other: {key: near[key][other] for key in removed if other in near[key]} for other in added}
    pairs = ((key, _nearest(near[key])) for key in removed)
    return {key: other for key, other in pairs if other is not None and _nearest(back[other]) == key}


def _nearest(scores: Mapping[str, float]) -> str | None:
    """Return the one that is nearest and near enough, None where two are equally near."""
    best = max(scores.values(), default=0.0)
    found = [key for key, score in scores.items() if score == best]
    return found[0] if best >= MIN_SHARED and len(found) == 1 else None
