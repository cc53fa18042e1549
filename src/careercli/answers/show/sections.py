"""The sections of a guide, in an order that answers questions as they are asked."""

from careercli.answers.shared.estimates import level_estimate
from careercli.answers.shared.figures import RoleData, level_pay, role_figures, role_pay, skill_view, training_view
from careercli.answers.shared.view_parts import SkillView, TermView
from careercli.answers.shared.wage_levels import level_wage_level
from careercli.answers.show.occupation_profile import PROFILE_SECTIONS
from careercli.answers.show.view import LevelView, SectionView
from careercli.catalog.reader import CatalogReader
from careercli.ladders import Ladder
from careercli.model import Level, Role, RoleRef

SECTIONS: dict[str, str] = {
    "pay": "Pay",
    "outlook": "Outlook",
    "duties": "What the work is",
    "contrast": "What it is not",
    "glossary": "Words that mean two things",
    "environment": "Where and how",
    "tools": "Tools",
    "skills": "Skills",
    "education": "Education",
    "entry": "Getting in",
    "training": "Ways to learn it",
    "levels": "Levels",
    "progression": "Moving on",
    "pay-drivers": "What moves pay",
    "best-paying": "Where it pays best",
    "market": "The market",
    "pros": "For it",
    "cons": "Against it",
    "questions": "Questions",
    "related": "Related roles",
    "people": "Who works there",
    "inclusion": "Inclusion",
    "abroad": "Abroad",
    "remote": "Remote work",
    "visa": "Visa and immigration",
    **PROFILE_SECTIONS,
}
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
    entry, education, market, inclusion = role.entry, role.education, role.market, role.inclusion

    def named(ids: dict[str, str]) -> tuple[TermView, ...]:
        return tuple(_term(others[key].title, text) for key, text in ids.items())

    return [
        SectionView(id="pay", title=SECTIONS["pay"], pay=tuple(role_pay(role_data, role_id))),
        SectionView(id="outlook", title=SECTIONS["outlook"], figures=of_group["outlook"]),
        SectionView(id="duties", title=SECTIONS["duties"], items=role.duties),
        SectionView(id="contrast", title=SECTIONS["contrast"], terms=named(role.contrast)),
        SectionView(id="glossary", title=SECTIONS["glossary"], terms=_terms(role.glossary)),
        SectionView(id="environment", title=SECTIONS["environment"], terms=_environment(role)),
        SectionView(
            id="tools",
            title=SECTIONS["tools"],
            terms=tuple(TermView(term=key, text=None, items=names) for key, names in role.tools.items()),
        ),
        SectionView(
            id="skills",
            title=SECTIONS["skills"],
            text=_why_no_skills(role_data, role),
            said=bool(role.skills),
            skills=tuple(skill_view(role_data, skill) for skill in role.skills),
        ),
        SectionView(
            id="education",
            title=SECTIONS["education"],
            text=education.typical if education else None,
            terms=_lists(
                ("Fields", education.fields if education else ()),
                ("Accepted instead", education.alternatives if education else ()),
                ("Certificates", education.certificates if education else ()),
            ),
        ),
        SectionView(
            id="entry",
            title=SECTIONS["entry"],
            text=entry.summary if entry else None,
            items=entry.steps if entry else (),
            terms=tuple(_term(feeder.title, feeder.why) for feeder in entry.feeders) if entry else (),
            figures=of_group["entry"],
        ),
        SectionView(
            id="training",
            title=SECTIONS["training"],
            training=tuple(training_view(training) for training in role.training),
        ),
        SectionView(
            id="levels",
            title=SECTIONS["levels"],
            levels=tuple(_level(role_data, role_id, ladder, level) for level in role.levels),
        ),
        SectionView(
            id="progression",
            title=SECTIONS["progression"],
            text=role.progression,
            items=role.milestones,
            terms=tuple(
                _term(f"{move.kind} to {_where(others[RoleRef.parse(move.to).role].title, move.to)}", move.why)
                for move in role.moves
            ),
        ),
        SectionView(id="pay-drivers", title=SECTIONS["pay-drivers"], items=role.pay_drivers),
        SectionView(id="best-paying", title=SECTIONS["best-paying"], figures=of_group["best-paying"]),
        SectionView(
            id="market",
            title=SECTIONS["market"],
            text=market.summary if market else None,
            terms=_lists(
                ("Industries", role.industries),
                ("Challenges", market.challenges if market else ()),
                ("Opportunities", market.opportunities if market else ()),
                ("Trends", market.trends if market else ()),
            ),
        ),
        SectionView(id="pros", title=SECTIONS["pros"], items=role.pros),
        SectionView(id="cons", title=SECTIONS["cons"], items=role.cons),
        SectionView(
            id="questions",
            title=SECTIONS["questions"],
            terms=tuple(_term(entry.question, entry.answer) for entry in role.questions),
        ),
        SectionView(id="related", title=SECTIONS["related"], terms=named(role.related)),
        SectionView(id="people", title=SECTIONS["people"], figures=of_group["people"]),
        SectionView(
            id="inclusion",
            title=SECTIONS["inclusion"],
            text=inclusion.summary if inclusion else None,
            terms=_lists(
                ("Hiring", inclusion.hiring if inclusion else ()),
                ("Culture", inclusion.culture if inclusion else ()),
                ("Good signs", inclusion.green_flags if inclusion else ()),
                ("Warning signs", inclusion.red_flags if inclusion else ()),
                ("Networks", inclusion.networks if inclusion else ()),
            ),
        ),
        SectionView(id="abroad", title=SECTIONS["abroad"], items=role.abroad),
        SectionView(id="remote", title=SECTIONS["remote"], items=role.remote),
        SectionView(id="visa", title=SECTIONS["visa"], items=role.visa),
    ]


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
    told = _level(role_data, role_id, Ladder(role_data.roles[role_id]), level)
    return [
        SectionView(id="pay", title=SECTIONS["pay"], pay=told.pay),
        SectionView(id="levels", title=SECTIONS["levels"], levels=(told,)),
    ]


