"""The sections of a guide, in an order that answers questions as they are asked."""

from typing import Any

from careercli.answers.shared.estimates import level_estimate
from careercli.answers.shared.figures import (
    RoleData,
    level_pay,
    level_skill_view,
    occupation_figures,
    occupation_views,
    role_figures,
    role_pay,
    skill_view,
    training_view,
)
from careercli.answers.shared.view_parts import TermView, copied
from careercli.answers.shared.wage_levels import level_wage_level
from careercli.answers.show.occupation_profile import PROFILE_SECTIONS, list_of, lists
from careercli.answers.show.view import LevelView, SectionView
from careercli.catalog.reader import CatalogReader
from careercli.ladders import Ladder
from careercli.model import Education, Entry, Environment, Inclusion, Level, Market, Role, RoleRef

SECTIONS: dict[str, str] = {
    "pay": "Pay", "outlook": "Outlook", "duties": "What you do", "contrast": "How it differs from similar jobs",
    "glossary": "Jargon", "environment": "Working conditions", "tools": "Tools", "skills": "Skills",
    "education": "Education", "entry": "Getting in", "training": "Ways to learn it", "levels": "Levels",
    "progression": "Moving on", "pay-drivers": "What moves pay", "best-paying": "Where it pays best",
    "market": "Job market", "pros": "Pros", "cons": "Cons", "questions": "Questions",
    "related": "Similar jobs", "people": "Who works there", "inclusion": "Inclusion", "abroad": "In other countries",
    "remote": "Remote work", "visa": "Visa and immigration", **PROFILE_SECTIONS,
}  # fmt: skip
"""Every section by id, in the order of the guide."""


def role_sections(reader: CatalogReader, role_data: RoleData, role_id: str, role: Role) -> list[SectionView]:
    """Return every section of the catalog's own guide, the empty ones too."""
    figures = role_figures(role_data, role_id)
    ladder = Ladder(role)
    others = reader.role_summaries_of(
        [*role.contrast, *role.related, *(RoleRef.parse(move.to).role for move in role.moves)]
    )
    groups = {"outlook": "outlook", "entry": "getting in", "best-paying": "best paying", "people": "people"}
    of_group = {key: tuple(figure for figure in figures if figure.group == group) for key, group in groups.items()}
    entry, education = role.entry or Entry(), role.education or Education()
    market, inclusion = role.market or Market(), role.inclusion or Inclusion()

    def named(ids: dict[str, str]) -> tuple[TermView, ...]:
        return tuple(_term(others[key].title, text, key) for key, text in ids.items())

    ways_on = (
        _term(f"{move.kind} to {_where(others[RoleRef.parse(move.to).role].title, move.to)}", move.why, move.to)
        for move in role.moves
    )
    return [
        _section(
            "pay",
            distributions=tuple(role_pay(role_data, role_id)),
            occupations=occupation_views(role_data, role.occupations),
        ),
        _section("outlook", figures=of_group["outlook"]),
        _section("duties", items=role.duties),
        _section("contrast", terms=named(role.contrast)),
        _section("glossary", terms=tuple(_term(key, text) for key, text in role.glossary.items())),
        _section("environment", terms=_environment(role.environment or Environment())),
        _section("tools", terms=tuple(list_of(key, names) for key, names in role.tools.items())),
        _section(
            "skills",
            text=_why_no_skills(role_data, role),
            said=bool(role.skills),
            skills=tuple(skill_view(role_data, skill) for skill in role.skills),
        ),
        _section(
            "education",
            text=education.typical,
            terms=lists(
                ("Fields", education.fields),
                ("Also accepted", education.alternatives),
                ("Certificates", education.certificates),
            ),
        ),
        _section(
            "entry",
            text=entry.summary,
            items=entry.steps,
            terms=tuple(_term(feeder.title, feeder.why, feeder.role) for feeder in entry.feeders),
            figures=of_group["entry"],
        ),
        _section("training", training=tuple(training_view(training) for training in role.training)),
        _section("levels", levels=tuple(_level(role_data, role_id, ladder, level) for level in role.levels)),
        _section("progression", text=role.progression, items=role.milestones, terms=tuple(ways_on)),
        _section("pay-drivers", items=role.pay_drivers),
        _section("best-paying", figures=of_group["best-paying"]),
        _section(
            "market",
            text=market.summary,
            terms=lists(
                ("Industries", role.industries),
                ("Challenges", market.challenges),
                ("Opportunities", market.opportunities),
                ("Trends", market.trends),
            ),
        ),
        _section("pros", items=role.pros),
        _section("cons", items=role.cons),
        _section("questions", terms=tuple(_term(entry.question, entry.answer) for entry in role.questions)),
        _section("related", terms=named(role.related)),
        _section("people", figures=of_group["people"]),
        _section(
            "inclusion",
            text=inclusion.summary,
            terms=lists(
                ("Hiring", inclusion.hiring),
                ("Culture", inclusion.culture),
                ("Good signs", inclusion.green_flags),
                ("Warning signs", inclusion.red_flags),
                ("Networks", inclusion.networks),
            ),
        ),
        _section("abroad", items=role.abroad),
        _section("remote", items=role.remote),
        _section("visa", items=role.visa),
    ]


