"""Rules of growth and shares: phrases that do not fit, decades nobody knows, classes that miss the whole."""

from collections import defaultdict
from collections.abc import Iterator

from careercli.amounts import format_number
from careercli.catalog.lint.context import Context, LocatedFigure
from careercli.catalog.lint.examples import MEASURED
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding, quoted
from careercli.catalog.references import KeyPath
from careercli.matching import name_key
from careercli.measures import PHRASES, outlook_phrase
from careercli.model import Figure, Measure

SHARE_MEASURES: tuple[Measure, ...] = ("gender", "race")
"""Measures whose classes are all of the people."""
_FILLERS = frozenset(("about", "the", "growth", "grows", "growing", "grow", "will", "jobs", "job", "employment", "than",
                      "average", "as", "all", "occupations"))  # fmt: skip
_BY_WORDS = {
    "much faster": PHRASES[0], "faster": PHRASES[1], "fast": PHRASES[2], "slower": PHRASES[3],
    "little or no change": PHRASES[4], "little change": PHRASES[4], "no change": PHRASES[4],
    "decline": PHRASES[5], "declining": PHRASES[5], "declines": PHRASES[5],
}  # fmt: skip
"""The handbook's phrases by what is left of them without the words that all of them share."""


def decade_of(period: str | None) -> str | None:
    """Return a period if it is a span of years as projections use it: `2024-34`, never the month `2025-05`."""
    if period is None or len(period) != 7:
        return None
    years = (int(period[5:]) - int(period[2:4])) % 100
    return period if years == 10 or (int(period[5:]) > 12 and 0 < years <= 30) else None


def _stated(phrase: str) -> str | None:
    """Return which of the handbook's phrases a source's words are, if they are one."""
    words = name_key(phrase[:200]).split()
    return _BY_WORDS.get(" ".join(word for word in words if word not in _FILLERS))


def _growth_figures(context: Context) -> Iterator[LocatedFigure]:
    return (at for at in context.figures if at.record.measure == "growth")


def _is_given(figure: Figure) -> bool:
    return any(x is not None for x in (figure.value, figure.low, figure.high, figure.at_least, figure.at_most))


def _phrase_unfit(context: Context) -> Iterator[Finding]:
    for steps, figure, _ in _growth_figures(context):
        stated = _stated(figure.phrase) if figure.phrase else None
        percents = [percent for percent in (figure.value, figure.low, figure.high) if percent is not None]
        if stated is None or not percents:
            continue
        decade = decade_of(context.period_of(figure))
        fitting = {outlook_phrase(decade, percent) for percent in percents}
        wrong_side = (stated == PHRASES[5] and min(percents) > 0) or (stated in PHRASES[:3] and max(percents) < 0)
        if None in fitting and wrong_side:
            yield make_finding(f"{_percents(figure)} is not {quoted(stated)} in any decade", (*steps, "phrase"))
        elif None not in fitting and stated not in fitting:
            fits = " or ".join(sorted(quoted(phrase) for phrase in fitting if phrase))
            message = f"{_percents(figure)} over {decade} is {fits}, but the phrase says {quoted(stated)}"
            yield make_finding(message, (*steps, "phrase"), steps)


def _percents(figure: Figure) -> str:
    values = dict.fromkeys(value for value in (figure.value, figure.low, figure.high) if value is not None)
    return "growth of " + " to ".join(f"{format_number(value)}%" for value in values)


def _without_decade(context: Context) -> Iterator[Finding]:
    for steps, figure, _ in _growth_figures(context):
        period = context.period_of(figure)
        if _is_given(figure) and decade_of(period) is None:
            said = f"its period is {period}" if period else "neither it nor its source has a period"
            yield make_finding(f"growth over which years? {said}", steps)


def _decade_unchecked(context: Context) -> Iterator[Finding]:
    plain: dict[tuple[str, str], list[KeyPath]] = defaultdict(list)
    for steps, figure, _ in _growth_figures(context):
        decade = decade_of(context.period_of(figure))
        if decade is None or outlook_phrase(decade, 0) is not None or not _is_given(figure):
            continue
        if figure.phrase and _stated(figure.phrase):
            message = f"no one checked the bands of {decade}, so {quoted(figure.phrase)} may not fit"
            yield make_finding(message, (*steps, "phrase"))
        else:
            plain[figure.source, decade].append(steps)
    for (source, decade), places in plain.items():
        message = f"no one checked the bands of {decade}, so growth from '{source}' gets no phrase"
        yield make_finding(message, *places)


