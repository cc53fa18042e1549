"""Roles as a list: filtered, sorted, each with its headline figures and what they must be read with."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from msgspec import structs

from careercli.answers.list.view import ListView, RoleRowView
from careercli.answers.shared.figures import source_view
from careercli.answers.shared.key_figures import key_figure_view, key_pay_view
from careercli.answers.shared.places import resolve_places
from careercli.answers.shared.view_parts import Num
from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import KeyPay, RoleSummary
from careercli.errors import NotFound, UsageProblem
from careercli.matching import did_you_mean, name_key
from careercli.measures import EDUCATION, PHRASES, outlook_phrase
from careercli.model import SCHEMA_VERSION, Pay, Source

SortKey = Literal["title", "family", "pay", "growth", "openings", "jobs"]
CURRENT_DECADE = "2024-34"
"""The projection decade whose bands the growth filter speaks in."""


class Filters(NamedTuple):
    """What a role must be to stand in the list; an empty filter lets everything through."""

    families: Sequence[str] = ()
    skills: Sequence[str] = ()
    track: str | None = None
    min_pay: float | None = None
    max_pay: float | None = None
    min_growth: float | None = None
    no_degree: bool = False
    place: str | None = None
    """Pay is that of the official class at this place."""


def list_roles(reader: CatalogReader, filters: Filters, *, sort: SortKey, limit: int | None = None) -> ListView:
    """Return the roles that pass every filter, in order; a role without the figure in question fails it, or comes last.

    Raises NotFound for an unknown family or skill, with the nearest known one.
    """
    families = {key: family.title for key, family in reader.families().items()}
    options = {_known("family", name, families) for name in filters.families}
    skills = {skill.name: key for key, skill in reader.all_skills().items()} if filters.skills else {}
    needed = {_known_skill(name, skills) for name in filters.skills}
    every = reader.role_summaries()
    if filters.place is not None:
        every = _with_local_pay(reader, every, _place(reader, filters.place))
    currency = _main_currency(every)
    summaries = [summary for summary in every if _passes(summary, filters, options, needed, currency)]
    summaries.sort(key=_order(sort, families, currency))
    if limit is not None:
        summaries = summaries[:limit]
    rows = tuple(_row(card, families) for card in summaries)
    cited = dict.fromkeys(
        headline.source for row in rows for headline in (row.pay, row.growth, row.openings, row.employment) if headline
    )
    sources = reader.sources(cited)
    return ListView(
        schema_version=SCHEMA_VERSION,
        command="list",
        rows=rows,
        sources=tuple(source_view(key, source) for key, source in sources.items()),
    )


def _place(reader: CatalogReader, name: str) -> str:
    return resolve_places(reader, [name], lambda some: [place for place in some if reader.occupation_pay_at(place)])[0]


def _with_local_pay(reader: CatalogReader, summaries: Sequence[RoleSummary], place: str) -> list[RoleSummary]:
    """Return the cards with the newest official pay at a place instead of their own; none where there is none."""
    wages = reader.occupation_pay_at(place)
    sources = reader.sources(pay.source for pays in wages.values() for pay in pays)
    return [structs.replace(summary, pay=_local_key_pay(summary, wages, sources)) for summary in summaries]


def _local_key_pay(summary: RoleSummary, wages: dict[str, list[Pay]], sources: dict[str, Source]) -> KeyPay | None:
    for code, fit in summary.occupations:
        dated = [(pay.period or sources[pay.source].period or "", pay) for pay in wages.get(code, ())]
        for period, pay in sorted(dated, key=lambda entry: entry[0], reverse=True):
            amount = pay.median if pay.median is not None else pay.mean
            if amount is not None:
                return KeyPay(
                    amount=amount,
                    statistic="median" if pay.median is not None else "mean",
                    currency=pay.currency,
                    place=pay.place,
                    source=pay.source,
                    period=period or None,
                    occupation=code,
                    fit=fit,
                )
    return None


def _main_currency(summaries: Sequence[RoleSummary]) -> str:
    """Return the currency in which most of the roles are paid; amounts in others are not held against it."""
    counts = Counter(summary.pay.currency for summary in summaries if summary.pay)
    return max(counts, key=lambda currency: counts[currency], default="")


def _paid(summary: RoleSummary, currency: str) -> Num | None:
    return summary.pay.amount if summary.pay and summary.pay.currency == currency else None


def _passes(summary: RoleSummary, filters: Filters, families: set[str], skills: set[str], currency: str) -> bool:
    pay = _paid(summary, currency)
    growth = summary.growth.value if summary.growth else None
    return (
        (not families or summary.family in families)
        and skills <= set(summary.skills)
        and (filters.track is None or filters.track in summary.tracks)
        and (filters.min_pay is None or (pay is not None and pay >= filters.min_pay))
        and (filters.max_pay is None or (pay is not None and pay <= filters.max_pay))
        and (filters.min_growth is None or (growth is not None and growth >= filters.min_growth))
        and (not filters.no_degree or needs_no_degree(summary.education))
    )


def needs_no_degree(education: str | None) -> bool:
    """Say whether the class of entry education is below an associate's degree; an unknown class is not."""
    return education in EDUCATION[:4]


def _order(
    sort: SortKey, families: dict[str, str], currency: str
) -> Callable[[RoleSummary], tuple[bool, Num, str, str]]:
    def key(summary: RoleSummary) -> tuple[bool, Num, str, str]:
        figures: dict[str, Num | None] = {
            "pay": _paid(summary, currency),
            "growth": summary.growth.value if summary.growth else None,
            "openings": summary.openings.value if summary.openings else None,
            "jobs": summary.employment.value if summary.employment else None,
        }
        if sort in figures:
            value = figures[sort]
            return value is None, -(value or 0), summary.title.casefold(), summary.id
        lookup = families[summary.family].casefold() if sort == "family" else ""
        return False, 0, lookup + "\0" + summary.title.casefold(), summary.id

    return key


def _row(summary: RoleSummary, families: dict[str, str]) -> RoleRowView:
    return RoleRowView(
        id=summary.id,
        title=summary.title,
        family=summary.family,
        family_title=families[summary.family],
        aliases=summary.aliases,
        levels=summary.level_count,
        tracks=summary.tracks,
        education=summary.education,
        pay=key_pay_view(summary.pay),
        growth=key_figure_view("growth", summary.growth),
        openings=key_figure_view("openings", summary.openings),
        employment=key_figure_view("employment", summary.employment),
    )


def _known(kind: str, name: str, titles: dict[str, str]) -> str:
    for key, title in titles.items():
        if name_key(name) in (name_key(key), name_key(title)):
            return key
    raise NotFound(f"no {kind} '{name}'{did_you_mean(name, titles)}", hint=f"Known: {', '.join(titles)}")


def _known_skill(name: str, ids: dict[str, str]) -> str:
    for title, key in ids.items():
        if name_key(name) in (name_key(key), name_key(title)):
            return key
    raise NotFound(f"no skill '{name}'{did_you_mean(name, ids.values())}")


def growth_floor(phrase: str, period: str) -> float:
    """Return the lowest whole percent that the Bureau calls `phrase` or better in that decade; raise UsageProblem."""
    for floor in range(-100, 200):
        found = outlook_phrase(period, floor)
        if found is not None and PHRASES.index(found) <= PHRASES.index(phrase):
            return floor
    raise UsageProblem(f"no outlook bands are known for {period}")
