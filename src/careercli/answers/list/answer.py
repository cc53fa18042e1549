"""Roles as a list: filtered, sorted, each with its headline figures and what they must be read with."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec import structs

from careercli.amounts import parse_amount
from careercli.answers.list.view import FamilyView, ListView, OptionsView, RoleRowView
from careercli.answers.shared.figures import load_roles, role_pay, source_view
from careercli.answers.shared.key_figures import key_figure_views
from careercli.answers.shared.local_figures import at_places, with_local_pay
from careercli.answers.shared.places import resolve_places
from careercli.answers.shared.skill_names import resolve_skill
from careercli.answers.shared.verdicts import FilterName, band_verdict, not_judged_views
from careercli.answers.shared.view_parts import Num, SkillNameView, copied
from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import KeyPay, RoleSummary
from careercli.errors import NotFound, UsageProblem
from careercli.matching import did_you_mean, name_key
from careercli.measures import EDUCATION, PHRASES, outlook_phrase
from careercli.model import Skill

SortKey = Literal["title", "family", "pay", "growth", "openings", "jobs"]
CURRENT_DECADE = "2024-34"
"""The projection decade whose bands the growth filter speaks in."""


class Filters(NamedTuple):
    """What a role must be to stand in the list; an empty filter lets everything through."""

    families: Sequence[str] = ()
    skills: Sequence[str] = ()
    track: str | None = None
    min_pay: str | None = None
    """An amount as it was typed."""
    max_pay: str | None = None
    min_growth: float | None = None
    no_degree: bool = False
    place: str | None = None
    """Pay is that paid at this place, official pay first."""
    proxies: bool = False
    """Whether figures of classes that are another job count in filters."""


class _Limits(NamedTuple):
    """The filters, resolved."""

    families: set[str]
    skills: set[str]
    track: str | None
    min_pay: Num | None
    max_pay: Num | None
    min_growth: float | None
    no_degree: bool
    proxies: bool


def list_roles(
    reader: CatalogReader,
    filters: Filters,
    *,
    sort: SortKey | None = None,
    limit: int | None = None,
    percentiles: bool = False,
) -> ListView:
    """Return the roles that pass every filter, in order; a role without the figure in question fails it, or comes last.

    Without a `sort` the order is that of families. With `percentiles` each row has the whole distribution of its pay.

    Raises NotFound for an unknown family or skill, with the nearest known one, UsageProblem for an amount that is none.
    """
    families = {key: family.title for key, family in reader.families().items()}
    skills = reader.all_skills() if filters.skills else {}
    amounts = [
        None if text is None else parse_amount(text, option)
        for text, option in ((filters.min_pay, "--min-pay"), (filters.max_pay, "--max-pay"))
    ]
    limits = copied(
        _Limits,
        filters,
        families={_known("family", name, families) for name in filters.families},
        skills={_known_skill(name, skills) for name in filters.skills},
        min_pay=amounts[0].a_year("--min-pay") if amounts[0] else None,
        max_pay=amounts[1].a_year("--max-pay") if amounts[1] else None,
    )
    every = reader.role_summaries()
    place = place_id = None
    if filters.place is not None:
        place_id = _place(reader, filters.place)
        place = reader.places([place_id])[place_id].title
        every = with_local_pay(reader, every, place_id, place)
    currency = _currency([amount.currency for amount in amounts if amount and amount.currency], every)
    summaries = []
    not_judged: Counter[FilterName] = Counter()
    for summary in every:
        if not limits.families or summary.family in limits.families:
            verdicts = _verdicts(summary, limits, currency)
            if all(verdicts.values()):
                summaries.append(summary)
            elif False not in verdicts.values():
                not_judged.update(name for name, verdict in verdicts.items() if verdict is None)
    summaries.sort(key=_order(sort or "family", families, currency))
    found = len(summaries)
    if limit is not None:
        summaries = summaries[:limit]
    rows = tuple(_row(summary, families) for summary in summaries)
    if percentiles:
        rows = tuple(_with_distributions(reader, rows, place_id))
    cited = dict.fromkeys(
        headline.source for row in rows for headline in (row.pay, row.growth, row.openings, row.employment) if headline
    )
    sources = reader.sources(cited)
    by_pay = limits.min_pay is not None or limits.max_pay is not None
    return ListView(
        options=copied(
            OptionsView,
            limits,
            families=tuple(
                FamilyView(family=key, family_title=title) for key, title in families.items() if key in limits.families
            ),
            with_skills=tuple(SkillNameView(skill=key, name=skills[key].name) for key in sorted(limits.skills)),
            place=place_id,
            place_title=place,
            sort=sort,
            limit=limit,
            percentiles=percentiles,
        ),
        found=found,
        rows=rows,
        pay_filter_currency=currency if by_pay else None,
        min_pay=limits.min_pay,
        max_pay=limits.max_pay,
        not_judged=not_judged_views(not_judged),
        sources=tuple(source_view(key, source) for key, source in sources.items()),
    )


def _currency(typed: Sequence[str], summaries: Sequence[RoleSummary]) -> str:
    """Return the currency in which pay is filtered and sorted: the typed one, else that of most roles."""
    if len(set(typed)) > 1:
        raise UsageProblem(
            "--min-pay and --max-pay are in different currencies", hint="Type both in the same currency."
        )
    return typed[0] if typed else _main_currency(summaries)


def _place(reader: CatalogReader, name: str) -> str:
    return resolve_places(
        reader, [name], lambda some: [place for place in some if reader.occupation_pay_at(place)]
    ).ids[0]


def _main_currency(summaries: Sequence[RoleSummary]) -> str:
    """Return the currency in which most of the roles are paid; amounts in others are not held against it."""
    counts = Counter(summary.pay.currency for summary in summaries if summary.pay)
    return max(counts, key=lambda currency: counts[currency], default="")


def _paid(summary: RoleSummary, currency: str) -> Num | None:
    return summary.pay.least() if summary.pay and summary.pay.currency == currency else None


def _verdicts(summary: RoleSummary, limits: _Limits, currency: str) -> dict[FilterName, bool | None]:
    """Return what each filter that is set says of a role; None where nothing is known that could decide it."""
    verdicts: dict[FilterName, bool | None] = {}
    if limits.skills:
        verdicts["skill"] = limits.skills <= set(summary.skills) if summary.skills else None
    if limits.track is not None:
        verdicts["track"] = limits.track in summary.tracks if summary.tracks else None
    if limits.min_pay is not None or limits.max_pay is not None:
        verdicts["pay"] = _pay_verdict(summary.pay, limits, currency)
    if limits.min_growth is not None:
        growth = summary.growth
        known = growth is not None and (limits.proxies or growth.fit != "proxy")
        verdicts["growth"] = growth.value >= limits.min_growth if growth and known else None
    if limits.no_degree:
        known = summary.education in EDUCATION and (limits.proxies or summary.education_fit != "proxy")
        verdicts["education"] = needs_no_degree(summary.education) if known else None
    return verdicts


def _pay_verdict(pay: KeyPay | None, limits: _Limits, currency: str) -> bool | None:
    """Say whether pay keeps to the limits; None for pay that is unknown, in another currency or across a limit."""
    if pay is None or pay.currency != currency or (pay.fit == "proxy" and not limits.proxies):
        return None
    return band_verdict(
        pay.least(), pay.high if pay.amount is None else pay.amount, limits.min_pay or 0, limits.max_pay
    )


def needs_no_degree(education: str | None) -> bool:
    """Say whether the class of entry education is below an associate's degree; an unknown class is not."""
    return education in EDUCATION[:4]


