"""What stands in the index of one entry: pure functions from a catalog and a role to rows.

The catalog needs only what the role refers to, so that the rows of a few roles can be made without all others.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from careercli.catalog.reader import LISTED_RANK, OCCUPATION_RANK
from careercli.catalog.references import references
from careercli.catalog.stand_in_titles import has_title
from careercli.matching import name_key, spell_signs
from careercli.model import Catalog, Occupation, Record, Role, RoleRef

DocumentRow = tuple[str, str, bytes, bytes]
"""Section, id, record, and what it refers to as (section, id)."""
NameRow = tuple[str, int, str]
"""Name in the form in which names are compared, rank, name as it is written."""
MoveRow = tuple[str, str | None, str, str | None, str, str]
_COUNTED = ("pay", "figures", "training", "parities")
"""Lists of records that count as figures."""


def document_row(section: str, key: str, record: Record, body: bytes) -> DocumentRow:
    """Return the row of an entry, of which `body` is what the index keeps."""
    refers = sorted({(other, id_) for _, other, id_ in references(record, (section, key))})
    return section, key, body, msgspec.msgpack.encode(refers)


def name_rows(catalog: Catalog, role_id: str, role: Role, *, is_own: bool) -> Iterator[NameRow]:
    """Yield id, title and aliases, then the titles that official lists give it; `rank` orders them in that way.

    A role of the catalog is ranked before one that is made of an occupation, which `is_own` tells apart. Of several
    occupations with one title, those come first whose own title begins with it: a coach is one of Coaches and Scouts.
    """
    for index, name in enumerate((role_id, role.title, *role.aliases)):
        yield name_key(name), min(index, 2) if is_own else OCCUPATION_RANK + min(index, 1), name
    for code, occupation in _own_occupations(catalog, role).items():
        profile = occupation.profile
        if has_title(code, occupation):
            yield name_key(occupation.title), OCCUPATION_RANK + 1, occupation.title
        for name in profile.titles if profile else ():
            yield name_key(name), LISTED_RANK, name
        for name in profile.shared_titles if profile else ():
            begins = re.match(rf"{re.escape(name_key(name))}(e?s)?\b", name_key(occupation.title))
            yield name_key(name), LISTED_RANK if begins else LISTED_RANK + 1, name


def move_rows(role_id: str, role: Role) -> Iterator[MoveRow]:
    """Yield the moves out of a role and the feeders into it, both as moves from one place to another."""
    for move in role.moves:
        to_role, to_level = RoleRef.parse(move.to)
        yield role_id, move.at, to_role, to_level or None, move.kind, move.why
    for feeder in role.entry.feeders if role.entry else ():
        if feeder.role is not None:
            from_role, from_level = RoleRef.parse(feeder.role)
            first = role.levels[0].id if role.levels else None
            yield from_role, from_level or None, role_id, first, "feeder", feeder.why or ""


def search_texts(catalog: Catalog, role: Role) -> tuple[str, str, str, str]:
    """Return what a role is found by: its title, its other names, its skills, and all else that is said of it."""
    skills = [catalog.skills[skill.skill] for skill in role.skills]
    levels = [level.title for level in role.levels]
    linked = ((link.code, catalog.occupations[link.code]) for link in role.occupations)
    classes = [occupation.title for code, occupation in linked if has_title(code, occupation)]
    tools = [name for names in role.tools.values() for name in names]
    feeders = [feeder.title for feeder in role.entry.feeders] if role.entry else []
    levels += [duty for level in role.levels for duty in level.duties]
    answers = (entry.answer for entry in role.questions)
    told = [*role.glossary, *role.glossary.values(), *role.contrast.values(), *answers]
    body = [role.summary, *role.duties, *levels, *classes, *tools, *role.industries, *feeders, *told]
    names = [*role.aliases, *_official_titles(catalog, role)]
    skill_names = [name for skill in skills for name in (skill.name, *skill.aliases)]
    title, *texts = (spell_signs("\n".join(texts)) for texts in ([role.title], names, skill_names, body))
    return title, texts[0], texts[1], texts[2]


def spellings(catalog: Catalog, name_keys: Iterable[str], bodies: Iterable[str]) -> dict[str, int]:
    """Return every word with the best place that has it: names (0), skills (1), texts (2)."""
    skills = (name_key(name) for skill in catalog.skills.values() for name in (skill.name, *skill.aliases))
    words: dict[str, int] = {}
    for kind, keys in enumerate((name_keys, skills, map(name_key, bodies))):
        for word in {word for key in keys for word in key.split()} - words.keys():
            words[word] = kind
    return words


def citation_counts(catalog: Catalog, figures: Mapping[str, int]) -> dict[str, list[int]]:
    """Count for each source the figures, those of occupations given, and the profiles that rest on it."""
    counts = {key: [figures.get(key, 0), 0] for key in catalog.sources}
    for path, section, source in references(catalog):
        if section == "sources" and path[-2] == "profile":
            counts[source][1] += 1
        elif section == "sources" and (
            path[-2] == "wage_ratios" or (path[0] != "occupations" and path[-3] in _COUNTED)
        ):
            counts[source][0] += 1
    return counts


def _own_occupations(catalog: Catalog, role: Role) -> dict[str, Occupation]:
    return {link.code: catalog.occupations[link.code] for link in role.occupations if link.fit == "exact"}


def _official_titles(catalog: Catalog, role: Role) -> list[str]:
    profiles = [occupation.profile for occupation in _own_occupations(catalog, role).values() if occupation.profile]
    return [title for profile in profiles for title in (*profile.titles, *profile.shared_titles)]
