"""What changes from one level to another, on a first screen: pay and years, duties, skills."""

from collections.abc import Iterator, Sequence

from careercli.amounts import format_number
from careercli.answers.compare.first_rows import compares
from careercli.answers.compare.known_pay import known_pay
from careercli.answers.compare.level_changes_view import Aspect, ChangeView, Kind
from careercli.answers.compare.screen_chart import pay_chart
from careercli.answers.compare.screen_rows import NOTHING, known_pay_cell, nearest_job_rows, table_row
from careercli.answers.compare.view import CompareView, RowView
from careercli.answers.shared.screen_parts import UNKNOWN, some
from careercli.blocks import Block, Cell, Group, Label, Labels, Paragraph, Row, Span, Table

_DUTY_KINDS: tuple[Kind, ...] = ("added", "falls away")
MAX_DUTIES = 4
"""Duties that are added or handed over, each."""
MAX_SKILLS = 4
"""Skills that a line names."""
DUTIES, SKILLS, HANDED_OVER, TEXTS, CHART = 1, 2, 3, 4, 5
"""The ranks of the groups: the highest goes first where they do not fit."""


def level_groups(
    view: CompareView, headers: tuple[str, ...], shown: list[RowView]
) -> tuple[tuple[Group, ...], tuple[tuple[int, str, str], ...]]:
    """Return the groups of a step from level to level, and what they leave out; `shown` gets the rows they have."""
    changes = view.changes
    shown += [row for row in view.rows if row.measure in ("duties", "skills-rising", "autonomy", "impact", "focus")]
    rows = [*_pay(view, shown), *_years(view, shown), *_track(changes)]
    groups = (
        *((Group((Table(headers, tuple(rows)),)),) if rows else ()),
        *_chart(view),
        *_duties(changes, "added", "New duties", "+", DUTIES),
        *_duties(changes, "falls away", "Duties you hand over", "-", HANDED_OVER),
        *_texts(changes),
        *_skills(changes),
    )
    focus = sum(row.aspect == "focus" for row in changes)
    cut = sum(_cut(len(_of(changes, "duties", kind))) for kind in _DUTY_KINDS)
    return groups, ((cut, "duty", "duties"), (focus, "area of focus", "areas of focus"))


def _pay(view: CompareView, shown: list[RowView]) -> Iterator[Row]:
    """Yield the median and the average of one source, else a range, an estimate, or what each side has."""
    known = [row for row in view.rows if row.group == "pay" and compares(row) and not row.population]
    for statistics in (("median", "mean"), ("range",), (None,)):
        found = [row for row in known if row.statistic in statistics]
        found.sort(key=lambda row: (row.per != "year", row.statistic != "median"))
        alike = [row for row in found if (row.source, row.per) == (found[0].source, found[0].per)]
        shown += alike
        for row in alike:
            if any(cell and cell.fit == "proxy" for cell in row.cells):
                yield from nearest_job_rows(row, 0, pair=True)
                return
            yield table_row(row, 0, pair=True)
        if found:
            return
    cells: list[Cell] = []
    for index in (0, 1):
        pay = known_pay(view.rows, index)
        cells.append(known_pay_cell(*pay) if pay else UNKNOWN)
        shown += [pay[0]] if pay else []
    if any(cell is not UNKNOWN for cell in cells):
        yield Row(Cell(("Pay",)), (*cells, NOTHING))


def _years(view: CompareView, shown: list[RowView]) -> Iterator[Row]:
    for row in view.rows:
        if row.measure == "level-years" and any(row.cells):
            shown.append(row)
            yield table_row(row, 0, pair=True)


def _track(changes: Sequence[ChangeView]) -> Iterator[Row]:
    for row in changes:
        if row.aspect == "track" and row.kind != "stays":
            words = [(text or "")[:1].upper() + (text or "")[1:] for text in (row.before, row.after)]
            yield Row(Cell(("Track",)), (*(Cell((word,)) for word in words), NOTHING))


def _chart(view: CompareView) -> Iterator[Group]:
    for row in view.rows:
        if row.measure == "pay" and compares(row) and row.statistic in ("median", "mean", "range"):
            chart = pay_chart(view.columns, view.rows, row)
            if chart:
                yield Group((chart,), rank=CHART)
            return


def _of(changes: Sequence[ChangeView], aspect: Aspect, kind: Kind) -> list[ChangeView]:
    return [row for row in changes if row.aspect == aspect and row.kind == kind]


def _cut(duties: int) -> int:
    """Return how many of so many duties are only counted."""
    return duties - MAX_DUTIES + 1 if duties > MAX_DUTIES else 0


def _duties(changes: Sequence[ChangeView], kind: Kind, title: str, sign: str, rank: int) -> Iterator[Group]:
    texts = [row.after or row.before or "" for row in _of(changes, "duties", kind)]
    if not texts:
        return
    shown = texts[: len(texts) - _cut(len(texts))]
    lines: list[Block] = [Paragraph((Span(title),)), *(Paragraph((Span(text),), bullet=sign) for text in shown)]
    if len(shown) < len(texts):
        lines.append(Paragraph((Span(f"and {len(texts) - len(shown)} more"),), bullet=sign))
    yield Group(tuple(lines), rank=rank)


def _texts(changes: Sequence[ChangeView]) -> Iterator[Group]:
    """Yield freedom and impact where they change, before and after."""
    names: tuple[tuple[Aspect, str], ...] = (("autonomy", "Freedom"), ("impact", "Impact"))
    labels = [
        Label(name, (f"from: {row.before}", f"to: {row.after}"))
        for aspect, name in names
        for row in _of(changes, aspect, "changes")
    ]
    for rank, one in enumerate(labels, start=TEXTS * 10):
        yield Group((Labels((one,)),), rank=rank)


def _skills(changes: Sequence[ChangeView]) -> Iterator[Group]:
    lines = (
        ("Skills to add", [row.name or "" for row in _of(changes, "skills", "added")]),
        ("Skills to deepen", [_deepened(row) for row in _of(changes, "skills", "rises")]),
        ("Skills you keep", [row.name or "" for row in _of(changes, "skills", "stays")]),
        ("Skills needed less", [_deepened(row) for row in _of(changes, "skills", "drops")]),
        ("Skills left behind", [row.name or "" for row in _of(changes, "skills", "falls away")]),
    )
    labels = tuple(Label(name, (some(skills, _room(name)),)) for name, skills in lines if skills)
    if labels:
        yield Group((Labels(labels),), rank=SKILLS)


def _room(name: str) -> int:
    return 2 if name == "Skills you keep" else MAX_SKILLS


def _deepened(row: ChangeView) -> str:
    if row.amount is None or row.before_value is None or row.after_value is None:
        return f"{row.name} (how far is not known)"
    return f"{row.name} ({format_number(row.before_value)} to {format_number(row.after_value)} of 100)"
