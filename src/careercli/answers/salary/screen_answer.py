"""What somebody in a job earns, in two to four sentences."""

from collections.abc import Iterator

from careercli.amounts import Num, format_money, format_per, join_words
from careercli.answers.salary.screen_amounts import central, central_text, money, range_text, unit
from careercli.answers.salary.screen_subjects import Subject, paid_levels
from careercli.answers.salary.view import SalaryView
from careercli.answers.shared.screen_parts import (
    capitalized,
    place_in_text,
    sentence,
    strong,
)
from careercli.answers.shared.view_parts import PayView
from careercli.answers.shared.wording import IMPORT_HINT
from careercli.blocks import Paragraph, Span, cite

HALF = "(the median: half earn more, half earn less)"
NOT_COUNTED = "Official figures do not count this job."


def answer(view: SalaryView, subject: Subject) -> tuple[Paragraph, ...]:
    """Return what the best figure says, where it is paid, and what the figure is not."""
    pay = subject.main
    if pay is None:
        return _unpaid(view, subject)
    if pay.fit == "proxy":
        return (_nearest(subject, pay),)
    spans = [*_earns(subject, pay), *_spread(pay)]
    whole = sentence(*spans, cite(pay.source))
    after = [_against_nation(subject, pay)] if view.places else []
    if subject.nearest:
        after.append(_not_counted(subject.nearest))
    if pay in view.left_out:
        after.append(
            sentence("People in this job do not work 2,080 hours a year, so this is how their pay is published.")
        )
    return (whole, *filter(None, after))


def _earns(subject: Subject, pay: PayView) -> Iterator[str | Span]:
    where = f" in {place_in_text(pay.place_title)}"
    known = central(pay)
    if pay.fit == "part" or (subject.role.level and pay.level is None):
        group = f", {pay.occupation_title}" if pay.occupation_title else ""
        yield f"Official figures count {subject.whom} in a broader group{group}. It earns "
        after = where
    else:
        yield f"{capitalized(subject.whom)}{where} {subject.earns} "
        after = ""
    if known is None:
        yield strong(range_text(pay))
        yield f" {unit(pay)}{after}."
        return
    yield strong(central_text(pay))
    hour = central(subject.hourly) if subject.hourly else None
    also = f", or {central_text(subject.hourly)} an hour" if subject.hourly and hour and hour[0] == known[0] else ""
    yield f" {unit(pay)}{after}{also} {HALF}." if known[0] == "median" else f" {unit(pay)}{after}{also} on average."


def _spread(pay: PayView) -> Iterator[str]:
    """Yield how far pay reaches to both sides, as far as it is published."""
    if pay.p25 is not None and pay.p75 is not None:
        yield f" The middle half earn {money(pay.p25, pay)} to {money(pay.p75, pay)}."
    elif pay.p25 is not None and pay.median is not None and "p75" in pay.points_at_least:
        yield f" Three in four earn more than {money(pay.p25, pay)}."
    if pay.p10 is not None and pay.p90 is not None:
        yield f" One in ten earns less than {money(pay.p10, pay)}, one in ten more than {money(pay.p90, pay)}."
    elif pay.p10 is not None and "p90" in pay.points_at_least:
        at_least = money(pay.points_at_least["p90"], pay)
        yield f" One in ten earns less than {money(pay.p10, pay)}, and one in ten more than {at_least}."
    if central(pay) and (pay.low is not None or pay.high is not None):
        start = "from " if pay.low is not None and (pay.high is not None or "high" in pay.points_at_least) else ""
        yield (
            f" Pay goes {start}{range_text(pay)}."
            if start or pay.low is None
            else f" Pay starts at {money(pay.low, pay)}."
        )


def _against_nation(subject: Subject, pay: PayView) -> Paragraph | None:
    """Say how far the pay of a place is from that of the country."""
    nation = subject.elsewhere
    if nation is None or nation.national is None or pay.median is None or pay.place in ("US", ""):
        return None
    if (pay.occupation, pay.currency, pay.per) != (nation.occupation, nation.currency, nation.per):
        return None
    apart = pay.median - nation.national
    whole = format_money(nation.national, nation.currency, nation.per)
    if not apart:
        return sentence(f"That is the median of the whole United States ({whole}).", cite(nation.source))
    words = "more" if apart > 0 else "less"
    return sentence(
        "That is ",
        strong(f"{money(abs(apart), pay)} {words}"),
        f" than the median of the United States ({whole}).",
        cite(nation.source),
    )


def _not_counted(nearest: PayView) -> Paragraph:
    return sentence(f"{NOT_COUNTED} The nearest one they count is another job: {nearest.occupation_title}.")


def _nearest(subject: Subject, pay: PayView) -> Paragraph:
    return sentence(
        f"{NOT_COUNTED} The nearest one they count, {pay.occupation_title}, earns ",
        f"{central_text(pay)} {unit(pay)} in {place_in_text(pay.place_title)} {HALF}. "
        f"That is another job, so {subject.whom} may earn much more or less.",
        cite(pay.source),
    )


def _unpaid(view: SalaryView, subject: Subject) -> tuple[Paragraph, ...]:
    whom, one = subject.whom, subject.estimate
    if one is not None:
        own = view.mine.amount if view.mine and view.mine.per == one.per else None
        apart = _from_estimate(own - one.value, one.currency) if own is not None and own != one.value else ""
        amount = format_money(one.value, one.currency, one.per)
        return (
            sentence(
                f"{capitalized(whom)} in {place_in_text(one.place_title)} earns about ",
                strong(amount),
                f" {format_per(one.per)}. This is our estimate: no one counts this level alone.{apart}",
                cite(one.source, one.pay_source),
            ),
        )
    if view.without_pay:
        names = [place.place_title for place in view.without_pay]
        remedy = f" {IMPORT_HINT}." if any(place.place.startswith("US-") for place in view.without_pay) else ""
        return (sentence(f"No pay of {whom} is known here for {join_words(names, 'or')}.{remedy}"),)
    if subject.role.level:
        return (sentence(f"No pay is published for {whom} alone."),)
    if paid_levels(view, subject):
        return (sentence(f"The catalog has no pay for {whom} as a whole. Pay of levels is below."),)
    return (sentence(f"The catalog has no pay for {whom}."),)


def _from_estimate(apart: Num, currency: str) -> str:
    return f" Your amount is about {format_money(abs(apart), currency)} {'more' if apart > 0 else 'less'}."


def people(subject: Subject) -> str:
    """Return who is counted, in the plural: `registered nurses`, or `people in this job` where no rule makes it."""
    if subject.is_group:
        return subject.title
    name = subject.title
    first, *rest = name.split(" of ")
    plural = _plural(first)
    if plural is None or any(sign in name for sign in ",()/") or " or " in name or " de " in name:
        return "people in this job"
    return " of ".join([plural, *rest])


def _plural(name: str) -> str | None:
    if name.endswith(("chief", "staff", "man", "hand", "personnel")):
        return None
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "ch", "sh")) else f"{name}s"