def _section(id_: str, **parts: Any) -> SectionView:
    return SectionView(section=id_, section_title=SECTIONS[id_], **parts)


def _why_no_skills(role_data: RoleData, role: Role) -> str | None:
    """Say that the survey has none, where that is why a role has no skills."""
    for link in role.occupations:
        profile = role_data.occupations[link.code].profile
        if not role.skills and link.fit == "exact" and profile and "skills" in profile.missing:
            source = role_data.sources.get(profile.source)
            title = source.title if source else profile.source
            return f"{title} has no skills for {role_data.occupations[link.code].title}."
    return None


def level_sections(role_data: RoleData, role_id: str, level: Level) -> list[SectionView]:
    """Return the sections that a level has of its own."""
    levels = (_level(role_data, role_id, Ladder(role_data.roles[role_id]), level),)
    figures = occupation_figures(role_data, level.occupations)
    groups = {"outlook": "outlook", "entry": "getting in", "best-paying": "best paying"}
    counted = {key: tuple(figure for figure in figures if figure.group == group) for key, group in groups.items()}
    return [
        _section(
            "pay", distributions=levels[0].distributions, occupations=occupation_views(role_data, level.occupations)
        ),
        *(_section(key, figures=figures) for key, figures in counted.items()),
        _section("levels", levels=levels),
    ]


def _level(role_data: RoleData, role_id: str, ladder: Ladder, level: Level) -> LevelView:
    pays = tuple(level_pay(role_data, role_id, level))
    official = None if pays else level_wage_level(role_data, role_id, level)
    return copied(
        LevelView,
        level,
        level=level.id,
        years_from=level.years[0] if level.years else None,
        years_to=level.years[1] if level.years else None,
        previous_levels=ladder.predecessors[level.id],
        skills=tuple(level_skill_view(role_data, skill, level) for skill in level.skills),
        occupations=occupation_views(role_data, level.occupations),
        distributions=pays,
        official_wage_level=official,
        estimate=None if pays or official else level_estimate(role_data, role_id, level),
    )


def _environment(environment: Environment) -> tuple[TermView, ...]:
    named = ((name.capitalize(), getattr(environment, name)) for name in environment.__struct_fields__)
    return tuple(_term(name, text) for name, text in named if text)


def _term(term: str, text: str | None, place: str | None = None) -> TermView:
    role, level = RoleRef.parse(place) if place else (None, None)
    return TermView(term=term, role=role, level=level, text=text, items=())


def _where(title: str, place: str) -> str:
    level = RoleRef.parse(place).level
    return f"{title} ({level})" if level else title
