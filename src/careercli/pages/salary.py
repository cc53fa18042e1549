"""Pay as a page: what disagrees in words, every distribution on one axis, the ladder with its raises, other places."""

from collections.abc import Iterable, Sequence

from careercli.amounts import at_least, listed, money, number, percent, signed
from careercli.model import Statistic
from careercli.pages.blocks import Block, Cell, Heading, Page, Row, Table
from careercli.pages.parts import Marks, bullets, fit_words, heading, prose, source_foot
from careercli.pages.pay import pay_charts
from careercli.views.parts import PayView
from careercli.views.salary import AdjustedView, RoleSalaryView, SalaryView, StepView

MISSING = Cell(("–",), "muted")


def page(view: SalaryView) -> Page:
    """Return the pay of each role as a page."""
    marks = Marks(view.sources)
    blocks: list[Block] = []
    for role in view.roles:
        rows = [row for row in view.rows if role.role in (row.role, f"{row.role}@{row.level}")]
        blocks.append(Heading(f"{role.title}: pay", 1))
        if view.by:
            blocks += _ranking(rows, view.by, marks)
        elif view.places:
            blocks += _at_places(rows, marks)
        else:
            blocks += _role(role, rows, marks)
        if view.without_pay:
            blocks.append(prose(f"No official pay is known for {listed(view.without_pay, 'or')}.", "warn"))
        adjusted = [row for row in view.adjusted if row.role == role.role]
        if adjusted:
            blocks += _adjusted(adjusted, marks)
    return Page((*blocks, *source_foot(view.sources)))


def _role(role: RoleSalaryView, rows: Sequence[PayView], marks: Marks) -> Iterable[Block]:
    if not rows:
        yield prose("The catalog has no pay figure for this role.", "warn")
        return
    if role.disagreements:
        yield heading("The sources disagree")
        yield from bullets(disagreement.text for disagreement in role.disagreements)
    titles = dict(role.levels)
    yield from pay_charts(rows, titles, marks)
    if role.steps:
        yield heading("From level to level")
        yield _steps_table(role.steps, titles, marks)
        yield from bullets(role.notes)
    if role.drivers:
        yield heading("What moves pay")
        yield from bullets(role.drivers)


def _at_places(rows: Sequence[PayView], marks: Marks) -> Iterable[Block]:
    if not rows:
        yield prose("The catalogs have no official pay for this role there.", "warn")
        return
    yield from pay_charts(rows, {}, marks, by_place=False)


def _ranking(rows: Sequence[PayView], by: str, marks: Marks) -> Iterable[Block]:
    if not rows:
        yield prose(f"The catalogs have no pay by {by} for this role.", "warn")
        yield prose("Download the official files and: careercli catalog import FILES", "muted")
        return
    several = len({row.place for row in rows}) > 1
    classes: dict[str, list[PayView]] = {}
    for row in rows:
        classes.setdefault(fit_words(row.occupation_title, row.occupation, row.fit), []).append(row)
    for name, members in classes.items():
        periods = {row.period or "no date" for row in members}
        when = f", {periods.pop()}" if len(periods) == 1 and by != "year" else ""
        yield prose(f"{name}; {members[0].currency} a year{when}.", "muted")
        yield _ranking_table(members, by, marks, several=several, dated=not when)


def _ranking_table(rows: Sequence[PayView], by: str, marks: Marks, *, several: bool, dated: bool) -> Table:
    """Return one class by state, area, sector or year; what differs from row to row stands in the label."""
    table = []
    for row in rows:
        period = row.period or "no date"
        parts = [{"sector": row.industry or "", "year": period}.get(by, row.place_title)]
        parts += [row.place_title] if several and by in ("sector", "year") else []
        parts += [period] if dated and by != "year" else []
        points = (_point(row, "median"), _point(row, "mean"), _point(row, "p10"), _point(row, "p90"))
        jobs = Cell((number(row.employment),), numeric=True) if row.employment is not None else MISSING
        table.append(Row(Cell((", ".join(parts) + marks.of(row.source),)), (*points, jobs)))
    first = {"state": "State", "metro": "Area", "sector": "Sector", "year": "Year"}[by]
    return Table((first, "Median", "Mean", "p10", "p90", "Jobs"), tuple(table))


def _point(row: PayView, point: Statistic) -> Cell:
    value = getattr(row, point)
    if value is not None:
        return Cell((money(value, row.currency),), numeric=True)
    if point in row.at_least:
        return Cell((at_least(row.at_least[point], None, row.currency),), numeric=True)
    return MISSING


def _adjusted(rows: Sequence[AdjustedView], marks: Marks) -> Iterable[Block]:
    """Show both amounts, the parity with its year and source, and what the result is."""
    first = rows[0]
    basis = "United States average prices" if first.kind == "rpp" else "international dollars"
    yield heading(f"At {basis} of {first.parity_period}")
    table = [
        Row(
            Cell((row.place_title,)),
            (
                Cell((f"{row.statistic}{marks.of(row.pay_source)}",)),
                Cell((money(row.paid, row.currency),), numeric=True),
                Cell((f"{number(row.parity, 3)}{marks.of(row.parity_source)}",), numeric=True),
                Cell((number(row.adjusted, 0),), numeric=True),
            ),
        )
        for row in rows
    ]
    yield Table(("Place", "Statistic", "Paid", f"Parity {first.parity_period}", "At these prices"), tuple(table))
    yield prose(
        f"Indicative only: pay of {first.pay_period or 'no date'} divided by the price level of {first.parity_period}. "
        "It says what pay buys, not what employers offer.",
        "muted",
    )


def _steps_table(steps: Sequence[StepView], titles: dict[str, str], marks: Marks) -> Table:
    rows = []
    for step in steps:
        share = signed(percent(abs(step.percent)), step.percent) if step.percent is not None else ""
        gain = signed(money(abs(step.amount), step.currency), step.amount)
        cells = (
            Cell((f"{step.statistic}{marks.of(step.source)}",)),
            Cell((money(step.from_amount, step.currency),), numeric=True),
            Cell((money(step.to_amount, step.currency),), numeric=True),
            Cell((gain,), numeric=True),
            Cell((share,), "good" if step.amount > 0 else "bad", numeric=True),
        )
        rows.append(Row(Cell((titles[step.to_level],)), cells))
    return Table(("To the level", "Statistic", "Before", "After", "Raise", "In percent"), tuple(rows))
