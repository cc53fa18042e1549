"""Find records that have a new id in NEW.

Two records match if they share at least half of their features, each weighted by 1/n for a feature that n records have.
If two candidates tie, the record counts as removed and added.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import Any, NamedTuple, TypeVar

from msgspec import structs

from careercli.answers.catalog_diff.matching import publication_of
from careercli.catalog.references import reference_fields
from careercli.matching import name_key
from careercli.model import Catalog, Level, Record, Role, RoleRef

T = TypeVar("T", bound=Record)
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
    roles = _matched(old.roles, new.roles, _role_marks)
    levels = {}
    for key, role in old.roles.items():
        other = new.roles.get(roles.get(key, key))
        if other is not None and role.levels != other.levels:
            before, after = ({level.id: level for level in one.levels} for one in (role, other))
            levels[key] = _matched(before, after, _level_marks)
    return Renames(
        roles=roles,
        families=_matched(old.families, new.families, lambda family: frozenset((name_key(family.title),))),
        skills=_matched(old.skills, new.skills, lambda skill: frozenset((name_key(skill.name),))),
        sources=_matched(old.sources, new.sources, lambda source: frozenset((publication_of(source),))),
        levels=levels,
    )


def _matched(old: Mapping[str, T], new: Mapping[str, T], marks: Callable[[T], Fingerprint]) -> dict[str, str]:
    return _match_ids(*({key: marks(record) for key, record in side.items()} for side in (old, new)))


def with_new_ids(role_id: str, role: Role, names: Renames) -> Role:
    """Return a role of OLD with the ids of NEW, so that only other changes show."""
    if not any(names[:4]) and not any(names.levels.values()):
        return role
    return _renamed(role, names, names.levels.get(role_id, {}))


def _renamed(record: T, names: Renames, own: Mapping[str, str]) -> T:
    """Return a record with the new ids in every field that names an entry; figures are matched by their sources."""
    changed: dict[str, Any] = {}

    def new_id(section: str, text: str) -> str:
        ids: Mapping[str, str] = own if section == "levels" else getattr(names, section, {})
        return _place(text, names) if section == "roles" else ids.get(text, text)

    for name in record.__struct_fields__:
        value, section = getattr(record, name), reference_fields().get(name)
        if isinstance(value, Record):
            changed[name] = _renamed(value, names, own)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record) and name not in ("pay", "figures"):
            changed[name] = tuple(_renamed(item, names, own) for item in value)
        elif isinstance(value, dict) and section:
            changed[name] = {new_id(section, key): text for key, text in value.items()}
        elif isinstance(value, tuple) and section:
            changed[name] = tuple(new_id(section, text) for text in value)
        elif isinstance(value, str) and section:
            changed[name] = new_id(section, value)
    if isinstance(record, Level):
        changed["id"] = own.get(record.id, record.id)
    return structs.replace(record, **changed)


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
