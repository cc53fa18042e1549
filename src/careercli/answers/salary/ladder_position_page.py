"""Where somebody stands on a ladder: the level that so many years reach, those further up, and what each pays."""

from collections.abc import Iterator

from careercli.amounts import format_money, format_per, format_percent, format_quantity, format_years_band, signed
from careercli.answers.salary.view import LadderStandingView, LevelPayView, SalaryView
from careercli.answers.shared.page_parts import Citations, bullets, heading, prose
from careercli.answers.shared.pay_page import pay_points
from careercli.blocks import MISSING, Block, Cell, Row, Table


def ladder_blocks(view: SalaryView, citations: Citations) -> Iterator[Block]:
    """Yield a table of levels for each role, and what they leave open."""
    if view.years is None:
        return
    yield heading(f"On the ladder, with {format_quantity(view.years, 'years')}")
    yield from bullets(view.ladder_notes)
    held = view.mine is not None and view.mine.currency is not None
    amount = format_money(view.mine.amount, view.mine.currency or "", view.mine.per) if view.mine and held else ""
    headers = ("Level", "Years", "When", "Pay", *((f"Where {amount} stands", "Raise") if amount else ()))
    for role in view.roles:
        levels = [level for level in view.ladder if level.role == role.role]
        if len(view.roles) > 1 and levels:
            yield prose(role.title, "strong")
        rows = [row for level in levels for row in _rows(view, level, citations, held=bool(amount))]
        if rows:
            yield Table(headers, tuple(rows))
    if amount and any(pay.estimate for level in view.ladder for pay in level.pay):
        yield prose(
            "An estimate comes from a rule and nobody was ever paid it, so nothing is held against it and no raise is "
            "told; a raise is from your amount to a published median or mean.",
            "muted",
        )


def _rows(view: SalaryView, level: LadderStandingView, citations: Citations, *, held: bool) -> Iterator[Row]:
    here = level.place == "here"
    label = Cell((level.title,), "strong" if here else "")
    years = Cell((format_years_band(*level.years),)) if level.years else MISSING
    when = Cell((_when(level),), "good" if here else "")
    for pay in level.pay:
        yield Row(label, (years, when, _pay(view, pay, citations), *(_held(view, pay) if held else ())))
    if not level.pay:
        yield Row(label, (years, when, MISSING, *((MISSING, MISSING) if held else ())))


def _when(level: LadderStandingView) -> str:
    if level.place != "ahead":
        return {"here": "now", "unknown": "nobody says"}[level.place]
    if level.wait is None:
        return "after that"
    return f"in {format_quantity(level.wait, 'years')}" if level.wait else "by years now"


def _pay(view: SalaryView, pay: LevelPayView, citations: Citations) -> Cell:
    row = view.rows[pay.row]
    facts = [f"{pay_points(row)}{f' {format_per(row.per)}' if row.per != 'year' else ''}", row.population or ""]
    facts += ["estimate" if row.is_estimate else ""]
    return Cell((f"{', '.join(fact for fact in facts if fact)}{citations.mark(row.source)}",))


def _held(view: SalaryView, pay: LevelPayView) -> tuple[Cell, Cell]:
    stands = Cell((pay.text,)) if pay.text else MISSING
    if pay.gain is None:
        return stands, MISSING
    gain = pay.gain
    amount = signed(format_money(abs(gain.amount), gain.currency, view.rows[pay.row].per), gain.amount)
    share = f" ({signed(format_percent(abs(gain.percent)), gain.percent)})" if gain.percent is not None else ""
    return stands, Cell((f"{amount}{share}",), "good" if gain.amount > 0 else "bad", numeric=True)
