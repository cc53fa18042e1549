"""Pay as a page: where one stands, what disagrees, every range on one axis, raises by level, other places."""

from collections.abc import Iterable, Iterator, Sequence

from careercli.amounts import (
    at_least,
    format_money,
    format_number,
    format_per,
    format_percent,
    format_range,
    join_words,
    signed,
)
from careercli.answers.salary.by_experience_page import by_experience_blocks
from careercli.answers.salary.ladder_position_page import ladder_blocks
from careercli.answers.salary.view import (
    LevelStepView,
    RoleSalaryView,
    SalaryRowView,
    SalaryView,
    standing_rows,
)
from careercli.answers.shared.page_parts import Citations, bullets, heading, occupation_fit_text, prose, source_list
from careercli.answers.shared.pay_page import (
    conversion_text,
    pay_charts,
    pay_label,
    pay_points,
    pay_subject,
)
from careercli.answers.shared.view_parts import MineView, PayView, WageLevelView
from careercli.answers.shared.wording import IMPORT_HINT, statistic_word
from careercli.blocks import MISSING, Block, Cell, Heading, Page, Row, Table
from careercli.model import Statistic


def page(view: SalaryView) -> Page:
    """Return the pay of the roles as a page."""
    citations = Citations(view.sources)
    blocks = _rankings(view, view.by, citations) if view.by else _distributions(view, citations)
    return Page((*blocks, *_asides(view, citations), *source_list(view.sources)))


def _distributions(view: SalaryView, citations: Citations) -> Iterator[Block]:
    """Yield where the reader stands, what disagrees, every range on one axis, then what is said role by role."""
    several = len(view.roles) > 1
    yield Heading(f"{join_words([role.heading() for role in view.roles])}: pay", 1)
    if view.mine and view.mine.currency:
        yield from _standings(view, view.mine, citations)
    yield from ladder_blocks(view, citations)
    if not view.places and any(role.disagreements for role in view.roles):
        yield heading("The sources disagree")
        for role in view.roles:
            whose = f"{role.heading()}: " if several else ""
            yield from bullets(whose + disagreement.text for disagreement in role.disagreements)
    yield from _without_figures(view)
    yield from pay_charts(view.rows, view.titles(), citations, by_place=not view.places, own_pay=view.mine)
    yield from _left_out(view, citations)
    yield from by_experience_blocks(view, citations, view.titles(), several=several)
    for role in () if view.places else view.roles:
        aside = role.heading() if several else ""
        if role.steps:
            unit = f", {format_per(view.per)}" if view.per else ""
            yield heading(f"From level to level{unit}", aside)
            yield _steps_table(role.steps, citations)
            yield from bullets(role.notes)
        if role.drivers and _pays(view, role):
            yield heading("What moves pay", aside)
            yield from bullets(role.drivers)


def _pays(view: SalaryView, role: RoleSalaryView) -> bool:
    told: tuple[PayView | WageLevelView, ...] = (*view.rows, *view.left_out, *view.official_wage_levels)
    return any(role.holds(row.role, row.level) for row in told)


def _without_figures(view: SalaryView) -> Iterator[Block]:
    for role in view.roles:
        if not _pays(view, role):
            whom = role.heading() if len(view.roles) > 1 else "this job"
            said = f"The catalogs have no pay for {whom} there, official or not."
            yield prose(said if view.places else f"The catalog has no pay figure for {whom}.", "warn")


def _standings(view: SalaryView, own_pay: MineView, citations: Citations) -> Iterator[Block]:
    currency = own_pay.currency or ""
    unit = f"{currency} {format_per(own_pay.per)}"
    yield heading(f"How {format_money(own_pay.amount, currency, own_pay.per)} {format_per(own_pay.per)} compares")
    lines = [(row, f"{row.standing.text}.") for row in standing_rows(view.rows) if row.standing]
    yield from bullets(_lines(view, lines, citations))
    if not lines:
        yield prose(f"No source gives percentiles or a range in {unit} here, so no one can say.", "warn")
    if any(row.standing and row.standing.percentile is not None for row in view.rows):
        yield prose(
            "Between two published percentiles careercli assumes a straight line. Below the lowest and above the "
            "highest, no one knows.",
            "muted",
        )
    others = dict.fromkeys(f"{row.currency} {format_per(row.per)}" for row in view.rows)
    left = [other for other in others if other != unit]
    if left:
        yield prose(f"Compared only with pay in {unit}, not in {join_words(left)}.", "muted")


