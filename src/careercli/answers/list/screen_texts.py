"""What the first screen of a list says in sentences: how many jobs, who is first, what could not be judged."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from careercli.amounts import format_money, format_number, join_words
from careercli.answers.list.view import ListView, RoleRowView
from careercli.answers.shared.page_parts import key_pay_text
from careercli.answers.shared.screen_figures import growth_text
from careercli.answers.shared.screen_parts import fit_mark, sentence, some, strong
from careercli.answers.shared.view_parts import KeyFigureView, KeyPayView, Num
from careercli.answers.shared.wording import is_plural, pays
from careercli.blocks import Paragraph, Span, cite
from careercli.measures import EDUCATION

MAX_TOGETHER = 3
"""Jobs of one official group that a sentence names."""
FEW = 12
"""Roles of which a sentence counts those that stand together."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NOT_JUDGED = {
    "pay": "pay is not known, is that of another job, or may be on either side of the limit",
    "growth": "growth is not known or is that of another job",
    "education": "schooling is not known or is that of another job",
    "skill": "skills are not known",
    "track": "levels are not known",
}


def subject(view: ListView) -> str:
    """Say how many jobs of which kind there are: `11 jobs in Sales pay at least $60,000 a year.`."""
    one = view.found == 1
    families = f" in {join_words([one.family_title for one in view.options.families], 'or')}"
    count = "No job" if not view.found else "1 job" if one else f"{format_number(view.found)} jobs"
    told = join_words(list(_conditions(view, one=one or not view.found)), "and" if view.found else "and also")
    return f"{count}{families if view.options.families else ''}{f' {told}' if told else ''}."


def _conditions(view: ListView, *, one: bool) -> Iterator[str]:
    asked, s, have = view.options, "s" if one else "", "has" if one else "have"
    if asked.with_skills:
        yield f"use{s} {join_words([skill.name for skill in asked.with_skills])}"
    if asked.track:
        yield f"{have} a {asked.track} track" if asked.track != "ic" else f"{have} a track without people to manage"
    currency = view.pay_filter_currency or ""
    bounds = (("at least", view.min_pay), ("at most", view.max_pay))
    amounts = [f"{word} {format_money(amount, currency)}" for word, amount in bounds if amount is not None]
    if amounts:
        yield f"pay{s} {join_words(amounts)} a year"
    if asked.min_growth is not None:
        yield f"should grow by {format_number(asked.min_growth)}% or more"
    if asked.no_degree:
        yield f"need{s} no degree"


def joined(sentences: Iterable[Paragraph]) -> Paragraph:
    """Return sentences as one paragraph."""
    spans = [span for said in sentences for span in (Span(" "), *said.spans)]
    return Paragraph(tuple(spans[1:]))


# ---- who is first ----


def winner(rows: Sequence[RoleRowView], sort: str | None, first: RoleRowView) -> Iterator[Paragraph]:
    """Yield who pays most, or what the first row has most of; jobs that are counted together win together."""
    if sort in ("growth", "openings", "jobs"):
        figure = {"growth": first.growth, "openings": first.openings, "jobs": first.employment}[sort]
        if figure and figure.value is not None and figure.fit != "proxy":
            yield _most(first, sort, figure)
        return
    best = best_paid(rows)
    if best is None or best.pay is None:
        return
    equal = [row for row in rows if row.pay and _is_together(row, best)]
    amount = key_pay_text(best.pay) + fit_mark(best.pay.fit)
    statistic = "average" if best.pay.statistic == "mean" else "median: half earn more"
    if len(equal) > 1 and best.pay.fit == "part":
        names = some([row.title for row in equal], MAX_TOGETHER)
        yield sentence(strong(names), " pay most: ", strong(amount), f" a year ({statistic}).{cite(best.pay.source)}")
    else:
        yield sentence(
            strong(best.title),
            f" {pays(best.title)} most: ",
            strong(amount),
            f" a year ({statistic}).{cite(best.pay.source)}",
        )


def _most(row: RoleRowView, sort: str, figure: KeyPayView | KeyFigureView) -> Paragraph:
    value = figure.value or 0
    mark = fit_mark(figure.fit)
    if sort == "growth" and isinstance(figure, KeyFigureView):
        verb = "should grow fastest" if value > 0 else "should shrink least"
        by = f" by 20{figure.period[5:]}" if figure.period and figure.period[4:5] == "-" else ""
        change = strong(growth_text(figure) + mark)
        return sentence(strong(row.title), f" {verb}: ", change, f"{by}.{cite(figure.source)}")
    what, unit = ("openings", " a year") if sort == "openings" else ("jobs", "")
    amount = format_number(value) + mark
    return sentence(
        strong(row.title),
        f" {'have' if is_plural(row.title) else 'has'} the most {what}: ",
        strong(amount),
        f"{unit}.{cite(figure.source)}",
    )


def best_paid(rows: Sequence[RoleRowView]) -> RoleRowView | None:
    """Return who pays most in the currency of most: of equals the one that was counted on its own; never a proxy."""
    paid = [row for row in rows if row.pay and row.pay.value is not None and row.pay.fit != "proxy"]
    currencies = Counter(row.pay.currency for row in paid if row.pay)
    main = max(currencies, key=lambda currency: currencies[currency], default=None)
    paid = [row for row in paid if row.pay and row.pay.currency == main]
    return max(paid, key=_paid_then_exact, default=None)


def _paid_then_exact(row: RoleRowView) -> tuple[Num, bool]:
    return (row.pay.value or 0, row.pay.fit != "part") if row.pay else (0, False)


def _is_together(row: RoleRowView, other: RoleRowView) -> bool:
    """Say whether two rows have the figure of one broader group."""
    return bool(row.pay and other.pay and row.pay.occupation == other.pay.occupation and row.pay.fit == "part")


def without_degree(rows: Sequence[RoleRowView]) -> RoleRowView | None:
    """Return the best paid job counted on its own that needs no degree, where the best paid of all needs one."""
    best = best_paid(rows)
    if best is None or best.education not in EDUCATION[4:]:
        return None
    return best_paid([row for row in rows if row.education in EDUCATION[:4] and row.pay and row.pay.fit != "part"])


def degree_sentence(row: RoleRowView) -> Paragraph:
    """Say who pays most of the jobs without a degree."""
    amount = key_pay_text(row.pay) if row.pay else ""
    return sentence("Without a degree it is ", strong(row.title), ", ", strong(amount), ".")


def together(rows: Sequence[RoleRowView]) -> Iterator[Paragraph]:
    """Say of jobs that are counted in one group that the pay of each is not known."""
    parts = [row.pay for row in rows if row.pay and row.pay.fit == "part"]
    groups = [(group, count) for group, count in Counter(pay.occupation for pay in parts).items() if count > 1]
    if len(groups) == 1 and len(rows) <= FEW:
        amount = next(key_pay_text(pay) for pay in parts if pay.occupation == groups[0][0])
        count = groups[0][1]
        number = _NUMBERS[count] if count < len(_NUMBERS) else format_number(count)
        yield sentence(f"The {number} jobs at {amount}† are counted together, so their own pay is not known.")
    elif groups:
        yield sentence("Jobs that share an amount with † are counted together, so their own pay is not known.")


def not_judged(view: ListView) -> Iterator[Paragraph]:
    """Say how many jobs a filter left out because nobody can tell whether they belong here."""
    for one in view.not_judged:
        jobs, their = (
            ("1 job is", "its") if one.role_count == 1 else (f"{format_number(one.role_count)} jobs are", "their")
        )
        yield sentence(f"{jobs} left out because {their} {_NOT_JUDGED[one.filter]}.")
