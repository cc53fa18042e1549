"""Items and readings -> the parts of the answer: rows, kinds of gap, the score, the steps, the mapping."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from careercli.answers.gap.advice import action
from careercli.answers.gap.learning_options import LearningOption
from careercli.answers.gap.readiness import GapItem, Kind, ScoreSums, possible_gains, score_sums
from careercli.answers.gap.view import GapRecord, GapStepView, KindView, MappingView, ReadinessView, RouteView
from careercli.answers.shared.view_parts import copied
from careercli.catalog.reader import CatalogReader
from careercli.measures import EDUCATION
from careercli.person.mapping import MappedPerson, MappingEntry, credential_entries

MAX_STEPS = 3
MAX_CONTRIBUTORS = 3
_KINDS: tuple[Kind, ...] = ("skill", "experience", "education", "certificate")
_UNITS: dict[Kind, str] = {"skill": "level", "experience": "years", "education": "class"}


def gap_record(item: GapItem, sums: ScoreSums | None) -> GapRecord:
    """Return the row of an item; without sums there is no score, so nothing adds to it."""
    counted = sums is not None and item.credit is not None
    credit = item.credit or 0
    return copied(
        GapRecord,
        item,
        asked=item.required,
        stated=item.stated_level,
        unit=_UNITS.get(item.kind),
        asked_text=item.required_text,
        proof=item.evidence or None,
        found_at=item.paths,
        credit=None if item.credit is None else round(item.credit, 3),
        points=round(sums.points(item.weight * credit), 1) if sums and counted else None,
        gain=round(sums.points(item.weight * (1 - credit)), 1) if sums and counted else None,
        note=item.note or None,
        countries=tuple(sorted(item.countries)),
    )


def gap_kinds(items: Sequence[GapItem]) -> tuple[KindView, ...]:
    """Return each kind of gap in numbers, with a score of its own where anything of it was judged."""
    return tuple(_kind(kind, [item for item in items if item.kind == kind]) for kind in _KINDS)


def _kind(kind: Kind, items: Sequence[GapItem]) -> KindView:
    sums, states = score_sums(items), Counter[str](item.state for item in items)
    score = round(sums.score, 1) if sums.possible else None
    counts = {state: states[state] for state in ("have", "partial", "missing", "unknown")}
    return KindView(kind=kind, score=score, **counts)


def readiness_view(
    items: Sequence[GapItem], sums: ScoreSums | None, verdict: str | None, *, capped: bool
) -> ReadinessView:
    """Return the score with what it must be read with."""
    judged = [item for item in items if item.credit is not None]
    missing = [item.id for item in items if item.need == "must" and item.state == "missing"]
    adding = sorted((item for item in judged if item.credit), key=lambda item: -item.weight * (item.credit or 0))
    return ReadinessView(
        score=round(sums.score, 1) if sums else None,
        earned=round(sums.earned, 1) if sums else 0.0,
        possible=round(sums.possible, 1) if sums else 0.0,
        items=len(judged),
        unknown=len(items) - len(judged),
        level_not_said=sum(item.evidence == "stated" and item.have is None for item in items),
        verdict=verdict or "nothing to judge",
        capped_by=tuple(missing) if capped else (),
        contributors=tuple(item.id for item in adding[:MAX_CONTRIBUTORS]) if sums else (),
    )


def gap_steps(
    items: Sequence[GapItem], sums: ScoreSums, routes: Callable[[GapItem], tuple[LearningOption, ...]]
) -> Iterator[GapStepView]:
    """Yield the steps that raise the score most, each alone; what would raise it as much is named beside it."""
    ranked = [(round(gain, 1), item) for gain, item in possible_gains(items)]
    for gain, item in ranked[:MAX_STEPS]:
        yield GapStepView(
            item=item.id,
            kind=item.kind,
            action=action(item),
            gain=gain,
            score_after=round(sums.score + gain, 1),
            tied_with=tuple(other.label for same, other in ranked if same == gain and other is not item),
            routes=tuple(copied(RouteView, route) for route in routes(item)),
        )


def mapping_views(reader: CatalogReader, person: MappedPerson, items: Sequence[GapItem]) -> tuple[MappingView, ...]:
    """Return how each thing was taken, the same thing in several places once."""
    certificates = [item for item in items if item.kind == "certificate"]
    held = {path: item.id for item in reversed(certificates) for path in item.paths}
    lines = {item.id: item.label for item in certificates}
    entries = [*person.entries, *credential_entries(person, held)]
    skills, titles = reader.all_skills(), _role_titles(reader, entries)
    merged: dict[MappingEntry, dict[str, None]] = {}
    for entry in entries:
        merged.setdefault(entry._replace(path=""), {})[entry.path] = None

    def named(kind: str, id_: str) -> str:
        if kind == "education":
            return EDUCATION[int(id_)]
        if kind == "certificate":
            return lines[id_]
        return skills[id_].name if kind == "skill" else titles[id_]

    return tuple(
        copied(
            MappingView,
            reading,
            found_at=tuple(paths),
            to=reading.target,
            title=named(reading.kind, reading.target) if reading.target is not None else None,
            how=reading.matched_by or None,
            level_text=reading.level_text or None,
            candidates=tuple(named(reading.kind, candidate) for candidate in reading.candidates),
        )
        for reading, paths in merged.items()
    )


def _role_titles(reader: CatalogReader, entries: Sequence[MappingEntry]) -> dict[str, str]:
    ids = {id_ for entry in entries if entry.kind == "title" for id_ in (entry.target, *entry.candidates) if id_}
    return {id_: summary.title for id_, summary in reader.role_summaries_of(sorted(ids)).items()}