def _lines(view: SalaryView, said: Iterable[tuple[PayView, str]], citations: Citations) -> Iterator[str]:
    """Yield what is said of each distribution behind its place, unless that is the first one's, level and source."""
    titles, home = view.titles(), ""
    for row, words in said:
        home = home or row.place
        before = [row.place_title] if view.places or view.by or row.place != home else []
        before += [titles[pay_subject(row)]] if pay_subject(row) in titles else []
        yield f"{'; '.join([*before, pay_label(row, citations)])}: {words}"


def _left_out(view: SalaryView, citations: Citations) -> Iterator[Block]:
    if view.left_out and view.per:
        yield heading(f"Not converted to pay {format_per(view.per)}")
        yield prose("People in these jobs do not work 2,080 hours a year, so their pay is shown as published.", "muted")
        lines = ((row, f"{format_per(row.per)} {pay_points(row)}") for row in view.left_out)
        yield from bullets(_lines(view, lines, citations))


def _asides(view: SalaryView, citations: Citations) -> Iterator[Block]:
    """Yield the places without pay, those without official pay, and pay at other prices."""
    if view.without_pay:
        names = [place.place_title for place in view.without_pay]
        yield prose(f"No pay is known for {join_words(names, 'or')}.", "warn")
    if view.places:
        paid = dict.fromkeys(row.place_title for row in (*view.rows, *view.left_out))
        official = {row.place_title for row in view.rows if citations.is_official(row.source)}
        official |= {one.place_title for one in view.official_wage_levels}
        unofficial = [place for place in paid if place not in official]
        if unofficial:
            yield prose(f"No official pay is known for {join_words(unofficial, 'or')}.", "warn")
    yield from _adjusted(view, citations)


def _rankings(view: SalaryView, by: str, citations: Citations) -> Iterator[Block]:
    for role in view.roles:
        yield Heading(f"{role.heading()}: pay", 1)
        groups = [rows for rows in view.groups() if role.holds(rows[0].role, rows[0].level)]
        if not groups:
            yield prose(f"The catalogs have no pay by {by} for this job.", "warn")
            yield prose(f"{IMPORT_HINT}.", "muted")
        several = len({row.place for rows in groups for row in rows}) > 1
        for rows in groups:
            yield from _ranking(rows, by, citations, several=several)
    yield from _left_out(view, citations)


def _ranking(rows: Sequence[PayView], by: str, citations: Citations, *, several: bool) -> Iterator[Block]:
    first = rows[0]
    counted = occupation_fit_text(first.occupation_title, first.occupation, first.fit)
    facts = [f"{counted}; {first.currency} {format_per(first.per)}"]
    periods = {row.period or "no date" for row in rows}
    dated = len(periods) > 1 or by == "year"
    facts += [] if dated else periods
    origins = {conversion_text(row) for row in rows}
    facts += origins - {""} if len(origins) == 1 else []
    yield prose(f"{', '.join(facts)}.", "muted")
    yield _ranking_table(rows, by, citations, several=several, dated=dated, mixed=len(origins) > 1)


