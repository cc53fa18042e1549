"""Rules of sources: every figure can be traced and dated, and no source stands there for nothing."""

from collections import defaultdict
from collections.abc import Iterator

from careercli.catalog.lint.context import Context, LocatedFigure, LocatedPay
from careercli.catalog.lint.examples import AGE, BAKER, HEAD, MEASURED
from careercli.catalog.lint.figures import decade_of
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding
from careercli.catalog.references import KeyPath, references
from careercli.model import Catalog, Pay, Source

MAX_RELATED_LOCATIONS = 5
"""Figures that a finding about a source points to."""
_OWN_WORD = ("judgement", "company")
"""Kinds of source of which the title says whose word it is."""
_LAST_MONTH, _LAST_DAY = 12, 31


def _without_facts(context: Context) -> Iterator[Finding]:
    for key, source in context.checked_entries("sources").items():
        facts = (source.publisher, source.period, source.retrieved, source.address, source.note)
        if source.kind not in _OWN_WORD and not any(facts):
            message = f"'{key}' has only a title: no one could find it or check it"
            yield make_finding(message, ("sources", key))


def _unused(context: Context) -> Iterator[Finding]:
    used = {reference.id for reference in references(context.catalog) if reference.section == "sources"}
    for key in context.checked_entries("sources"):
        if key not in used:
            yield make_finding(f"nothing cites '{key}'", ("sources", key))


def _undated(context: Context) -> Iterator[Finding]:
    citing: dict[str, list[KeyPath]] = defaultdict(list)
    for at in context.statements:
        if context.period_of(at.record) is None:
            citing[at.record.source].append(at.steps)
    for source, places in citing.items():
        if context.catalog.sources[source].kind != "rule":
            those = "the one figure that cites it" if len(places) == 1 else f"{len(places)} figures that cite it"
            message = f"'{source}' has no period, nor {those}"
            yield make_finding(message, ("sources", source), *places[:MAX_RELATED_LOCATIONS])


def _old(context: Context) -> Iterator[Finding]:
    newest: dict[tuple[object, ...], tuple[int, KeyPath, str, bool]] = {}
    for at in context.statements:
        record = at.record
        year = _year(context.period_of(record))
        if year is not None and context.catalog.sources[record.source].kind != "rule":
            key = _series(context.catalog, at)
            if key not in newest or newest[key][0] < year:
                newest[key] = (year, at.steps, record.source, record.period is not None)
    limit = context.today.year - context.max_age
    by_source: dict[tuple[str, int], list[KeyPath]] = defaultdict(list)
    for year, steps, source, own in newest.values():
        if year < limit and own:
            yield make_finding(f"it is from {year}, more than {context.max_age} years ago", steps)
        elif year < limit:
            by_source[source, year].append(steps)
    for (source, year), places in by_source.items():
        message = f"'{source}' is from {year}, more than {context.max_age} years ago, and so is what cites it"
        yield make_finding(message, ("sources", source, "period"), *places[:MAX_RELATED_LOCATIONS])


def _series(catalog: Catalog, at: LocatedPay | LocatedFigure) -> tuple[object, ...]:
    """Return what the releases of one series share; of each series only the newest figure can be too old."""
    record = at.record
    source: Source = catalog.sources[record.source]
    people = (record.place, record.population, record.occupation)
    what = (record.per, record.currency, record.industry) if isinstance(record, Pay) else (record.measure, record.of)
    return (at.group, source.publisher or record.source, *people, *what)


def _year(period: str | None) -> int | None:
    return int(period[:4]) if period else None


def _impossible(context: Context) -> Iterator[Finding]:
    periods: list[tuple[KeyPath, str | None]] = []
    for key, source in context.checked_entries("sources").items():
        periods += [(("sources", key, name), getattr(source, name)) for name in ("period", "retrieved")]
    periods += [((*at.steps, "period"), at.record.period) for at in context.statements]
    for key, place in context.checked_entries("places").items():
        periods += [(("places", key, "parities", at, "period"), one.period) for at, one in enumerate(place.parities)]
    for steps, period in periods:
        if period is not None and not _is_possible(period):
            yield make_finding(f"'{period}' is not a year, a month, a day or a span of years", steps)


def _is_possible(period: str) -> bool:
    month, day = (int(part) if part else 1 for part in (period[5:7], period[8:]))
    return (1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY) or decade_of(period) is not None


