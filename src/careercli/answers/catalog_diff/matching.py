"""Match each figure of NEW with the figure of OLD that it replaces.

First by the same source, then by the same publication (kind, publisher and title without dates, so `OEWS 2025` replaces
`OEWS 2024`).
Figures for another population or other pay components are shown side by side and not subtracted.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from careercli.matching import name_key
from careercli.measures import MEASURES
from careercli.model import Figure, Pay, Source

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
FigureT = TypeVar("FigureT", Pay, Figure)


class FigurePair(NamedTuple):
    """A statement of OLD and the one of NEW that says the same thing anew; one of them missing where there is none."""

    old: Pay | Figure | None
    new: Pay | Figure | None


class SourcePair(NamedTuple):
    """The sources of both catalogs."""

    old: Mapping[str, Source]
    new: Mapping[str, Source]

    def publication(self, id_: str) -> tuple[str, ...]:
        """Name the publication of a source apart from its date."""
        source = self.new.get(id_) or self.old[id_]
        return publication_of(source)

    def old_period(self, record: Pay | Figure) -> str | None:
        """Return the time that a statement of OLD speaks of, as far as anybody says."""
        return record.period or self.old[record.source].period

    def new_period(self, record: Pay | Figure) -> str | None:
        """Return the time that a statement of NEW speaks of, as far as anybody says."""
        return record.period or self.new[record.source].period


def publication_of(source: Source) -> tuple[str, ...]:
    """Return what editions of one publication share."""
    words = [word for word in name_key(source.title).split() if not word.isdecimal() and word not in _MONTHS]
    return source.kind, source.publisher or "", " ".join(words)


def match_figures(sources: SourcePair, old: Sequence[FigureT], new: Sequence[FigureT]) -> Iterator[FigurePair]:
    """Yield every statement once: those of NEW in their order, each with its like of OLD, then those that are gone."""
    olds = {position: (record, sources.old_period(record) or "") for position, record in enumerate(old)}
    news = {position: (record, sources.new_period(record) or "") for position, record in enumerate(new)}
    like: dict[int, int] = {}
    for key in _keys(sources):
        left = {at: one for at, one in olds.items() if at not in like.values()}
        added = {at: one for at, one in news.items() if at not in like}
        by_key = _grouped(left, key)
        for name, positions in _grouped(added, key).items():
            like |= zip(positions, by_key.get(name, ()), strict=False)
    series = _grouped(olds, _series(sources))
    for at, (record, period) in news.items():
        if at in like:
            yield FigurePair(old[like[at]], record)
            continue
        earlier = series.get(_series(sources)(record, period), [])
        history = bool(earlier) and "" < olds[earlier[0]][1] < period
        yield FigurePair(old[earlier[0]] if history else None, record)
    for at, record in enumerate(old):
        if at not in like.values():
            yield FigurePair(record, None)


_Key = Callable[[Pay | Figure, str], Hashable]


def _keys(sources: SourcePair) -> Iterable[_Key]:
    """Return what two statements share that say the same, the surest first."""
    series = _series(sources)
    return (
        lambda record, period: (record.source, period, series(record, period)),
        lambda record, period: (record.source, series(record, period)),
        lambda record, period: (period, series(record, period)),
        series,
        lambda record, _: _subject_key(sources, record),
    )


def _series(sources: SourcePair) -> _Key:
    """Return what all statements of one publication about the same thing share, whatever their time."""

    def key(record: Pay | Figure, _: str) -> Hashable:
        people = (record.population, record.components) if isinstance(record, Pay) else (record.population,)
        return (*_subject_key(sources, record), *people)

    return key


def _subject_key(sources: SourcePair, record: Pay | Figure) -> tuple[Hashable, ...]:
    about = (sources.publication(record.source), record.place, record.occupation)
    if isinstance(record, Pay):
        return (*about, record.per, record.currency, record.industry)
    counted = MEASURES[record.measure].unit is not None
    return (*about, record.measure, record.unit, record.of if counted else None)


def _grouped(records: Mapping[int, tuple[FigureT, str]], key: _Key) -> dict[Hashable, list[int]]:
    """Return the positions of the records by key, those of the newest first."""
    groups: dict[Hashable, list[int]] = {}
    for at, (record, period) in records.items():
        groups.setdefault(key(record, period), []).append(at)
    return {name: sorted(group, key=lambda at: records[at][1], reverse=True) for name, group in groups.items()}
