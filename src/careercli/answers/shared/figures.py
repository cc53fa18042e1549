"""Turn pay and figures of the catalog into views, with period, place, occupation and fit filled in."""

from collections.abc import Iterable, Iterator, Mapping, Set

from msgspec import Struct

from careercli.answers.shared.view_parts import (
    FigureView,
    OccupationView,
    PayView,
    SkillView,
    SourceView,
    TrainingView,
    copied,
    prefixed,
)
from careercli.catalog.reader import CatalogReader
from careercli.measures import MEASURES, MIN_SELF_EMPLOYED, best_fit_first, outlook_phrase
from careercli.model import (
    Figure,
    Level,
    LevelSkill,
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
    generated: Set[str]
    """Those of the roles that were made from occupations."""
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
        generated=reader.generated_roles(roles),
        national=occupations,
    )


def role_pay(role_data: RoleData, role_id: str) -> list[PayView]:
    """Return every distribution for the whole role: its own, then those of its official classes, best fit first."""
    return [*own_pay(role_data, role_id), *class_pay(role_data, role_id)]


def class_pay(role_data: RoleData, role_id: str) -> list[PayView]:
    """Return every distribution of a role's official classes, best fit first."""
    return [*_official_pay(role_data, role_id, role_data.roles[role_id])]


def own_pay(role_data: RoleData, role_id: str, level: Level | None = None) -> list[PayView]:
    """Return every distribution that the catalogs give for the role itself, or a level of it, whoever counted it."""
    holder = level or role_data.roles[role_id]
    fits = {link.code: link for link in holder.occupations}
    return [pay_view(role_data, pay, role_id, fits.get(pay.occupation or ""), level=level) for pay in holder.pay]


def level_pay(role_data: RoleData, role_id: str, level: Level) -> list[PayView]:
    """Return every distribution for one level: its own, then those of its own occupations, best fit first.

    People in school or in training before employment have none.
    """
    if level.stage != "employed":
        return []
    return [*own_pay(role_data, role_id, level), *_official_pay(role_data, role_id, level)]


def _official_pay(role_data: RoleData, role_id: str, holder: Role | Level) -> Iterator[PayView]:
    level = holder if isinstance(holder, Level) else None
    for link in best_fit_first(holder.occupations):
        for pay in role_data.occupations[link.code].pay:
            yield pay_view(role_data, pay, role_id, link, level=level)


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
            occupation=link.code,
            occupation_title=occupation.title,
            scheme=occupation.scheme,
            fit=link.fit,
            why=link.why,
            note=occupation.note,
            part_of=occupation.part_of,
        )
        for link, occupation in classes
    )


def pay_view(
    role_data: RoleData, pay: Pay, role_id: str, link: OccupationLink | None, *, level: Level | None = None
) -> PayView:
    """Return the distribution with its period, place and class spelled out."""
    source = role_data.sources[pay.source]
    code = pay.occupation or (link.code if link else None)
    return copied(
        PayView,
        pay,
        role=role_id,
        level=level.id if level else None,
        is_estimate=source.kind == "rule",
        jobs=pay.employment,
        period=pay.period or source.period,
        place_title=role_data.places[pay.place].title,
        points_at_least=pay.at_least,
        points_at_most=pay.at_most,
        occupation=code,
        occupation_title=role_data.occupations[code].title if code else None,
        fit=link.fit if link else None,
    )


def figure_view(role_data: RoleData, figure: Figure, link: OccupationLink | None) -> FigureView:
    """Return the figure with its unit, period, class and, for growth, the official phrase spelled out."""
    info = MEASURES[figure.measure]
    code = figure.occupation or (link.code if link else None)
    period = figure.period or role_data.sources[figure.source].period
    numbers = (figure.value, figure.low, figure.high, figure.at_least, figure.at_most)
    growth = figure.value if figure.measure == "growth" else None
    return copied(
        FigureView,
        figure,
        label=info.title,
        group=info.group,
        unit=figure.unit or info.unit,
        given=figure.of is not None or any(number is not None for number in numbers),
        period=period,
        occupation=code,
        occupation_title=role_data.occupations[code].title if code else None,
        fit=link.fit if link else None,
        outlook=None if growth is None else outlook_phrase(period, growth),
    )


def skill_view(role_data: RoleData, skill: RoleSkill) -> SkillView:
    """Return the skill with its name and kind."""
    return copied(SkillView, skill, role_data.skills[skill.skill], skill_level=skill.level)


def level_skill_view(role_data: RoleData, skill: LevelSkill, level: Level) -> SkillView:
    """Return a skill that rises at a level, with its name and kind; whoever rated it, the level's source did."""
    return copied(
        SkillView,
        role_data.skills[skill.skill],
        skill=skill.skill,
        need="must",
        importance=None,
        skill_level=skill.level,
        source=level.source if skill.level is not None else None,
    )


def source_views(reader: CatalogReader, ids: Iterable[str | None]) -> tuple[SourceView, ...]:
    """Return the sources that are cited, in the order in which they first are."""
    cited = reader.sources(source for source in ids if source is not None)
    return tuple(source_view(source_id, source) for source_id, source in cited.items())


def source_view(source_id: str, source: Source) -> SourceView:
    """Return the source as answers show it."""
    return copied(SourceView, source, source=source_id, license=source.licence, short=source_name(source))


def source_name(source: Source) -> str:
    """Return what a source is called in a line of sources: a name of few words and the year that it speaks of."""
    name = source.short or source.title
    if source.kind == "judgement":
        return name  # it speaks of no time
    if source.period is None:
        return f"{name}, undated"
    first, dash, last = source.period.partition("-")
    return f"{name} {first}–{last}" if dash and len(last) == 2 and int(last) > 12 else f"{name} {first}"


def training_view(training: Training) -> TrainingView:
    """Return a way to learn a role, with its cost and time spelled out."""
    cost, time = training.cost, training.time
    notes = (training.note, cost.note if cost else None, time.note if time else None)
    return copied(
        TrainingView,
        training,
        **prefixed("cost", cost, "low", "high", "at_least", "unit"),
        **prefixed("time", time, "low", "high", "at_least", "unit"),
        note=" ".join(filter(None, notes)) or None,
    )