def _proxy(context: Context) -> Iterator[Finding]:
    for key, role in context.roles.items():
        for index, link in enumerate(role.occupations):
            if link.fit == "proxy" and not link.why:
                yield make_finding(
                    f"there is no reason why {link.code} is a proxy for this role", ("roles", key, "occupations", index)
                )


_UNSOURCED = "      - {measure: age, value: 42}\n"
_POLL = "  poll: {title: A poll, kind: survey, period: 2024}\n"
_UNDATED = MEASURED.replace(", period: 2025", "")
_TWO = f"{HEAD}sources:\n{_POLL}  survey: {{title: A survey, kind: survey, period: 2025}}\n{BAKER}    figures:\n"


def _surveyed(facts: str) -> str:
    """Return an example whose survey says so much of itself."""
    figure = "      - {measure: age, source: survey, value: 47, period: 2025}\n"
    return f"{HEAD}sources: {{survey: {{title: A survey, kind: survey{facts}}}}}\n{BAKER}    figures:\n{figure}"


RULES = (
    Rule(
        "figure-without-source",
        "error",
        "A figure names no source.",
        "Pay, figures, price parities, levels and ways to learn a job must say where they come from. A number without "
        "a source cannot be checked or compared. No command reads the catalog until this is fixed.",
        "Add `source:` with a key of `sources`. If it is your own judgment, make a source of the kind `judgement`.",
        Example(f"{MEASURED}{AGE}{_UNSOURCED}", "age, value: 42", "age, source: survey, of: women, value: 42"),
        None,
    ),
    Rule(
        "source-says-nothing",
        "warning",
        "No one could find or check a source.",
        "It has a title, but no publisher, period, address or note. A reader who doubts a figure has nowhere to look.",
        "Add at least a publisher or an address. For a rule, add a note that states it.",
        Example(_surveyed(""), "kind: survey}", "kind: survey, publisher: A guild}"),
        _without_facts,
    ),
    Rule(
        "source-unused",
        "warning",
        "Nothing cites a source.",
        "No pay, figure, price parity, level, rated skill, profile or way to learn names it. Either a figure lost its "
        "source, or the source is no longer needed.",
        "Take it out, or name it where it belongs.",
        Example(f"{_TWO}{AGE}", _POLL, ""),
        _unused,
    ),
    Rule(
        "figure-without-period",
        "warning",
        "Figures have no date.",
        "Neither the figures nor their source has a date, so no one can tell whether they are from last year or the "
        "last decade. It is reported once per source, with the first figures that cite it.",
        "Give the source a `period`, or each figure its own. If the publication has none, ignore the rule there and "
        "say so.",
        Example(f"{_UNDATED}{AGE}", "publisher: A guild", "publisher: A guild, period: 2025"),
        _undated,
    ),
    Rule(
        "figure-old",
        "warning",
        "The newest figure of a series is old.",
        "Pay and outlook from years ago mislead people who decide today. An old figure next to a newer one of the same "
        "series is fine. Projections count from the year they begin.",
        "Look for a newer release. If there is none, ignore the rule there and say so.",
        Example(f"{MEASURED.replace('2025', '2011')}{AGE}", "period: 2011", "period: 2025"),
        _old,
    ),
    Rule(
        "period-impossible",
        "error",
        "A period is not a date.",
        "It has a month above 12 and is not a span of years, or it has a day above 31.",
        "Write a year as 2025, a month as 2025-05, a day as 2025-05-01 and a projection decade as 2024-34.",
        Example(f"{MEASURED.replace('2025', '2025-13')}{AGE}", "period: 2025-13", "period: 2025-12"),
        _impossible,
    ),
    Rule(
        "proxy-without-reason",
        "warning",
        "A proxy gives no reason.",
        "A proxy is a different job whose official figures are shown because no one counts this one. Without `why` the "
        "reader cannot tell whether they say anything about this job.",
        "Say in `why` what the two jobs share and what they do not. Or use `part` or `exact` if that is what it is.",
        Example(
            f"{HEAD}occupations: {{51-3011: {{title: Bakers, scheme: soc-2018}}}}\n"
            f"{BAKER}    occupations: [{{code: 51-3011, fit: proxy}}]\n",
            "fit: proxy}", "fit: proxy, why: No one counts this job.}",
        ),
        _proxy,
    ),
)  # fmt: skip
