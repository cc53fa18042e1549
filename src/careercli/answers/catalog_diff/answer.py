"""What changed from one catalog to another, told in the field's terms: roles, pay, what levels ask, sources.

There is no row only if the two catalogs say the same. A role that another role takes a change up from tells it once,
for both.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from careercli.amounts import counted
from careercli.answers.catalog_diff.fields import fields_changed, value_changed
from careercli.answers.catalog_diff.levels import levels_changed, skills_changed
from careercli.answers.catalog_diff.matching import SourcePair, publication_of
from careercli.answers.catalog_diff.pay import figures_changed
from careercli.answers.catalog_diff.renames import find_renames, with_new_ids
from careercli.answers.catalog_diff.rows import FieldRef, Subject, TitleLookup
from careercli.answers.catalog_diff.summary import summary
from careercli.answers.catalog_diff.view import CatalogDiffView, DiffRow, Section
from careercli.answers.shared.figures import source_view
from careercli.model import Catalog, Figure, Occupation, Pay, Profile, Record, Role

_SECTIONS: Mapping[str, tuple[Section, str]] = {
    "occupations": ("occupations", "Official occupation"),
    "sources": ("sources", "Source"),
    "skills": ("vocabulary", "Skill"),
    "families": ("families", "Family"),
    "places": ("places", "Place"),
}
"""The sections of a catalog besides roles: what the rows call them, and one entry."""


def diff(
    old: Catalog, new: Catalog, *, before: str = "OLD", after: str = "NEW", base: Sequence[str] = ()
) -> CatalogDiffView:
    """Return everything in which two catalogs differ; `before` and `after` are what they are called."""
    compared = _CatalogDiff(old, new)
    rows = tuple(compared.rows())
    cited = dict.fromkeys(row.source for row in rows if row.source is not None)
    sources = {**old.sources, **new.sources}
    return CatalogDiffView(
        before=before,
        after=after,
        over=tuple(base),
        sentences=summary(rows),
        rows=rows,
        sources=tuple(source_view(key, sources[key]) for key in cited),
    )


class _CatalogDiff:
    """Two catalogs side by side."""

    def __init__(self, old: Catalog, new: Catalog) -> None:
        self._old, self._new = old, new
        self._cited = SourcePair(old.sources, new.sources)
        self._ids = find_renames(old, new)
        self._names = TitleLookup(
            {
                (section, key): record.name if section == "skills" else record.title
                for side in (old, new)
                for section in ("roles", *_SECTIONS)
                for key, record in getattr(side, section).items()
            }
        )

    def rows(self) -> Iterator[DiffRow]:
        """Yield what differs: roles in the order of NEW, then those that are gone, then the other sections."""
        old, new = self._old, self._new
        yield from without_inherited_repeats(dict(self._roles()), new)
        for section in _SECTIONS:
            yield from self._section(section)
        about = Subject(self._names, "catalog", new.name, new.title or new.name)
        for name in ("name", "title", "note"):
            position = FieldRef(about, name, name.capitalize())
            yield from value_changed(position, getattr(old, name), getattr(new, name))

    # ---- roles ----

    def _roles(self) -> Iterator[tuple[str, list[DiffRow]]]:
        earlier = {later: id_ for id_, later in self._ids.roles.items()}
        for key, role in self._new.roles.items():
            of = Subject(self._names, "roles", key, role.title, role=key)
            was = earlier.get(key, key)
            if was not in self._old.roles:
                yield key, [of.row("added", "", "Role", after=self._family_and_levels(role))]
            elif was != key or role != self._old.roles[was]:
                yield key, list(self._role(of, was, role))
        for key, role in self._old.roles.items():
            if key not in self._new.roles and key not in self._ids.roles:
                of = Subject(self._names, "roles", key, role.title, role=key)
                yield key, [of.row("gone", "", "Role", before=self._family_and_levels(role))]

    def _role(self, of: Subject, old_id: str, new: Role) -> Iterator[DiffRow]:
        old = with_new_ids(old_id, self._old.roles[old_id], self._ids)
        if old_id != of.entry:
            yield of.row("renamed", "id", "Id", before=old_id, after=of.entry)
        if old.title != new.title:
            yield of.row("renamed", "title", "Title", before=old.title, after=new.title)
        yield from figures_changed(of, self._cited, old.pay, new.pay)
        yield from levels_changed(of, self._cited, old, new, self._ids.levels.get(old_id, {}))
        yield from skills_changed(of._replace(section="skills"), old.skills, new.skills)
        yield from figures_changed(of, self._cited, old.figures, new.figures)
        yield from fields_changed(of, old, new, skip=("title", "pay", "levels", "skills", "figures"))

    def _family_and_levels(self, role: Role) -> str:
        """Say on which shelf a role stands, and how long its ladder is."""
        levels = counted(len(role.levels), "level") if role.levels else "no levels"
        facts = [self._names.of("family", role.family), levels, *(["a shared track"] if role.abstract else [])]
        return ", ".join(facts)

    # ---- other sections ----

    def _section(self, name: str) -> Iterator[DiffRow]:
        olds: Mapping[str, Record] = getattr(self._old, name)
        news: Mapping[str, Record] = getattr(self._new, name)
        section, called = _SECTIONS[name]
        ids: Mapping[str, str] = getattr(self._ids, name, {})
        earlier = {later: id_ for id_, later in ids.items()}
        for key, record in news.items():
            of = Subject(
                self._names, section, key, self._names.titles[name, key], source=key if name == "sources" else None
            )
            was = earlier.get(key, key)
            if was not in olds:
                yield self._added_row(of, called)
            else:
                if was != key:
                    yield of.row("renamed", "id", "Id", before=was, after=key)
                yield from self._record(of, was, olds[was], record)
        for key in olds:
            if key not in news and key not in ids:
                of = Subject(self._names, section, key, self._names.titles[name, key])
                yield of.row("gone", "", called, before=of.title)

    def _record(self, of: Subject, was: str, old: Record, new: Record) -> Iterator[DiffRow]:
        """Yield what changed in an entry that is no role."""
        if old == new:
            return
        skip = ["title", "name", "period"] if of.section == "sources" else ["title", "name"]
        for name in ("title", "name"):
            one, other = getattr(old, name, None), getattr(new, name, None)
            if one != other:
                yield of.row("renamed", name, name.capitalize(), before=one, after=other)
        if of.section == "sources":
            yield from self._period(of, was)
        if isinstance(old, Occupation) and isinstance(new, Occupation):
            yield from figures_changed(of, self._cited, old.pay, new.pay)
            yield from figures_changed(of, self._cited, old.figures, new.figures)
            yield from _profile(of, old.profile, new.profile)
            skip += ["pay", "figures", "profile"]
        yield from fields_changed(of, old, new, skip=skip)

    def _period(self, of: Subject, was: str) -> Iterator[DiffRow]:
        old, new = self._old.sources[was].period, self._new.sources[of.entry].period
        if old == new:
            return
        later = old is not None and new is not None and old < new
        same = self._unchanged_count(of.entry) if was == of.entry else 0
        note = f"{counted(same, 'figure')} of it {'is' if same == 1 else 'are'} unchanged" if same else None
        for row in value_changed(FieldRef(of, "period", "Period"), old, new):
            periods = {"before_period": old, "after_period": new}
            yield structs.replace(row, kind="renewed" if later else row.kind, note=note, **periods)

    def _added_row(self, of: Subject, called: str) -> DiffRow:
        """Return the row of an entry that is new; a source may be a newer edition beside the one that stays."""
        if of.section != "sources":
            return of.row("added", "", called, after=of.title)
        new = self._new.sources[of.entry]
        editions = [
            (source.period, key)
            for key, source in self._old.sources.items()
            if source.period is not None and publication_of(source) == publication_of(new)
        ]
        period, edition = max(editions, default=(None, None))
        if period is None or new.period is None or new.period <= period:
            return of.row("added", "", called, after=of.title, after_period=new.period)
        note = f"the earlier edition, {edition}, stays"
        periods = {"before_period": period, "after_period": new.period}
        return of.row("renewed", "period", "Period", before=period, after=new.period, note=note, **periods)

    def _unchanged_count(self, source: str) -> int:
        """Count the statements of a source that are not touched."""
        return sum((_statements(self._old, source) & _statements(self._new, source)).values())


def _statements(catalog: Catalog, source: str) -> Counter[tuple[str, str, str]]:
    holders: list[tuple[str, str, Sequence[Pay | Figure]]] = []
    for key, occupation in catalog.occupations.items():
        holders += [(key, "", occupation.pay), (key, "", occupation.figures)]
    for key, role in catalog.roles.items():
        holders += [(key, "", role.pay), (key, "", role.figures)]
        holders += [(key, level.id, level.pay) for level in role.levels]
    return Counter((key, level, repr(one)) for key, level, told in holders for one in told if one.source == source)


def _profile(of: Subject, old: Profile | None, new: Profile | None) -> Iterator[DiffRow]:
    """Yield which lists of a survey's profile are others, each in one row: a profile has hundreds of entries."""
    if old is None or new is None:
        yield from value_changed(FieldRef(of, "source", "Profile"), old and old.source, new and new.source)
        return
    for name in old.__struct_fields__:
        one, other = getattr(old, name), getattr(new, name)
        if one == other:
            continue
        what = f"Profile, {name.replace('_', ' ')}"
        if isinstance(one, tuple | dict):
            before, after = (counted(len(side), "entry", "entries") for side in (one, other))
            yield of.row("changed", "profile", what, before=before, after=after)
        else:
            yield from value_changed(FieldRef(of, "source" if name == "source" else "profile", what), one, other)