def _level(role_data: RoleData, role_id: str, ladder: Ladder, level: Level) -> LevelView:
    pays = tuple(level_pay(role_data, role_id, level))
    wage_level = None if pays else level_wage_level(role_data, role_id, level)
    return LevelView(
        id=level.id,
        title=level.title,
        track=level.track,
        years=level.years,
        source=level.source,
        after=ladder.predecessors[level.id],
        duties=level.duties,
        autonomy=level.autonomy,
        impact=level.impact,
        focus=level.focus,
        skills=tuple(
            SkillView(
                id=skill.skill,
                name=role_data.skills[skill.skill].name,
                kind=role_data.skills[skill.skill].kind,
                need="must",
                importance=None,
                level=skill.level,
                source=level.source if skill.level is not None else None,
            )
            for skill in level.skills
        ),
        stage=level.stage,
        pay=pays,
        wage_level=wage_level,
        estimate=None if pays or wage_level else level_estimate(role_data, role_id, level),
    )


def _environment(role: Role) -> tuple[TermView, ...]:
    place = role.environment
    if place is None:
        return ()
    named = (
        ("Place", place.place),
        ("Pace", place.pace),
        ("Travel", place.travel),
        ("Remote", place.remote),
        ("Demands", place.demands),
    )
    return tuple(_term(name, text) for name, text in named if text)


def _term(term: str, text: str | None) -> TermView:
    return TermView(term=term, text=text, items=())


def _terms(entries: dict[str, str]) -> tuple[TermView, ...]:
    return tuple(_term(key, text) for key, text in entries.items())


def _lists(*named: tuple[str, tuple[str, ...]]) -> tuple[TermView, ...]:
    return tuple(TermView(term=name, text=None, items=items) for name, items in named if items)


def _where(title: str, place: str) -> str:
    level = RoleRef.parse(place).level
    return f"{title} ({level})" if level else title
