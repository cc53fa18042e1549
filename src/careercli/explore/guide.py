"""The whole guide of a role or of one level, in sections that answer questions in the order in which they are asked."""

from collections.abc import Sequence

from msgspec import structs

from careercli.catalog.reader import Library
from careercli.errors import UsageProblem
from careercli.explore.ladder import before
from careercli.explore.official import OFFICIAL_SECTIONS, official_sections
from careercli.explore.resolve import Found, resolve
from careercli.explore.statements import Desk, level_pay, open_desk, role_figures, role_pay, skill_view, source_views
from careercli.model import SCHEMA_VERSION, Level, Role, Training
from careercli.nearest import did_you_mean
from careercli.views.parts import SkillView
from careercli.views.show import GuideView, LevelView, SectionView, ShowView, TermView, TrainingView

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
    **OFFICIAL_SECTIONS,
}
"""Every section by id, in the order of the guide."""


def show(library: Library, names: Sequence[str], *, sections: Sequence[str] = ()) -> ShowView:
    """Return the guides, whole or only some sections; raise NotFound or UsageProblem for an unknown name or section."""
    for section in sections:
        if section not in SECTIONS:
            raise UsageProblem(
                f"no section '{section}'{did_you_mean(section, SECTIONS)}", hint=f"Sections: {', '.join(SECTIONS)}"
            )
    places = list(dict.fromkeys(resolve(library, name) for name in names))
    desk = open_desk(library, [place.role for place in places])
    families = {key: family.title for key, family in library.families().items()}
    guides = tuple(_guide(library, desk, place, families, sections) for place in places)
    return ShowView(
        schema_version=SCHEMA_VERSION,
        command="show",
        rows=guides,
        sources=source_views(library, (source for guide in guides for source in _cited(guide))),
    )


def _guide(library: Library, desk: Desk, place: Found, families: dict[str, str], wanted: Sequence[str]) -> GuideView:
    role = desk.roles[place.role]
    level = next((level for level in role.levels if level.id == place.level), None)
    if level:
        made = _level_sections(desk, place.role, role, level)
    else:
        own = _role_sections(library, desk, place.role, role)
        made = [*own, *official_sections(library, desk, role, derived=role.family.startswith("soc-"))]
    return GuideView(
        id=place.name,
        level=place.level,
        title=level.title if level else role.title,
        family=role.family,
        family_title=families[role.family],
        aliases=() if level else role.aliases,
        summary=role.summary,
        sections=_chosen(made, wanted),
    )


def _role_sections(library: Library, desk: Desk, role_id: str, role: Role) -> list[SectionView]:
    figures = role_figures(desk, role_id)
    others = library.cards_of([*role.contrast, *role.related, *(move.to.partition("@")[0] for move in role.moves)])
    groups = {"outlook": "outlook", "entry": "getting in", "best-paying": "best paying", "people": "people"}
    of_group = {key: tuple(figure for figure in figures if figure.group == group) for key, group in groups.items()}
    entry, education, market, inclusion = role.entry, role.education, role.market, role.inclusion

    def named(ids: dict[str, str]) -> tuple[TermView, ...]:
        return tuple(_term(others[key].title, text) for key, text in ids.items())

    return [
        SectionView(id="pay", title=SECTIONS["pay"], pay=tuple(role_pay(desk, role_id))),
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
            text=_without_skills(desk, role),
            said=bool(role.skills),
            skills=tuple(skill_view(desk, skill) for skill in role.skills),
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
            id="training", title=SECTIONS["training"], training=tuple(_training(training) for training in role.training)
        ),
        SectionView(
            id="levels",
            title=SECTIONS["levels"],
            levels=tuple(_level(desk, role_id, role, level) for level in role.levels),
        ),
        SectionView(
            id="progression",
            title=SECTIONS["progression"],
            text=role.progression,
            items=role.milestones,
            terms=tuple(
                _term(f"{move.kind} to {_where(others[move.to.partition('@')[0]].title, move.to)}", move.why)
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


def _without_skills(desk: Desk, role: Role) -> str | None:
    """Say that the survey has none, where that is why a role has no skills."""
    for link in role.occupations:
        profile = desk.occupations[link.code].profile
        if not role.skills and link.fit == "exact" and profile and "skills" in profile.missing:
            source = desk.sources.get(profile.source)
            title = source.title if source else profile.source
            return f"{title} has no skills for {desk.occupations[link.code].title}."
    return None


def _level_sections(desk: Desk, role_id: str, role: Role, level: Level) -> list[SectionView]:
    pay = tuple(level_pay(desk, role_id, level))
    return [
        SectionView(id="pay", title=SECTIONS["pay"], pay=pay),
        SectionView(id="levels", title=SECTIONS["levels"], levels=(_level(desk, role_id, role, level),)),
    ]


def _level(desk: Desk, role_id: str, role: Role, level: Level) -> LevelView:
    return LevelView(
        id=level.id,
        title=level.title,
        track=level.track,
        years=level.years,
        source=level.source,
        after=before(role, level),
        duties=level.duties,
        autonomy=level.autonomy,
        impact=level.impact,
        focus=level.focus,
        skills=tuple(
            SkillView(
                id=skill.skill,
                name=desk.skills[skill.skill].name,
                kind=desk.skills[skill.skill].kind,
                need="must",
                importance=None,
                level=skill.level,
                source=level.source if skill.level is not None else None,
            )
            for skill in level.skills
        ),
        pay=tuple(level_pay(desk, role_id, level)),
    )


def _training(training: Training) -> TrainingView:
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
    level = place.partition("@")[2]
    return f"{title} ({level})" if level else title


def _chosen(made: Sequence[SectionView], wanted: Sequence[str]) -> tuple[SectionView, ...]:
    """Return the sections that say something; of those asked for by name, the empty ones too, marked as such."""
    said = {section.id for section in made if _says_something(section)}
    made = [section if section.id in said else structs.replace(section, said=False) for section in made]
    if not wanted:
        return tuple(section for section in made if section.id in said)
    known = {section.id: section for section in made}
    empty = SectionView(id="", title="", said=False)
    return tuple(
        known[id_] if id_ in said else structs.replace(empty, id=id_, title=title)
        for id_, title in SECTIONS.items()
        if id_ in wanted
    )


def _says_something(section: SectionView) -> bool:
    return any(
        getattr(section, name) for name in section.__struct_fields__ if name not in ("id", "title", "said", "source")
    )


def _cited(guide: GuideView) -> list[str]:
    """Return the sources of a guide in the order in which they are met."""
    cited: list[str] = []
    for section in guide.sections:
        cited += [section.source] if section.source else []
        cited += [pay.source for pay in section.pay]
        cited += [figure.source for figure in section.figures]
        cited += [skill.source for skill in section.skills if skill.source]
        cited += [training.source for training in section.training]
        for level in section.levels:
            cited += [level.source, *(pay.source for pay in level.pay)]
    return cited
