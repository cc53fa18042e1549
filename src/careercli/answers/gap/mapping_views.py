"""How each thing in a person's file was taken, and what could not be mapped."""

from collections.abc import Iterable, Sequence

from careercli.answers.gap.readiness import GapItem
from careercli.answers.gap.view import CandidateView, MappingView, UnmappedView
from careercli.answers.shared.view_parts import flat
from careercli.catalog.reader import CatalogReader
from careercli.measures import EDUCATION
from careercli.person.mapping import MappedPerson, MappingEntry, credential_entries


def mapping_views(
    reader: CatalogReader, person: MappedPerson, items: Iterable[GapItem]
) -> tuple[tuple[MappingView, ...], tuple[UnmappedView, ...]]:
    """Return how each thing was taken, and what was taken for nothing; the same thing in several places once."""
    certificates = [item for item in items if item.kind == "certificate"]
    held = {path: item.requirement for item in reversed(certificates) for path in item.paths}
    merged: dict[MappingEntry, dict[str, None]] = {}
    for entry in (*person.entries, *credential_entries(person, held)):
        merged.setdefault(entry._replace(path=""), {})[entry.path] = None
    skills, titles = reader.all_skills(), _role_titles(reader, list(merged))

    def named(kind: str, id_: str) -> dict[str, object]:
        if kind == "skill":
            return {"skill": id_, "name": skills[id_].name}
        if kind == "title":
            return {"role": id_, "title": titles[id_]}
        if kind == "education":
            return {"education_class": int(id_), "education_class_title": EDUCATION[int(id_)]}
        return {"requirement": id_}

    mapped = tuple(
        flat(
            MappingView,
            entry,
            found_at=tuple(paths),
            matched_by=entry.matched_by or None,
            skill_level=entry.level,
            skill_level_text=entry.level_text or None,
            **named(entry.kind, entry.target),
        )
        for entry, paths in merged.items()
        if entry.target is not None
    )
    unmapped = tuple(
        UnmappedView(
            kind=entry.kind,
            text=entry.text,
            found_at=tuple(paths),
            candidates=tuple(flat(CandidateView, **named(entry.kind, one)) for one in entry.candidates),
        )
        for entry, paths in merged.items()
        if entry.target is None
    )
    return mapped, unmapped


def _role_titles(reader: CatalogReader, entries: Sequence[MappingEntry]) -> dict[str, str]:
    ids = {id_ for entry in entries if entry.kind == "title" for id_ in (entry.target, *entry.candidates) if id_}
    return {id_: summary.title for id_, summary in reader.role_summaries_of(sorted(ids)).items()}
