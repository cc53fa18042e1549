"""Turn pay and figures of the catalog into views, with period, place, occupation and fit filled in."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from careercli.answers.shared.view_parts import FigureView, OccupationView, PayView, SkillView, SourceView, TrainingView
from careercli.catalog.reader import CatalogReader
from careercli.measures import MEASURES, MIN_SELF_EMPLOYED, best_fit_first, outlook_phrase
from careercli.model import (
    Figure,
    Level,
    Occupation,
    OccupationLink,
    Pay,
    PlaceName,
    Role,
    RoleRef,
    RoleSkill,
    Skill,
    Source,
    Training,
)


class RoleData(Struct, frozen=True):
    """The roles of an answer and the occupations, skills, sources and places they refer to."""

    roles: Mapping[str, Role]
    occupations: Mapping[str, Occupation]
    skills: Mapping[str, Skill]
    sources: Mapping[str, Source]
    places: Mapping[str, PlaceName]


def load_roles(reader: CatalogReader, role_ids: Iterable[str]) -> RoleData:
    """Load the roles and what they refer to, with one query per kind."""
    roles = reader.roles(role_ids)
    of_roles = reader.references("roles", roles)
    occupations = reader.occupations(of_roles.get("occupations", ()))
    of_occupations = reader.references("occupations", occupations)

    def named(section: str) -> list[str]:
        return sorted({*of_roles.get(section, ()), *of_occupations.get(section, ())})

    return RoleData(
        roles=roles,
        occupations=occupations,
        skills=reader.skills(named("skills")),
        sources=reader.sources(named("sources")),
        places=reader.places(named("places")),
    )


def role_pay(role_data: RoleData, role_id: str) -> list[PayView]:
    """Return every distribution for the whole role: its own, then those of its official classes, best fit first."""
    role = role_data.roles[role_id]
    official = [
        pay_view(role_data, pay, role_id, link)
        for link in best_fit_first(role.occupations)
        for pay in role_data.occupations[link.code].pay
    ]
    return [*own_pay(role_data, role_id), *official]


def own_pay(role_data: RoleData, role_id: str) -> list[PayView]:
    """Return every distribution that the catalogs give for the role itself, whoever counted it."""
    role = role_data.roles[role_id]
    fits = {link.code: link for link in role.occupations}
    return [pay_view(role_data, pay, role_id, fits.get(pay.occupation or "")) for pay in role.pay]


def level_pay(role_data: RoleData, role_id: str, level: Level) -> list[PayView]:
    """Return every distribution for one level: its own, then those of its own occupations, best fit first.

    People in school or in training before employment have none.
    """
    if level.stage != "employed":
        return []
    fits = {link.code: link for link in level.occupations}
    own = [pay_view(role_data, pay, role_id, fits.get(pay.occupation or ""), level=level.id) for pay in level.pay]
    official = [
        pay_view(role_data, pay, role_id, link, level=level.id)
        for link in best_fit_first(level.occupations)
        for pay in role_data.occupations[link.code].pay
    ]
    return own + official


def role_figures(role_data: RoleData, role_id: str) -> list[FigureView]:
    """Return every other figure for the role: its own, then those of its official classes, best fit first.

    The share of the self-employed is left out up to a quarter, where pay of employees still speaks of most people.
    """
    role = role_data.roles[role_id]
    fits = {link.code: link for link in role.occupations}
    own = [figure_view(role_data, figure, fits.get(figure.occupation or "")) for figure in role.figures]
    return own + occupation_figures(role_data, role.occupations)


def occupation_figures(role_data: RoleData, links: Iterable[OccupationLink]) -> list[FigureView]:
    """Return the figures of official classes, best fit first; the self-employed as `role_figures` has them."""
    return [
        figure_view(role_data, figure, link)
        for link in best_fit_first(links)
        for figure in role_data.occupations[link.code].figures
        if figure.measure != "self-employed" or (figure.value or 0) > MIN_SELF_EMPLOYED
    ]


def occupation_views(role_data: RoleData, links: Iterable[OccupationLink]) -> tuple[OccupationView, ...]:
    """Return the official classes with how and why they fit, best fit first."""
    classes = ((link, role_data.occupations[link.code]) for link in best_fit_first(links))
    return tuple(
        OccupationView(
            code=link.code,
            title=occupation.title,
            scheme=occupation.scheme,
            fit=link.fit,
            why=link.why,
            note=occupation.note,
            part_of=occupation.part_of,
        )
        for link, occupation in classes
    )


def pay_view(
    role_data: RoleData, pay: Pay, role_id: str, link: OccupationLink | None, *, level: str | None = None
) -> PayView:
    """Return the distribution with its period, place and class spelled out."""
    source = role_data.sources[pay.source]
    code = pay.occupation or (link.code if link else None)
    return PayView(
        role=role_id,
        level=level,
        source=pay.source,
        estimate=source.kind == "rule",
        period=pay.period or source.period,
        place=pay.place,
        place_title=role_data.places[pay.place].title,
        per=pay.per,
        currency=pay.currency,
        occupation=code,
        occupation_title=role_data.occupations[code].title if code else None,
        fit=link.fit if link else None,
        industry=pay.industry,
        employment=pay.employment,
        population=pay.population,
        components=pay.components,
        low=pay.low,
        p10=pay.p10,
        p25=pay.p25,
        median=pay.median,
        mean=pay.mean,
        p75=pay.p75,
        p90=pay.p90,
        high=pay.high,
        at_least=dict(pay.at_least),
        at_most=dict(pay.at_most),
        note=pay.note,
    )


def figure_view(role_data: RoleData, figure: Figure, link: OccupationLink | None) -> FigureView:
    """Return the figure with its unit, period, class and, for growth, the official phrase spelled out."""
    info = MEASURES[figure.measure]
    code = figure.occupation or (link.code if link else None)
    period = figure.period or role_data.sources[figure.source].period
    numbers = (figure.value, figure.low, figure.high, figure.at_least, figure.at_most)
    phrase = None
    if figure.measure == "growth" and figure.value is not None:
        phrase = outlook_phrase(period, figure.value)
    return FigureView(
        measure=figure.measure,
        label=info.title,
        group=info.group,
        unit=figure.unit or info.unit,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        at_least=figure.at_least,
        at_most=figure.at_most,
        of=figure.of,
        given=figure.of is not None or any(number is not None for number in numbers),
        source=figure.source,
        period=period,
        place=figure.place,
        occupation=code,
        occupation_title=role_data.occupations[code].title if code else None,
        fit=link.fit if link else None,
        population=figure.population,
        phrase=figure.phrase,
        outlook=phrase,
        note=figure.note,
    )


def skill_view(role_data: RoleData, skill: RoleSkill) -> SkillView:
    """Return the skill with its name and kind."""
    known = role_data.skills[skill.skill]
    return SkillView(
        id=skill.skill,
        name=known.name,
        kind=known.kind,
        need=skill.need,
        importance=skill.importance,
        level=skill.level,
        source=skill.source,
        note=skill.note,
    )


def source_views(reader: CatalogReader, ids: Iterable[str | None]) -> tuple[SourceView, ...]:
    """Return the sources that are cited, in the order in which they first are."""
    cited = reader.sources(source for source in ids if source is not None)
    return tuple(source_view(source_id, source) for source_id, source in cited.items())


def source_view(source_id: str, source: Source) -> SourceView:
    """Return the source as answers show it."""
    return SourceView(
        id=source_id,
        title=source.title,
        kind=source.kind,
        publisher=source.publisher,
        period=source.period,
        retrieved=source.retrieved,
        licence=source.licence,
        address=source.address,
        note=source.note,
    )


def local_pay(
    reader: CatalogReader, role_data: RoleData, role_id: str, matches: Callable[[Pay, PlaceName], bool]
) -> list[PayView]:
    """Return the official pay of a role's classes that `keep` lets through, best fit first.

    The places and sources of it are looked up here, since a desk carries only those of the whole country.
    """
    links = best_fit_first(role_data.roles[role_id].occupations)
    wages = reader.occupation_pay([link.code for link in links])
    every = [(link, pay) for link in links for pay in wages.get(link.code, ())]
    places = reader.places(dict.fromkeys(pay.place for _, pay in every))
    sources = reader.sources(dict.fromkeys(pay.source for _, pay in every))
    wide = replace(role_data, places={**role_data.places, **places}, sources={**role_data.sources, **sources})
    return [pay_view(wide, pay, role_id, link) for link, pay in every if matches(pay, places[pay.place])]


def pay_at(
    reader: CatalogReader, role_data: RoleData, ref: RoleRef, where: Collection[str], *, levels: Sequence[Level] = ()
) -> list[PayView]:
    """Return all pay at the places, whatever its source: of the role, of these levels of it, then official pay.

    Official pay is the newest of the role's classes over all industries, best fit first. Of a level there is the pay of
    that level alone, and the official pay of the role's classes.
    """
    given = own_pay(role_data, ref.role) if ref.level is None else []
    for level in levels:
        given += level_pay(role_data, ref.role, level)
    official = local_pay(reader, role_data, ref.role, lambda pay, _: pay.place in where and pay.industry is None)
    return [*(pay for pay in given if pay.place in where), *newest_of(official)]


def places_with_pay(
    reader: CatalogReader, role_data: RoleData, refs: Iterable[RoleRef], places: Sequence[str]
) -> set[str]:
    """Return those of the places at which any of the roles has pay of its own or official pay."""
    roles = [role_data.roles[ref.role] for ref in refs]
    given = {pay.place for role in roles for pays in (role.pay, *(one.pay for one in role.levels)) for pay in pays}
    codes = [link.code for role in roles for link in role.occupations]
    official = reader.occupation_pay(codes, places=places) if codes else {}
    return {*given, *(pay.place for pays in official.values() for pay in pays)} & set(places)


def newest_of(rows: Sequence[PayView]) -> list[PayView]:
    """Return the rows without those that a newer one of the same class, place, industry and unit of time replaces."""
    newest: dict[tuple[str | None, ...], str] = {}
    for row in rows:
        key = (row.occupation, row.place, row.industry, row.per)
        newest[key] = max(newest.get(key, ""), row.period or "")
    return [row for row in rows if newest[row.occupation, row.place, row.industry, row.per] == (row.period or "")]


def training_view(training: Training) -> TrainingView:
    """Return a way to learn a role, with its cost and time spelled out."""
    cost, time = training.cost, training.time
    return TrainingView(
        title=training.title,
        source=training.source,
        cost_low=cost.low if cost else None,
        cost_high=cost.high if cost else None,
        cost_at_least=cost.at_least if cost else None,
        cost_unit=cost.unit if cost else None,
        time_low=time.low if time else None,
        time_high=time.high if time else None,
        time_at_least=time.at_least if time else None,
        time_unit=time.unit if time else None,
        note=" ".join(
            note for note in (training.note, cost.note if cost else None, time.note if time else None) if note
        )
        or None,
    )
