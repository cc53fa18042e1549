"""The head of a guide: the key figures in a few lines, and the pay drawn as a range."""

from collections.abc import Iterable

from careercli.amounts import format_money, format_per, format_quantity, join_words
from careercli.answers.shared.page_parts import Citations, key_figure_text
from careercli.answers.shared.pay_page import pay_range
from careercli.answers.shared.view_parts import FigureView, KeyFigureView, KeyPayView
from careercli.answers.shared.wording import fit_words, statistic_word
from careercli.answers.show.quick_facts import distribution, education, other_figures, other_pay, section_of
from careercli.answers.show.view import GuideView, KeyFiguresView
from careercli.blocks import Block, Chart, Term, Terms


def quick_facts_blocks(guide: GuideView, head: KeyFiguresView, citations: Citations) -> Iterable[Block]:
    """Yield the key figures with the class that each was counted for, then the distribution of pay."""
    lines = (
        Term("Pay", "; ".join(filter(None, [_figure(head.pay, citations, " a year"), *_other_pay(guide, head)]))),
        Term("Growth", "; ".join(filter(None, [_figure(head.growth, citations), *_other(guide, head, "growth")]))),
        Term(
            "Openings", "; ".join(filter(None, [_figure(head.openings, citations), *_other(guide, head, "openings")]))
        ),
        Term(
            "Jobs", "; ".join(filter(None, [_figure(head.employment, citations), *_other(guide, head, "employment")]))
        ),
        Term("Typical education", _education(education(guide), citations)),
        Term("Levels", join_words([level.title for level in section_of(guide, "levels").levels])),
    )
    if any(line.text for line in lines):
        yield Terms(tuple(line for line in lines if line.text))
    pay = distribution(guide, head)
    if pay is not None:
        yield Chart((pay_range(pay, f"Pay, {pay.currency} {format_per(pay.per)}"),), pay.currency, pay.per)


def _other(guide: GuideView, head: KeyFiguresView, measure: str) -> Iterable[str]:
    """Yield the figures of the other classes, each with its class."""
    for figure in other_figures(guide, head, measure):
        outlook = f" ({figure.outlook})" if figure.outlook else ""
        said = f"{format_quantity(figure.value or 0, figure.unit)}{outlook}"
        yield f"{said} in SOC {figure.occupation}{fit_words(figure.fit)}"


def _other_pay(guide: GuideView, head: KeyFiguresView) -> Iterable[str]:
    for pay in other_pay(guide, head):
        statistic, amount = pay.central_pay() or ("", 0)
        said = f"{format_money(amount, pay.currency)} {statistic_word(statistic)}"
        yield f"{said} in SOC {pay.occupation}{fit_words(pay.fit)}"


def _education(figure: FigureView | None, citations: Citations) -> str:
    if figure is None or figure.of is None:
        return ""
    code = f"; SOC {figure.occupation}" if figure.occupation else ""
    return (
        f"{figure.of}{code}{fit_words(figure.fit)}, {figure.period or 'no date given'}{citations.mark(figure.source)}"
    )


def _figure(figure: KeyPayView | KeyFigureView | None, citations: Citations, per: str = "") -> str:
    """Write a figure with all that it must be read with."""
    if figure is None:
        return ""
    pay = figure if isinstance(figure, KeyPayView) else None
    said = f" ({figure.outlook})" if isinstance(figure, KeyFigureView) and figure.outlook else ""
    code = f"SOC {figure.occupation}{fit_words(figure.fit)}" if figure.occupation else None
    worked = f"worked out from pay {format_per(pay.worked_out_from)}" if pay and pay.worked_out_from else None
    facts = [
        part
        for part in (pay and statistic_word(pay.statistic), code, pay and pay.place_title, figure.period, worked)
        if part
    ]
    aside = f"; {', '.join(facts)}" if facts else ""
    return f"{key_figure_text(figure)}{per}{said}{aside}{citations.mark(figure.source)}"