def without_inherited_repeats(rows: Mapping[str, Sequence[DiffRow]], catalog: Catalog) -> Iterator[DiffRow]:
    """Yield the rows of all roles; what a role takes up from another one is told there, with its id in `also`."""
    bare = {key: {_without_subject(row) for row in told} for key, told in rows.items()}
    also: dict[tuple[str, DiffRow], list[str]] = {}
    kept: list[tuple[str, DiffRow]] = []
    for key, told in rows.items():
        for row in told:
            said = _defining_role(catalog, bare, key, _without_subject(row)) if row.field else key
            if said == key:
                kept.append((key, row))
            else:
                also.setdefault((said, _without_subject(row)), []).append(key)
    for key, row in kept:
        yield structs.replace(row, also=tuple(also.get((key, _without_subject(row)), ())))


def _defining_role(catalog: Catalog, rows: Mapping[str, Iterable[DiffRow]], role_id: str, row: DiffRow) -> str:
    """Return the role that the same row is told of, as far up as roles take it up from each other."""
    role = catalog.roles.get(role_id)
    while role is not None and role.extends is not None and row in rows.get(role.extends, ()):
        role_id = role.extends
        role = catalog.roles.get(role_id)
    return role_id


def _without_subject(row: DiffRow) -> DiffRow:
    """Return the row without what it is about."""
    return structs.replace(row, entry="", title="", role=None)
