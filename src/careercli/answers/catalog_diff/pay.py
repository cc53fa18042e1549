"""What became of pay and of other figures: what two statements of the same thing differ by, where it can be said."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from careercli.amounts import (
    at_least,
    at_most,
    difference,
    format_extent,
    format_per,
    format_quantity,
    in_sentence,
    percent_of,
)
from careercli.answers.catalog_diff.fields import fields_changed
from careercli.answers.catalog_diff.matching import FigureT, SourcePair, match_figures
from careercli.answers.catalog_diff.rows import FieldRef, Subject, change_kind, change_numbers
from careercli.answers.catalog_diff.view import DiffRow, Kind, Section
from careercli.answers.shared.view_parts import Num
from careercli.measures import MEASURES
from careercli.model import STATISTICS, Figure, Pay, Statistic

_POINTS = (*STATISTICS, "at_least", "at_most")
_VALUES = ("value", "low", "high", "at_least", "at_most", "of")
_PEOPLE = ("population", "components")


def figures_changed(
    of: Subject, sources: SourcePair, old: Sequence[FigureT], new: Sequence[FigureT]
) -> Iterator[DiffRow]:
    """Yield what became of each statement: of pay a row for each point that is another one.

    A statement that stays while its source is renewed has no row; the row of the source tells it.
    """
    for pair in match_figures(sources, old, new) if old != new else ():
        if pair.old is None and pair.new is not None:
            yield _whole(of, "added", pair.new, after=_words(pair.new), after_period=sources.new_period(pair.new))
        elif pair.new is None and pair.old is not None:
            yield _whole(of, "gone", pair.old, before=_words(pair.old), before_period=sources.old_period(pair.old))
        elif pair.old is not None and pair.new is not None and pair.old != pair.new:
            yield from _FigureChange(of, sources, pair.old, pair.new).rows()


def _whole(of: Subject, kind: Kind, record: Pay | Figure, **told: str | None) -> DiffRow:
    """Return the row of a statement that only one side has."""
    about, field, what = _spot(of, record)
    return about.row(kind, field, what, **told)


class _FigureChange:
    """A statement of OLD and its like of NEW."""

    def __init__(self, of: Subject, sources: SourcePair, old: Pay | Figure, new: Pay | Figure) -> None:
        self._old, self._new = old, new
        self._spot = _spot(of, new)
        before, after = sources.old_period(old), sources.new_period(new)
        self._periods = {"before_period": before, "after_period": after}
        self._renewed = bool(before and after and before < after)
        self._why = self._not_subtracted(sources)

    def rows(self) -> Iterator[DiffRow]:
        """Yield the points or the value, then what else differs."""
        old, new = self._old, self._new
        said = _POINTS if isinstance(new, Pay) else _VALUES
        rows: list[DiffRow] = []
        if self._why is not None:
            rows = [self._row("changed", _words(old), _words(new), note=self._why)]
        elif isinstance(old, Pay) and isinstance(new, Pay):
            rows = [row for name in STATISTICS for row in self._point(name, old, new)]
        elif isinstance(old, Figure) and isinstance(new, Figure):
            rows = list(self._value(old, new))
        if self._renewed and not rows:
            rows = [self._renewed_row()]
        yield from rows
        told = (*said, "source", "period", *(_PEOPLE if self._why else ())) if rows else ()
        for row in fields_changed(self._spot.of, old, new, skip=told):
            yield structs.replace(row, field=self._spot.field, what=f"{self._spot.label}: {in_sentence(row.what)}")

    def _not_subtracted(self, sources: SourcePair) -> str | None:
        """Say why one is not subtracted from the other, None where it is."""
        other = [name for name in _PEOPLE if getattr(self._old, name, None) != getattr(self._new, name, None)]
        if other:
            return f"not subtracted, because {' and '.join(other)} {'differs' if len(other) == 1 else 'differ'}"
        by_rule = sources.new[self._new.source].kind == "rule"
        return "estimates, not subtracted" if by_rule else None

    def _row(self, kind: Kind, before: str | None, after: str | None, **told: object) -> DiffRow:
        if self._renewed and kind in ("changed", "raised", "lowered"):
            kind = "renewed"
        of, field, what = self._spot
        return of.row(kind, field, what, before=before, after=after, **{**self._periods, **told})

    def _point(self, name: Statistic, old: Pay, new: Pay) -> Iterator[DiffRow]:
        one, other = _Point.of(old, name), _Point.of(new, name)
        if one == other:
            return
        unit = {"statistic": name, "currency": new.currency, "per": new.per}
        if one.value is not None and other.value is not None:
            yield self._numeric(one.value, other.value, one.words, other.words, percent=True, **unit)
        else:
            kind: Kind = "changed" if one.words and other.words else "added" if other.words else "gone"
            note = "a bound, not subtracted" if kind == "changed" else None
            yield self._row(kind, one.words, other.words, note=note, **unit)

    def _value(self, old: Figure, new: Figure) -> Iterator[DiffRow]:
        if all(getattr(old, name) == getattr(new, name) for name in _VALUES):
            return
        unit = new.unit or MEASURES[new.measure].unit
        if old.value is not None and new.value is not None:
            parts = unit in ("percent", "zone")  # a share of a share would be misread
            yield self._numeric(old.value, new.value, _words(old), _words(new), percent=not parts, unit=unit)
        else:
            yield self._row("changed", _words(old), _words(new), unit=unit)

    def _numeric(
        self, old: Num, new: Num, before: str | None, after: str | None, *, percent: bool, **unit: object
    ) -> DiffRow:
        amount = difference(new, old)
        share = percent_of(amount, old) if percent else None
        return self._row(change_kind(amount), before, after, percent=share, **change_numbers(old, new), **unit)

    def _renewed_row(self) -> DiffRow:
        """Return the row of a statement that says of a later time what it said before."""
        old, new = self._old, self._new
        if isinstance(old, Pay) and isinstance(new, Pay):
            names: tuple[Statistic, ...] = ("median", "mean")
            name = next((name for name in names if getattr(new, name) is not None), None)
            if name is not None:
                point = _Point.of(new, name)
                unit = {"statistic": name, "currency": new.currency, "per": new.per}
                value = point.value or 0
                return self._numeric(value, value, point.words, point.words, percent=True, **unit)
        return self._row("renewed", _words(old), _words(new), note="unchanged")


class _Point(NamedTuple):
    """One point of a distribution: a number, or words where it is only a bound."""

    value: Num | None
    words: str | None

    @classmethod
    def of(cls, pay: Pay, name: Statistic) -> "_Point":
        value: Num | None = getattr(pay, name)
        texts = [] if value is None else [format_quantity(value, None, pay.currency, pay.per)]
        if name in pay.at_least:
            texts.append(at_least(pay.at_least[name], None, pay.currency, pay.per))
        if name in pay.at_most:
            texts.append(at_most(pay.at_most[name], None, pay.currency, pay.per))
        return cls(value, ", ".join(texts) or None)


def _spot(of: Subject, record: Pay | Figure) -> FieldRef:
    """Return where a statement stands, and what a reader calls it."""
    names = of.names
    facts = [record.population]
    if isinstance(record, Pay):
        label = f"Pay {format_per(record.per)} in {names.of('place', record.place)}"
        facts += [record.industry, f"{record.components} pay" if record.components else None]
    else:
        label = MEASURES[record.measure].title
        if MEASURES[record.measure].unit is not None and record.of is not None:
            label += f", {record.of}"
        facts.insert(0, f"in {names.of('place', record.place)}" if record.place else None)
    if record.occupation:
        facts.append(f"counted for {names.of('occupation', record.occupation)}")
    section: Section = "pay" if isinstance(record, Pay) else "figures"
    about = of._replace(section=section, source=record.source)
    return FieldRef(about, section, ", ".join([label, *filter(None, facts)]))


def _words(record: Pay | Figure) -> str:
    """Write what a statement holds."""
    if isinstance(record, Pay):
        points = ((name, _Point.of(record, name).words) for name in STATISTICS)
        return ", ".join(f"{name} {text}" for name, text in points if text)
    text = format_extent(record, record.unit or MEASURES[record.measure].unit)
    named = record.of if MEASURES[record.measure].unit is None else None
    return " ".join(part for part in (text, named) if part) or "not given"
