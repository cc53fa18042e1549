"""What a guide says first: pay, outlook and getting in as sentences, and these with a few more as facts."""

import re
from collections.abc import Iterator

from careercli.amounts import format_money, format_number, format_range
from careercli.answers.shared.licenses import american_first, is_license
from careercli.answers.shared.page_parts import key_pay_text
from careercli.answers.shared.screen_figures import growth_text
from careercli.answers.shared.screen_parts import education_word, fit_mark, some, strong
from careercli.answers.shared.view_parts import FigureView, KeyFigureView, PayView
from careercli.answers.shared.wording import schooling
from careercli.answers.show.quick_facts import distribution, education, section_of
from careercli.answers.show.view import GuideView, KeyFiguresView
from careercli.blocks import Cell, Row, Span, Tone, cite

Said = tuple[str | Span, ...]
_TRAINING = {
    "Apprenticeship": "an apprenticeship",
    "Internship/residency": "an internship or residency",
    "Long-term on-the-job training": "over a year of training on the job",
    "Moderate-term on-the-job training": "up to a year of training on the job",
    "Short-term on-the-job training": "up to a month of training on the job",
}
_EXPERIENCE = {"5 years or more": "5 years or more", "Less than 5 years": "up to 5 years"}
_FALLING = "decline"


# ---- sentences ----


def pay_sentence(guide: GuideView) -> Said:
    """Say what it pays, or what the nearest job pays that is counted."""
    pay = guide.key_figures.pay if guide.key_figures else None
    if pay is None:
        hourly = _hourly(guide, None)
        if hourly is None or hourly.median is None:
            return ()
        rate = format_money(hourly.median, hourly.currency, "hour")
        return "Pay is ", strong(rate), f" an hour (median: half earn more).{cite(hourly.source)}"
    amount = key_pay_text(pay).replace("≥ ", "at least ")
    if pay.fit == "proxy":
        nearest = f"The nearest one that they count pays {amount} a year.{cite(pay.source)}"
        return (f"Official figures do not count this job. {nearest}",)
    told = {"mean": " (average)", "median": " (median: half earn more)"}.get(pay.statistic or "", "")
    return "Pay is ", strong(amount + fit_mark(pay.fit)), f" a year{told}.{cite(pay.source)}"


def growth_sentence(head: KeyFiguresView) -> Said:
    """Say how the number of jobs should change."""
    growth = head.growth
    if growth is None or growth.value is None or growth.fit == "proxy":
        return ()
    by = _by(growth)
    share = strong(f"{format_number(abs(growth.value))}%{fit_mark(growth.fit)}")
    if growth.value < 0 and growth.outlook in (None, _FALLING):
        return "The number of jobs should fall by ", share, f"{by}.{cite(growth.source)}"
    if growth.outlook is None:
        return "The number of jobs should grow by ", share, f"{by}.{cite(growth.source)}"
    if growth.outlook == "little or no change":
        return "The number of jobs should ", strong("hardly change"), f"{by}.{cite(growth.source)}"
    phrase = growth.outlook.removeprefix("about ")
    return "Jobs should grow ", strong(phrase), f", {growth_text(growth)}{by}.{cite(growth.source)}"


def education_sentence(guide: GuideView) -> Said:
    """Say what schooling people usually need who enter."""
    figure = education(guide) if guide.key_figures else None
    if figure is None or figure.of is None or figure.fit == "proxy":
        return ()
    training = _TRAINING.get(_entry(guide, "on-the-job-training", figure) or "", "")
    need = schooling(figure.of)
    if not need:
        return (
            "You need ",
            strong("no diploma"),
            f" to get in{f', and get {training}' if training else ''}.{cite(figure.source)}",
        )
    return "You usually need ", strong(need), f"{f', then {training}' if training else ''}.{cite(figure.source)}"


def _by(growth: KeyFigureView) -> str:
    """Return ` by 2034` for what a source says of 2024-34."""
    found = re.fullmatch(r"(\d\d)\d\d-(\d\d)", growth.period or "")
    return f" by {found[1]}{found[2]}" if found else ""


# ---- facts ----


