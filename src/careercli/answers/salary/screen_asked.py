"""What was asked for besides: the levels that years of experience reach, and pay at common prices."""

from careercli.amounts import Num, format_money, format_number, format_range, signed
from careercli.answers.salary.screen_amounts import central_cell
from careercli.answers.salary.view import AdjustedView, LevelOfRoleView, RoleSalaryView, SalaryRowView, SalaryView
from careercli.answers.shared.pay_page import pay_subject
from careercli.answers.shared.screen_parts import UNKNOWN, place_in_text, sentence, strong, with_article
from careercli.blocks import Cell, Group, Mark, Paragraph, Row, Span, Table, cite

_WHEN = {"here": "now", "unknown": "not known"}


def ladder_answer(view: SalaryView) -> tuple[Paragraph, ...]:
    """Say which level the years reach."""
    if view.years is None:
        return ()
    years = f"{format_number(view.years)} year{'' if view.years == 1 else 's'}"
    here = [level.title for role in view.roles for level in role.levels if level.where == "here"]
    if not here:
        return tuple(sentence(role.ladder_note) for role in view.roles if role.ladder_note)
    spans: list[str | Span] = [f"With {years} of experience you would usually be ", strong(with_article(here[0]))]
    spans += [f" or {with_article(title)}" for title in here[1:]]
    return (sentence(*spans, "."),)


def ladder(view: SalaryView) -> Group | None:
    """Return the levels from there on, with what is published of their pay."""
    rows = [_row(view, role, level) for role in view.roles for level in role.levels if level.where]
    held = any(row.cells[-1] is not UNKNOWN for row in rows) and view.mine is not None
    if not rows:
        return None
    headers = ("Level", "Years", "When", "Pay", "For you")
    shown = [Row(row.label, row.cells if held else row.cells[:-1], row.rank) for row in rows]
    return Group((Table(headers if held else headers[:-1], tuple(shown)),), unit=("level", "levels"))


def _row(view: SalaryView, role: RoleSalaryView, level: LevelOfRoleView) -> Row:
    tone = "strong" if level.where == "here" else ""
    years = UNKNOWN if level.years_from is None else Cell((_years(level.years_from, level.years_to),), numeric=True)
    when = Cell((_when(level),), "good" if level.where == "here" else "")
    told = (one for one in view.pay_of(role, level) if not one.is_estimate and one.per == (view.per or "year"))
    pay = next(told, None)
    gain = pay.gain if pay else None
    raised = UNKNOWN
    if gain is not None:
        text = signed(format_money(abs(gain.amount), gain.currency, view.per or "year"), gain.amount)
        raised = Cell((text,), "good" if gain.amount > 0 else "bad", numeric=True)
    label = Cell((level.title + (cite(pay.source) if pay else ""),), tone)  # type: ignore[arg-type]
    return Row(label, (years, when, central_cell(pay) if pay else UNKNOWN, raised))


def _years(low: Num, high: Num | None) -> str:
    return f"{format_number(low)} or more" if high is None else f"{format_number(low)}–{format_number(high)}"


def _when(level: LevelOfRoleView) -> str:
    if level.where != "ahead":
        return _WHEN[level.where or ""]
    if level.wait is None:
        return "after that"
    return f"in {format_number(level.wait)} year{'' if level.wait == 1 else 's'}" if level.wait else "now"


def adjusted_answer(view: SalaryView) -> tuple[Paragraph, ...]:
    """Say what the pay buys, of the place where it buys most."""
    every = _priced(view)
    known = [(row, worth) for row, worth in every if worth.value is not None]
    if not known:
        return (sentence("No price level of these places is known."),) if every else ()
    row, best = max(known, key=lambda pair: pair[1].value or 0)
    where = "average US prices" if best.kind == "rpp" else "prices of the United States"
    most = " It buys most there." if len(known) > 1 else ""
    return (
        sentence(
            f"At {where}, pay in {place_in_text(row.place_title)} of {_paid(row, best)} is worth ",
            strong(_worth(best)),
            f" a year.{most}",
            cite(row.source, best.parity_source),
        ),
    )


def _priced(view: SalaryView) -> list[tuple[SalaryRowView, AdjustedView]]:
    return [(row, row.adjusted) for row in view.rows if row.adjusted]


def adjusted(view: SalaryView) -> Group | None:
    """Return what is paid and what that is worth at common prices."""
    every = _priced(view)
    if not every:
        return None
    titles = view.titles()
    rows = tuple(
        Row(
            Cell((", ".join(filter(None, (_place(row, worth), titles.get(pay_subject(row))))) + cite(row.source),)),
            (
                Cell((_paid(row, worth) + ("‡" if worth.statistic == "mean" else ""),), numeric=True),
                UNKNOWN if worth.parity is None else Cell((format_number(worth.parity, 3),), numeric=True),
                UNKNOWN if worth.value is None else Cell((_worth(worth),), numeric=True),
            ),
        )
        for row, worth in every
    )
    source = next((worth.parity_source for _, worth in every if worth.parity_source), None)
    headers = ("Place", "Paid", f"Price level {every[0][1].parity_period}" + cite(source), "Worth")
    return Group((Table(headers, rows),))


def _place(row: SalaryRowView, worth: AdjustedView) -> str:
    """Return the place, with the one whose prices stand for it."""
    other = worth.parity_place_title
    return row.place_title if other in (None, row.place_title) else f"{row.place_title} (prices of {other})"


def _worth(worth: AdjustedView) -> str:
    return _range(worth.value, worth.high, "USD")


def _paid(row: SalaryRowView, worth: AdjustedView) -> str:
    if worth.statistic == "range":
        return _range(row.low, row.high, row.currency)
    return _range(getattr(row, worth.statistic), None, row.currency)


def _range(low: Num | None, high: Num | None, currency: str) -> str:
    return (
        format_range(round(low or 0), round(high), None, currency) if high else format_money(round(low or 0), currency)
    )


WORTH = Mark(
    r"\bWorth\b", "Worth is pay divided by the price level. It says what pay buys, not what is offered.", word=True
)