def _shares(context: Context) -> Iterator[Finding]:
    groups: dict[tuple[KeyPath, tuple[str | None, ...]], list[LocatedFigure]] = defaultdict(list)
    for at in context.figures:
        figure = at.record
        if figure.of and figure.unit in (None, "percent") and figure.measure in (*SHARE_MEASURES, "degree"):
            people = (figure.measure, figure.source, figure.place, figure.period, figure.population, figure.occupation)
            groups[at.group, people].append(at)
    for members in groups.values():
        values = [at.record.value for at in members if at.record.value is not None]
        if len(values) < 2 or len(values) < len(members):
            continue
        total, slack = sum(values), sum(map(_half_step, values)) + 1e-6
        measure = members[0].record.measure
        if total > 100 + slack or (measure in SHARE_MEASURES and total < 100 - slack):
            message = f"the {len(values)} shares of {measure} add up to {format_number(round(total, 2))} percent"
            yield make_finding(message, *(at.steps for at in reversed(members)))
    yield from _profile_shares(context)


def _profile_shares(context: Context) -> Iterator[Finding]:
    for code, occupation in context.occupations.items():
        totals: dict[str, float] = defaultdict(float)
        for share in occupation.profile.shares if occupation.profile else ():
            totals[share.scale] += share.percent
        for scale, total in totals.items():
            if abs(total - 100) > 1:
                message = f"the shares of {scale} add up to {format_number(round(total, 2))} percent"
                yield make_finding(message, ("occupations", code, "profile", "shares"))


def _half_step(value: float) -> float:
    """Return half of the last place of a share: 0.05 for 41.4, 0.5 for 59."""
    decimals = len(str(value).removesuffix(".0").partition(".")[2])
    return 0.5 / float(10 ** min(decimals, 6))


_GROWTH = "      - {measure: growth, source: survey, value: 8, "
_GENDER = "      - {measure: gender, source: survey, of: "

RULES = (
    Rule(
        "growth-phrase-unfit",
        "error",
        "An outlook phrase does not fit its number and decade.",
        "The Bureau of Labor Statistics sets a band of percent for 'faster than average' and the other phrases, a new "
        "one for each decade. If the phrase does not match, it was copied from another release or another occupation. "
        "For decades whose bands no one checked, only a wrong sign is reported, such as growth called a decline.",
        "Look up number, phrase and decade in one release. Correct `period` if the decade is wrong.",
        Example(
            f"{MEASURED}{_GROWTH}period: 2024-34, phrase: as fast as average}}\n",
            "as fast as average", "much faster than average",
        ),
        _phrase_unfit,
    ),
    Rule(
        "growth-without-decade",
        "warning",
        "Growth does not say over which years.",
        "Growth without its decade cannot be compared with other growth or put into words. A month or a single year is "
        "not enough: a projection runs from one year to another, such as 2024-34.",
        "Add `period` to the figure or to its source, as the source prints it.",
        Example(f"{MEASURED}{_GROWTH}phrase: much faster than average}}\n", "value: 8,", "value: 8, period: 2024-34,"),
        _without_decade,
    ),
    Rule(
        "growth-decade-unchecked",
        "note",
        "Growth is for a decade whose bands are unknown.",
        "We checked the bands of some decades against the Occupational Outlook Handbook of the time. For the others "
        "careercli adds no phrase, and cannot check one from a source. Growth without a phrase is reported once per "
        "source.",
        "Compare the phrase with the handbook of that decade. If the figures are old, add the newest release too.",
        Example(
            f"{MEASURED}{_GROWTH}period: 2035-45, phrase: faster than average}}\n",
            "2035-45, phrase: faster than average", "2024-34",
        ),
        _decade_unchecked,
    ),
    Rule(
        "shares-not-hundred",
        "warning",
        "Shares do not add up to 100.",
        "The shares of gender, of race, and of one question about education or training cover everyone who was asked. "
        "They add up to 100, apart from rounding. Shares of degrees may add up to less, but not to more. A single "
        "share is not checked.",
        "Look for a missing category or a wrong digit. If the source itself is off, ignore the rule there and say so.",
        Example(f"{MEASURED}{_GENDER}Female, value: 58.6}}\n{_GENDER}Male, value: 31.4}}\n", "31.4", "41.4"),
        _shares,
    ),
)  # fmt: skip
