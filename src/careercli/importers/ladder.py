"""Published ladders in YAML -> a role for each, with its levels, and what is expected on them as their duties.

Words come across as they stand. What a ladder does not say stays unsaid: years of experience above all.
"""

import contextlib
import os
import re
import shlex
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from careercli.amounts import join_words
from careercli.catalog.references import broken_references
from careercli.errors import ImportProblem
from careercli.importers.files import Member
from careercli.importers.ladder_map import (
    DOCUMENTED,
    LadderMap,
    PayMap,
    SourceMap,
    bundled_map,
    is_markdown,
    parse_ladder,
    parse_yaml,
    read_map,
)
from careercli.importers.ladder_reader import Ladder, LadderLevel, kebab, read_ladders
from careercli.importers.layer import Imported, ProgressCallback, Skipped
from careercli.importers.place_codes import STATE_TITLES, UNITED_STATES
from careercli.model import Catalog, Family, Level, Pay, PlaceName, Role, Source

_YAML = (".yaml", ".yml")
_LICENCES = ("licence", "license")
_LONGEST = 80
"""Characters of the name of a licence; a longer first line is its text."""
_MOST_KEYS = 8
"""Keys of an unknown file that are named."""
_HEAD = 4096
"""Bytes of a licence in which its name and its owner stand."""
_ONE_BY_ONE = "Give each a name with the mapping's `title`, or import them one by one with --output."
_READ_OFF = (
    "If the ladder does not say which track a level is on and which levels lead to it, careercli takes that from the "
    "ids, titles and order of the levels."
)
_OWNER = re.compile(
    r"^[ \t]*(copyright[ \t]+(?=\(c\)|©|\d{4})(?:(?:\(c\)|©)[ \t]*)?(?:\d{4}(?:[ \t]*[-–,][ \t]*\d{4})*,?[ \t]+)?"
    r"(?:by[ \t]+)?([^\s\[\]{}<>][^\[\]{}<>\n]*?))\.?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line of a licence that names the owner, with the sign or the year that its running text has not."""


class _LicenseTerms(NamedTuple):
    """What the licence that lies beside a ladder says."""

    licence: str | None = None
    owner: str | None = None
    line: str | None = None
    """The line that names the owner, which whoever passes the ladder on must pass on."""


class _UnknownFormat(NamedTuple):
    """Why a file cannot be read as a ladder, and what to do about it."""

    why: str
    remedy: str


def is_ladder(member: Member) -> bool:
    """Say whether a file is a ladder of a form that is known."""
    if not member.name.casefold().endswith(_YAML):
        return False
    try:
        return bundled_map(parse_yaml(member.file_label, member.read())) is not None
    except ImportProblem:
        return False


def import_(members: Sequence[Member], progress: ProgressCallback, map_path: str | None = None) -> Imported:
    """Return the ladders in the files, read by the mapping at `map_path` or by a known one; raise ImportProblem."""
    mapping = read_map(map_path) if map_path else None
    told = mapping.source if mapping else SourceMap()
    ladders: list[tuple[Member, Ladder]] = []
    skipped: list[Skipped] = []
    for done, member in enumerate(members):
        progress(member.name, done, len(members))
        form = _map_for(member, mapping)
        if isinstance(form, LadderMap):
            data = parse_ladder(member.file_label, member.read())
            ladders += [(member, ladder) for ladder in read_ladders(member.file_label, data, form)]
        elif len(members) == 1:
            raise ImportProblem(f"{member.file_label}: {form.why}", hint=form.remedy)
        elif not member.name.casefold().startswith(_LICENCES):
            skipped.append(Skipped(member.file_label, None, 0, form.why))
    progress("", len(members), len(members))
    if not ladders:
        raise ImportProblem(f"none of the {len(members)} files is a ladder in a known format", hint=DOCUMENTED)
    terms = {_terms(member) for member, _ in ladders}
    if len(terms) > 1 and told.publisher is None:
        owners = sorted(one.owner or "an unnamed owner" for one in terms)
        raise ImportProblem(
            f"these ladders are from {join_words(owners)}", hint="Import the ladders of each publisher separately."
        )
    terms_of_all = terms.pop() if len(terms) == 1 else _LicenseTerms()
    return _layer(ladders, told, terms_of_all, tuple(skipped), mapping.pay if mapping else None)


def _map_for(member: Member, mapping: LadderMap | None) -> LadderMap | _UnknownFormat:
    """Return the mapping for a file, or why there is none."""
    if is_markdown(member.name):
        return _of_markdown(member, mapping)
    if not member.name.casefold().endswith((*_YAML, ".json")):
        return _UnknownFormat("not a YAML file", DOCUMENTED)
    if mapping and isinstance(parse_ladder(member.file_label, member.read()), list):
        return mapping
    data = parse_yaml(member.file_label, member.read())
    if "schema_version" in data:
        return _UnknownFormat(
            "this is already a catalog", f"Add it with: careercli catalog layers add {shlex.quote(member.file_label)}"
        )
    keys = ", ".join(list(data)[:_MOST_KEYS]) or "none"
    why = f"not a ladder in a known format; its keys are {keys}"
    return mapping or bundled_map(data) or _UnknownFormat(why, f"Say how to read it with --map. {DOCUMENTED}")


def _of_markdown(member: Member, mapping: LadderMap | None) -> LadderMap | _UnknownFormat:
    """Return the mapping for the front matter of a Markdown file, or why there is none."""
    if mapping is None:
        return _UnknownFormat("Markdown needs a mapping", f"Name it with --map. {DOCUMENTED}")
    try:
        parse_ladder(member.file_label, member.read())
    except ImportProblem as problem:
        return _UnknownFormat(problem.message.removeprefix(member.file_label).lstrip(": "), DOCUMENTED)
    return mapping


def _terms(member: Member) -> _LicenseTerms:
    """Return what the licence in the file's folder, or in the one that holds it, says."""
    folder = os.path.dirname(os.path.abspath(member.file_label))
    for place in (folder, os.path.dirname(folder)):
        with contextlib.suppress(OSError):
            for name in sorted(os.listdir(place)):
                path = os.path.join(place, name)
                if name.casefold().startswith(_LICENCES) and os.path.isfile(path):
                    return _terms_of(path)
    return _LicenseTerms()


def _terms_of(path: str) -> _LicenseTerms:
    with open(path, "rb") as stream:
        text = stream.read(_HEAD).decode(errors="replace")
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    found = _OWNER.search(text)
    licence = title if 0 < len(title) <= _LONGEST else None
    return _LicenseTerms(licence, found[2], found[1]) if found else _LicenseTerms(licence)


def _layer(
    ladders: Sequence[tuple[Member, Ladder]],
    told: SourceMap,
    terms: _LicenseTerms,
    skipped: tuple[Skipped, ...],
    paid: PayMap | None,
) -> Imported:
    publisher = told.publisher or terms.owner
    lookup = kebab(publisher or "") or "company-ladders"
    titles = [ladder.title for _, ladder in ladders]
    ids = [f"{lookup}-{kebab(title) or 'ladder'}" if publisher else f"{kebab(title)}-ladder" for title in titles]
    name = ids[0] if len(ids) == 1 else f"{lookup}-ladders" if publisher else lookup
    if len(set(ids)) < len(ids):
        twice = next(title for title, one in zip(titles, ids, strict=True) if ids.count(one) > 1)
        raise ImportProblem(
            f"two ladders are called '{twice}'",
            hint=_ONE_BY_ONE,
        )
    files = join_words(list(dict.fromkeys(member.name for member, _ in ladders)))
    source = Source(
        title=told.title or f"{join_words(titles)}: levels and competencies",
        kind="company",
        publisher=publisher,
        licence=told.licence or terms.licence,
        address=told.address,
        period=told.period,
        note=f"{terms.line}. Read from {files}. {_READ_OFF}" if terms.line else f"Read from {files}. {_READ_OFF}",
    )
    roles = {
        role_id: _role(ladder, member.name, lookup, name, paid)
        for role_id, (member, ladder) in zip(ids, ladders, strict=True)
    }
    catalog = Catalog(
        schema_version=1,
        name=name,
        title=f"{publisher}: {join_words(titles)}" if publisher else join_words(titles),
        sources={name: source},
        places=_places(paid),
        families={lookup: Family(title=publisher or "Company ladders")},
        roles=roles,
    )
    for _, message in broken_references(catalog):
        raise ImportProblem(f"{files}: {message}", hint=DOCUMENTED)
    levels = [level for _, ladder in ladders for level in ladder.levels]
    counts = {"roles": len(roles), "levels": len(levels), "competencies": sum(len(rung.duties) for rung in levels)}
    return Imported(catalog, counts, (*skipped, *(row for _, ladder in ladders for row in ladder.skipped)))


def _places(paid: PayMap | None) -> dict[str, PlaceName]:
    """Return the place of the pay, so that the layer can be read alone."""
    if paid is None:
        return {}
    if paid.place == "US":
        return {"US": UNITED_STATES}
    title = paid.place_title or STATE_TITLES.get(paid.place)
    if title is None:
        message = f"the mapping gives no title for the place '{paid.place}'"
        raise ImportProblem(message, hint="Add to its `pay`, for example: place_title: United Kingdom")
    return {paid.place: PlaceName(title=title)}


def _role(ladder: Ladder, file: str, lookup: str, source: str, paid: PayMap | None) -> Role:
    order = f"{ladder.title} lists what it expects at each level in this order: {join_words(ladder.areas)}."
    return Role(
        title=ladder.title,
        family=lookup,
        summary=ladder.summary or f"The ladder in {file}.",
        levels=tuple(_level(level, source, paid) for level in ladder.levels),
        progression=order if ladder.areas else None,
    )


def _level(level: LadderLevel, source: str, paid: PayMap | None) -> Level:
    pays: tuple[Pay, ...] = ()
    if paid and level.pay:
        about = {key: value for key, value in structs.asdict(paid).items() if key != "place_title"}
        pays = (Pay(source=source, low=level.pay[0], high=level.pay[1], **about),)
    return Level(**{**level._asdict(), "source": source, "pay": pays})
