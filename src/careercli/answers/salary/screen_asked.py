"""What was asked for besides: the levels that years of experience reach, and pay at common prices."""

from collections.abc import Iterator

from careercli.amounts import Num, format_money, format_number, format_range, signed
from careercli.answers.salary.screen_amounts import central_cell
from careercli.answers.salary.view import AdjustedView, LadderStandingView, SalaryView
from careercli.answers.shared.screen_parts import UNKNOWN, place_in_text, sentence, strong, with_article
from careercli.blocks import Cell, Group, Mark, Paragraph, Row, Span, Table, cite
from careercli.model import RoleRef

_WHEN = {"here": "now", "unknown": "not known"}


def ladder_answer(view: SalaryView) -> tuple[Paragraph, ...]:
    """Say which level the years reach."""
    if view.years is None:
        return ()
    years = f"{format_number(view.years)} year{'' if view.years == 1 else 's'}"
    here = [level.title for level in view.ladder if level.place == "here"]
    if not here:
        return tuple(sentence(note) for note in view.ladder_notes)
    spans: list[str | Span] = [f"With {years} of experience you would usually be ", strong(with_article(here[0]))]
    spans += [f" or {with_article(title)}" for title in here[1:]]
    return (sentence(*spans, "."),)


def ladder(view: SalaryView) -> Group | None:
    """Return the levels from there on, with what is published of their pay."""
    rows = [row for level in view.ladder for row in _rungs(view, level)]
    held = any(row.cells[-1] is not UNKNOWN for row in rows) and view.mine is not None
    if not rows:
        return None
    headers = ("Level", "Years", "When", "Pay", "For you")
    shown = [Row(row.label, row.cells if held else row.cells[:-1], row.rank) for row in rows]
    return Group((Table(headers if held else headers[:-1], tuple(shown)),), unit=("level", "levels"))


def _rungs(view: SalaryView, level: LadderStandingView) -> Iterator[Row]:
    tone = "strong" if level.place == "here" else ""
    years = Cell((_years(level),), numeric=True) if level.years else UNKNOWN
    when = Cell((_when(level),), "good" if level.place == "here" else "")
    paid = [one for one in level.pay if not one.estimate and view.rows[one.row].per == (view.per or "year")][:1]
    pay = view.rows[paid[0].row] if paid else None
    gain = paid[0].gain if paid else None
    raised = UNKNOWN
    if gain is not None:
        text = signed(format_money(abs(gain.amount), gain.currency, view.per or "year"), gain.amount)
        raised = Cell((text,), "good" if gain.amount > 0 else "bad", numeric=True)
    label = Cell((level.title + (cite(pay.source) if pay else ""),), tone)  # type: ignore[arg-type]
    yield Row(label, (years, when, central_cell(pay) if pay else UNKNOWN, raised))


def _years(level: LadderStandingView) -> str:
    low, high = level.years or (0, None)
    return f"{format_number(low)} or more" if high is None else f"{format_number(low)}–{format_number(high)}"


def _when(level: LadderStandingView) -> str:
    if level.place != "ahead":
        return _WHEN[level.place]
    if level.wait is None:
        return "after that"
    return f"in {format_number(level.wait)} year{'' if level.wait == 1 else 's'}" if level.wait else "now"


def adjusted_answer(view: SalaryView) -> tuple[Paragraph, ...]:
    """Say what the pay buys, of the place where it buys most."""
    known = [row for row in view.adjusted if row.adjusted is not None]
    if not known:
        return (sentence("No price level of these places is known."),) if view.adjusted else ()
    best = max(known, key=lambda row: row.adjusted or 0)
    where = "average US prices" if best.kind == "rpp" else "prices of the United States"
    most = " It buys most there." if len(known) > 1 else ""
    return (
        sentence(
            f"At {where}, pay in {place_in_text(best.place_title)} of {_paid(best)} is worth ",
            strong(_worth(best)),
            f" a year.{most}",
            cite(best.pay_source, best.parity_source),
        ),
    )


def adjusted(view: SalaryView) -> Group | None:
    """Return what is paid and what that is worth at common prices."""
    if not view.adjusted:
        return None
    titles = {role.role: role.title for role in view.roles} if len(view.roles) > 1 else {}
    for role in view.roles:
        titles |= {f"{RoleRef.parse(role.role).role}@{level}": title for level, title in role.levels}
    rows = tuple(
        Row(
            Cell(
                (
                    ", ".join(filter(None, (_priced(row), titles.get(str(RoleRef(row.role, row.level))))))
                    + cite(row.pay_source),
                )
            ),
            (
                Cell((_paid(row) + ("‡" if row.statistic == "mean" else ""),), numeric=True),
                UNKNOWN if row.parity is None else Cell((format_number(row.parity, 3),), numeric=True),
                UNKNOWN if row.adjusted is None else Cell((_worth(row),), numeric=True),
            ),
        )
        for row in view.adjusted
    )
    source = next((row.parity_source for row in view.adjusted if row.parity_source), None)
    headers = ("Place", "Paid", f"Price level {view.adjusted[0].parity_period}" + cite(source), "Worth")
    return Group((Table(headers, rows),))


def _priced(row: AdjustedView) -> str:
    """Return the place, with the one whose prices stand for it."""
    other = row.parity_place_title
    return row.place_title if other in (None, row.place_title) else f"{row.place_title} (prices of {other})"


def _worth(row: AdjustedView) -> str:
    return _range(row.adjusted, row.adjusted_high, "USD")


def _paid(row: AdjustedView) -> str:
    return _range(row.paid, row.paid_high, row.currency)


def _range(low: Num | None, high: Num | None, currency: str) -> str:
    return (
        format_range(round(low or 0), round(high), None, currency) if high else format_money(round(low or 0), currency)
    )


WORTH = Mark(
    r"\bWorth\b", "Worth is pay divided by the price level. It says what pay buys, not what is offered.", word=True
)