def _order(
    sort: SortKey, families: dict[str, str], currency: str
) -> Callable[[RoleSummary], tuple[bool, Num, str, str]]:
    def key(summary: RoleSummary) -> tuple[bool, Num, str, str]:
        figures: dict[str, Num | None] = {"pay": _paid(summary, currency)}
        for name, figure in (("growth", summary.growth), ("openings", summary.openings), ("jobs", summary.employment)):
            figures[name] = figure.value if figure else None
        if sort in figures:
            value = figures[sort]
            return value is None, -(value or 0), summary.title.casefold(), summary.id
        lookup = families[summary.family].casefold() if sort == "family" else ""
        return False, 0, lookup + "\0" + summary.title.casefold(), summary.id

    return key


def _row(summary: RoleSummary, families: dict[str, str]) -> RoleRowView:
    return copied(
        RoleRowView,
        summary,
        family_title=families[summary.family],
        role=summary.id,
        distribution=None,
        **key_figure_views(summary),
    )


def _with_distributions(reader: CatalogReader, rows: Sequence[RoleRowView], place: str | None) -> Iterator[RoleRowView]:
    """Yield the rows with the distribution that each one's pay is taken from, of the nation or of a place."""
    role_data = load_roles(reader, [row.role for row in rows])
    if place is not None:
        role_data = at_places(reader, role_data, [place])
    for row in rows:
        pays = role_pay(role_data, row.role)
        found = next((pay for pay in pays if row.pay and pay.is_source_of(row.pay)), None)
        yield structs.replace(row, distribution=found)


def _known(kind: str, name: str, titles: dict[str, str]) -> str:
    for key, title in titles.items():
        if name_key(name) in (name_key(key), name_key(title)):
            return key
    raise NotFound(f"no {kind} '{name}'{did_you_mean(name, titles)}", hint=f"Known: {', '.join(titles)}")


def _known_skill(name: str, skills: Mapping[str, Skill]) -> str:
    """Return the skill of this name; a list does not say what it read, so a slip of spelling is a question here."""
    found = resolve_skill(skills, name)
    if found.read is not None:
        raise NotFound(
            f"no skill is called '{name}' (did you mean '{found.id}'?)", hint="See them all with: careercli skills"
        )
    return found.id


def growth_floor(phrase: str, period: str) -> float:
    """Return the lowest whole percent that the Bureau calls `phrase` or better in that decade; raise UsageProblem."""
    for floor in range(-100, 200):
        found = outlook_phrase(period, floor)
        if found is not None and PHRASES.index(found) <= PHRASES.index(phrase):
            return floor
    raise UsageProblem(f"no outlook bands are known for {period}")