def fact_rows(guide: GuideView) -> Iterator[Row]:
    """Yield what people ask first, as far as it is known; the last ones go first where the screen is too long."""
    head = guide.key_figures
    told: list[tuple[str, str, str | None, int]] = []
    if head is not None:
        told += [("Pay", _pay(guide, head), head.pay.fit if head.pay else None, 0)]
        told += [("Outlook", _outlook(head), head.growth.fit if head.growth else None, 0)]
        told += [("Getting in", _getting_in(guide), head.education_fit, 0)]
    licenses = [text for text in _terms(guide, "education", "Certificates") if is_license(text)]
    told += [("License", american_first(licenses), None, 4)]
    if related := section_of(guide, "related").terms:
        told += [("Similar jobs", some([term.term for term in related], 3), None, 5)]
    for label, text, fit, rank in told:
        if text:
            tone: Tone = "muted" if fit == "proxy" else ""
            yield Row(Cell((label,)), (Cell((text,), tone),), rank)


def _pay(guide: GuideView, head: KeyFiguresView) -> str:
    pay, spread = head.pay, distribution(guide, head)
    if pay is None:
        only = _hourly(guide, None)
        return f"{_an_hour(only)}{cite(only.source)}" if only else ""
    mark = "‡" if pay.statistic == "mean" else fit_mark(pay.fit)
    hourly = _hourly(guide, pay.occupation)
    hour = f", {_an_hour(hourly)}" if hourly else ""
    middle = ""
    if spread and spread.p25 is not None and spread.p75 is not None:
        middle = f"; middle half {format_range(spread.p25, spread.p75, None, spread.currency)}"
    return f"{key_pay_text(pay).replace('≥ ', 'at least ')}{mark} a year{hour}{middle}{cite(pay.source)}"


def _an_hour(pay: PayView) -> str:
    return f"{format_money(pay.median or 0, pay.currency, 'hour')}{fit_mark(pay.fit)} an hour"


def _hourly(guide: GuideView, occupation: str | None) -> PayView | None:
    pays = section_of(guide, "pay").distributions
    known = (pay for pay in pays if pay.per == "hour" and pay.fit in ("exact", "part") and pay.median is not None)
    return next((pay for pay in known if occupation in (None, pay.occupation)), None)


def _outlook(head: KeyFiguresView) -> str:
    figures = (
        (head.employment, "{} jobs"),
        (head.openings, "{} openings a year"),
    )
    parts = [
        words.format(f"{format_number(figure.value)}{fit_mark(figure.fit)}")
        for figure, words in figures
        if figure and figure.value is not None
    ]
    growth = head.growth
    if growth and growth.value is not None:
        parts.append(f"{growth_text(growth)}{fit_mark(growth.fit)}{_by(growth)}")
    known = [figure for figure in (head.employment, head.openings, growth) if figure]
    return ", ".join(parts) + cite(*dict.fromkeys(figure.source for figure in known)) if parts else ""


def _getting_in(guide: GuideView) -> str:
    parts: list[str] = []
    figure = education(guide)
    sources: list[str] = []
    if figure and figure.of:
        word = education_word(figure.of)
        word = "no schooling needed" if word == "none" else word
        training = _TRAINING.get(_entry(guide, "on-the-job-training", figure) or "", "")
        parts.append(f"{word}{fit_mark(figure.fit)}{f', then {training}' if training else ''}")
        experience = _EXPERIENCE.get(_entry(guide, "related-experience", figure) or "")
        parts += [f"{experience} in a related job"] if experience else []
        sources.append(figure.source)
    time = next(
        (one for one in _entry_figures(guide) if one.measure == "time-to-enter" and one.occupation is None), None
    )
    if time and time.low is not None:
        parts.append(f"takes {format_range(time.low, time.high, time.unit)}")
        sources.append(time.source)
    return "; ".join(parts) + cite(*dict.fromkeys(sources)) if parts else ""


def _entry(guide: GuideView, measure: str, beside: FigureView) -> str | None:
    """Return what is said of another measure for the same group."""
    same = (one for one in _entry_figures(guide) if one.measure == measure and one.occupation == beside.occupation)
    return next((one.of for one in same), None)


def _entry_figures(guide: GuideView) -> tuple[FigureView, ...]:
    return section_of(guide, "entry").figures


def _terms(guide: GuideView, section_id: str, name: str) -> tuple[str, ...]:
    return next((term.items for term in section_of(guide, section_id).terms if term.term == name), ())
