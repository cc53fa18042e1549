"""Pay as a page: what disagrees in words, every distribution on one axis, the ladder with its raises, other places."""

from collections.abc import Iterable, Sequence

from careercli.amounts import money, percent, signed
from careercli.pages.blocks import Block, Cell, Heading, Page, Row, Table
from careercli.pages.parts import Marks, bullets, heading, prose, source_foot
from careercli.pages.pay import pay_charts
from careercli.views.parts import PayView
from careercli.views.salary import RoleSalaryView, SalaryView, StepView


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
    yield from pay_charts(rows, titles, marks)
    if role.steps:
        yield heading("From level to level")
        yield _steps_table(role.steps, titles, marks)
        yield from bullets(role.notes)
    if role.drivers:
        yield heading("What moves pay")
        yield from bullets(role.drivers)


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
