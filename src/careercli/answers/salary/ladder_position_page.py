"""Where somebody stands on a ladder: the level that so many years reach, those further up, and what each pays."""

from collections.abc import Iterator, Sequence

from careercli.amounts import format_money, format_per, format_percent, format_quantity, format_years_band, signed
from careercli.answers.salary.view import LevelOfRoleView, SalaryRowView, SalaryView
from careercli.answers.shared.page_parts import Citations, bullets, heading, prose
from careercli.answers.shared.pay_page import pay_points
from careercli.blocks import MISSING, Block, Cell, Row, Table


def ladder_blocks(view: SalaryView, citations: Citations) -> Iterator[Block]:
    """Yield a table of levels for each role, and what they leave open."""
    if view.years is None:
        return
    yield heading(f"On the ladder, with {format_quantity(view.years, 'years')}")
    yield from bullets([role.ladder_note for role in view.roles if role.ladder_note])
    held = view.mine is not None and view.mine.currency is not None
    amount = format_money(view.mine.amount, view.mine.currency or "", view.mine.per) if view.mine and held else ""
    headers = ("Level", "Years", "When", "Pay", *((f"How {amount} compares", "Raise") if amount else ()))
    estimated = False
    for role in view.roles:
        levels = [(level, view.pay_of(role, level)) for level in role.levels if level.where]
        if len(view.roles) > 1 and levels:
            yield prose(role.heading(), "strong")
        rows = [row for level, pays in levels for row in _rows(level, pays, citations, held=bool(amount))]
        estimated |= any(pay.is_estimate for _, pays in levels for pay in pays)
        if rows:
            yield Table(headers, tuple(rows))
    if amount and estimated:
        yield prose(
            "No one is paid an estimate, so your amount is not compared with it. A raise is from your amount to a "
            "published median or average.",
            "muted",
        )


def _rows(level: LevelOfRoleView, pays: Sequence[SalaryRowView], citations: Citations, *, held: bool) -> Iterator[Row]:
    here = level.where == "here"
    label = Cell((level.title,), "strong" if here else "")
    years = MISSING if level.years_from is None else Cell((format_years_band(level.years_from, level.years_to),))
    when = Cell((_when(level),), "good" if here else "")
    for pay in pays:
        yield Row(label, (years, when, _pay(pay, citations), *(_held(pay) if held else ())))
    if not pays:
        yield Row(label, (years, when, MISSING, *((MISSING, MISSING) if held else ())))


def _when(level: LevelOfRoleView) -> str:
    if level.where != "ahead":
        return {"here": "now", "unknown": "unknown"}[level.where or ""]
    if level.wait is None:
        return "after that"
    return f"in {format_quantity(level.wait, 'years')}" if level.wait else "now, by years"


def _pay(row: SalaryRowView, citations: Citations) -> Cell:
    facts = [f"{pay_points(row)}{f' {format_per(row.per)}' if row.per != 'year' else ''}", row.population or ""]
    facts += ["estimate" if row.is_estimate else ""]
    return Cell((f"{', '.join(fact for fact in facts if fact)}{citations.mark(row.source)}",))


def _held(pay: SalaryRowView) -> tuple[Cell, Cell]:
    stands = Cell((pay.standing.text,)) if pay.standing else MISSING
    if pay.gain is None:
        return stands, MISSING
    gain = pay.gain
    amount = signed(format_money(abs(gain.amount), gain.currency, pay.per), gain.amount)
    share = f" ({signed(format_percent(abs(gain.percent)), gain.percent)})" if gain.percent is not None else ""
    return stands, Cell((f"{amount}{share}",), "good" if gain.amount > 0 else "bad", numeric=True)
