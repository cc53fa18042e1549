"""Turn pay and figures of the catalog into views, with period, place, occupation and fit filled in."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from careercli.answers.shared.view_parts import FigureView, PayView, SkillView, SourceView, TrainingView
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
    national: Mapping[str, Occupation]
    """The occupations with the nation's pay, from which estimates are made, where `occupations` has that of a place."""


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
        national=occupations,
    )


def role_pay(role_data: RoleData, role_id: str) -> list[PayView]:
    """Return every distribution for the whole role: its own, then those of its official classes, best fit first."""
    return [*own_pay(role_data, role_id), *class_pay(role_data, role_id)]


def class_pay(role_data: RoleData, role_id: str) -> list[PayView]:
    """Return every distribution of a role's official classes, best fit first."""
    return [
        pay_view(role_data, pay, role_id, link)
        for link in best_fit_first(role_data.roles[role_id].occupations)
        for pay in role_data.occupations[link.code].pay
    ]


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
    official = [
        figure_view(role_data, figure, link)
        for link in best_fit_first(role.occupations)
        for figure in role_data.occupations[link.code].figures
        if figure.measure != "self-employed" or (figure.value or 0) > MIN_SELF_EMPLOYED
    ]
    return own + official


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
        licence=source.licence,
        address=source.address,
        note=source.note,
    )


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
