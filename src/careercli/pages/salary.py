"""Pay as a page: what disagrees in words, every distribution on one axis, the ladder with its raises, other places."""

from collections.abc import Iterable, Sequence

from careercli.amounts import money, per_words, percent, signed
from careercli.pages.blocks import Block, Cell, Chart, Heading, Page, Range, Row, Table
from careercli.pages.parts import Marks, bullets, heading, pay_label, pay_points, prose, source_foot
from careercli.views import PayView, RoleSalaryView, SalaryView, StepView


def page(view: SalaryView) -> Page:
    """Return the pay of each role as a page."""
    marks = Marks(view.sources)
    blocks: list[Block] = []
    for role in view.roles:
        rows = [row for row in view.rows if role.role in (row.role, f"{row.role}@{row.level}")]
        blocks += [Heading(f"{role.title}: pay", 1), *_role(role, rows, marks)]
    return Page((*blocks, *source_foot(view.sources)))


def _role(role: RoleSalaryView, rows: Sequence[PayView], marks: Marks) -> Iterable[Block]:
    if not rows:
        yield prose("The catalog has no pay figure for this role.", "warn")
        return
    if role.disagreements:
        yield heading("The sources disagree")
        yield from bullets(disagreement.text for disagreement in role.disagreements)
    titles = dict(role.levels)
    for (place, currency, per), group in _grouped(rows).items():
        yield heading(f"{group[0].place_title}, {currency} {per_words(per)}")
        yield Chart(tuple(_range(pay, titles, marks) for pay in group), currency, per)
    if role.steps:
        yield heading("From level to level")
        yield _steps_table(role.steps, titles, marks)
        yield from bullets(role.notes)
    if role.drivers:
        yield heading("What moves pay")
        yield from bullets(role.drivers)


def _grouped(rows: Sequence[PayView]) -> dict[tuple[str, str, str], list[PayView]]:
    groups: dict[tuple[str, str, str], list[PayView]] = {}
    for pay in rows:
        groups.setdefault((pay.place, pay.currency, pay.per), []).append(pay)
    return groups


def _range(pay: PayView, titles: dict[str, str], marks: Marks) -> Range:
    ends = (pay.low, pay.p10), (pay.high, pay.p90)
    bound = pay.at_least.get("high", pay.at_least.get("p90"))
    low = next((value for value in ends[0] if value is not None), None)
    high = next((value for value in ends[1] if value is not None), bound)
    label = pay_label(pay, marks)
    return Range(
        label=f"{titles[pay.level]}: {label}" if pay.level else label,
        figures=pay_points(pay),
        low=low,
        p25=pay.p25,
        median=pay.median,
        mean=pay.mean,
        p75=pay.p75,
        high=high,
        open_end=bound is not None and high == bound,
        estimate=pay.estimate,
        note=pay.note or "",
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
