"""Pay by experience as a page: official wage levels at places, and estimates, each in a table of its own."""

from collections.abc import Iterator, Mapping, Sequence

from careercli.amounts import format_money, format_per
from careercli.answers.salary.view import SalaryView
from careercli.answers.shared.page_parts import Citations, heading, prose
from careercli.answers.shared.pay_page import drawn_from_text, wage_level_basis
from careercli.answers.shared.view_parts import WageLevelView
from careercli.blocks import Block, Cell, Row, Table
from careercli.model import RoleRef


def by_experience_blocks(
    view: SalaryView, citations: Citations, titles: Mapping[str, str], *, several: bool
) -> Iterator[Block]:
    """Yield what is published, then what is estimated; `titles` are those of roles and levels, by name."""
    yield from _wage_levels(view, citations, titles, several=several)
    yield from _estimates(view, citations, titles, several=several)


def _wage_levels(
    view: SalaryView, citations: Citations, titles: Mapping[str, str], *, several: bool
) -> Iterator[Block]:
    """Yield the official wage levels of each class in a table of its own, with a column for each place."""
    tables: dict[tuple[str, str, str], list[WageLevelView]] = {}
    for one in view.official_wage_levels:
        whose = titles.get(str(RoleRef(one.role, one.level)), "") if several or one.level else ""
        tables.setdefault((whose, one.occupation, one.per), []).append(one)
    for (whose, _, per), levels in tables.items():
        first = levels[0]
        places = list(dict.fromkeys((one.place, one.place_title) for one in levels))
        rows = [
            Row(Cell((name.capitalize(),)), tuple(_wage_level(levels, name, place) for place, _ in places))
            for name in dict.fromkeys(one.wage_level for one in levels)
        ]
        unit = ", ".join(part for part in (whose, f"{first.currency} {format_per(per)}") if part)
        yield heading(f"By experience, official wage levels{citations.mark(first.source)}", unit)
        yield Table(("Wage level", *(title for _, title in places)), tuple(rows))
        yield prose(wage_level_basis(first), "muted")


def _wage_level(levels: Sequence[WageLevelView], name: str, place: str) -> Cell:
    one = next((one for one in levels if (one.wage_level, one.place) == (name, place)), None)
    if one is None:
        return Cell(("–",), "muted")
    lines = [format_money(one.value, one.currency, one.per), drawn_from_text(one)]
    return Cell(tuple(line for line in lines if line), numeric=True)


def _estimates(view: SalaryView, citations: Citations, titles: Mapping[str, str], *, several: bool) -> Iterator[Block]:
    """Yield pay by experience as a table of its own, in which every number says that it is an estimate."""
    if not view.estimates:
        return
    rows = []
    for one in view.estimates:
        whose = titles.get(str(RoleRef(one.role, one.level)), "") if several or one.level else ""
        label = f"{whose}, {one.wage_level}" if whose else one.wage_level.capitalize()
        spread = (
            ""
            if one.low is None or one.high is None
            else (f"{format_money(one.low, one.currency)} to {format_money(one.high, one.currency)}")
        )
        about = f"about {format_money(one.value, one.currency)}"
        rows.append(Row(Cell((label,)), (Cell((about,), "muted"), Cell((spread,), "muted"))))
    first = view.estimates[0]
    where = f", {first.place_title}" if view.places else ""
    yield heading(f"By experience, our estimate{citations.mark(first.source)}", f"{format_per(first.per)}{where}")
    yield Table(("Wage level", "Estimate", "In the middle half of areas"), tuple(rows))
    yield prose(
        "Worked out with a Department of Labor formula from the average US wage of the occupation, and rounded. No "
        "survey counts it.",
        "muted",
    )