def _ranking_table(  # noqa: PLR0913 (what may differ from row to row)
    rows: Sequence[PayView], by: str, citations: Citations, *, several: bool, dated: bool, mixed: bool
) -> Table:
    """Return one class by state, area, sector or year; what differs from row to row stands in the label."""
    table = []
    for row in rows:
        period = row.period or "no date"
        parts = [{"sector": row.industry or "", "year": period}.get(by, row.place_title)]
        parts += [row.place_title] if several and by in ("sector", "year") else []
        parts += [period] if dated and by != "year" else []
        parts += [conversion_text(row)] if mixed and row.worked_out_from else []
        points = (_point(row, "median"), _point(row, "mean"), _point(row, "p10"), _point(row, "p90"))
        jobs = Cell((format_number(row.jobs),), numeric=True) if row.jobs is not None else MISSING
        table.append(Row(Cell((", ".join(parts) + citations.mark(row.source),)), (*points, jobs)))
    first = {"state": "State", "metro": "Area", "sector": "Sector", "year": "Year"}[by]
    return Table((first, "Median", "Average", "10% under", "90% under", "Jobs"), tuple(table))


def _point(row: PayView, point: Statistic) -> Cell:
    value = getattr(row, point)
    if value is not None:
        return Cell((format_money(value, row.currency, row.per),), numeric=True)
    if point in row.points_at_least:
        return Cell((at_least(row.points_at_least[point], None, row.currency, row.per),), numeric=True)
    return MISSING


def _adjusted(view: SalaryView, citations: Citations) -> Iterator[Block]:
    """Show both amounts, the parity with its year and source, and what the result is."""
    priced = [(row, row.adjusted) for row in view.rows if row.adjusted]
    if not priced:
        return
    pay, first = priced[0]
    basis = "average US prices" if first.kind == "rpp" else "international dollars"
    yield heading(f"At {basis} of {first.parity_period}")
    titles = view.titles()
    table = [
        Row(
            Cell((", ".join(filter(None, [row.place_title, titles.get(pay_subject(row))])),)),
            (
                Cell((f"{statistic_word(worth.statistic)}{citations.mark(row.source)}",)),
                Cell((_paid(row, worth.statistic),), numeric=True),
                _number(worth.parity, 3, citations.mark(worth.parity_source)),
                _number(worth.value, 0, end=worth.high),
            ),
        )
        for row, worth in priced
    ]
    yield Table(("Place", "Figure", "Paid", f"Price level {first.parity_period}", "At these prices"), tuple(table))
    other = {
        row.place_title: worth.parity_place_title
        for row, worth in priced
        if worth.parity_place_title not in (None, row.place_title)
    }
    yield from (prose(f"The price level for {place} is that of {priced}.", "muted") for place, priced in other.items())
    yield prose(
        f"A rough guide: pay of {pay.period or 'no date'} divided by the price level of {first.parity_period}. "
        "It shows what pay buys, not what employers offer.",
        "muted",
    )


def _paid(row: SalaryRowView, statistic: str) -> str:
    if statistic == "range":
        return format_range(row.low, row.high, None, row.currency)
    return format_money(getattr(row, statistic), row.currency)


def _number(value: float | None, decimals: int, mark: str = "", *, end: float | None = None) -> Cell:
    if value is None:
        return MISSING
    upper = "" if end is None else f"–{format_number(end, decimals)}"
    return Cell((f"{format_number(value, decimals)}{upper}{mark}",), numeric=True)


def _steps_table(steps: Sequence[LevelStepView], citations: Citations) -> Table:
    rows = []
    for step in steps:
        share = signed(format_percent(abs(step.percent)), step.percent) if step.percent is not None else ""
        gain = signed(format_money(abs(step.amount), step.currency, step.per), step.amount)
        cells = (
            Cell((f"{statistic_word(step.statistic)}{citations.mark(step.source)}",)),
            Cell((format_money(step.from_amount, step.currency, step.per),), numeric=True),
            Cell((format_money(step.to_amount, step.currency, step.per),), numeric=True),
            Cell((gain,), numeric=True),
            Cell((share,), "good" if step.amount > 0 else "bad", numeric=True),
        )
        rows.append(Row(Cell((step.to.title,)), cells))
    return Table(("To the level", "Figure", "Before", "After", "Raise", "Percent"), tuple(rows))
