"""A guide as a page: a head with what the role is, then its sections."""

from collections.abc import Iterable, Sequence

from careercli.amounts import format_number, format_years_band, join_words
from careercli.amounts import format_value_or_range as extent_of
from careercli.answers.shared.page_parts import (
    Citations,
    bullets,
    command_line,
    figure_text,
    heading,
    occupation_fit_text,
    prose,
    source_list,
    terms,
)
from careercli.answers.shared.pay_page import STAGES, estimate_text, pay_charts, pay_points, wage_level_text
from careercli.answers.shared.view_parts import FigureView, Num, OccupationView, SkillView, TrainingView
from careercli.answers.shared.wording import NEEDS, TRACKS
from careercli.answers.show.origin_page import origin_blocks
from careercli.answers.show.quick_facts_page import quick_facts_blocks
from careercli.answers.show.view import GuideView, LevelView, SectionView, ShowView
from careercli.blocks import Block, Cell, Heading, Page, Row, Table, Term, Terms


def page(view: ShowView) -> Page:
    """Return the guides as one page."""
    citations = Citations(view.sources)
    blocks: list[Block] = []
    for guide in view.rows:
        blocks += _guide(guide, citations)
    return Page((*blocks, *source_list(view.sources)))


def _guide(guide: GuideView, citations: Citations) -> Iterable[Block]:
    yield Heading(guide.title, 1, guide.family_title)
    if guide.aliases:
        yield prose(f"Also called {join_words(guide.aliases, 'or')}.", "muted")
    yield prose(guide.summary)
    if guide.key_figures is not None:
        yield from quick_facts_blocks(guide, guide.key_figures, citations)
    for section in guide.sections:
        yield heading(section.section_title)
        yield from _section(section, citations)
    if not guide.sections and guide.contents:
        yield heading("Contents")
        yield _contents(guide)
    yield from origin_blocks(guide.origin)
    if guide.see_also:
        yield heading("Try next")
        yield from (command_line(entry.command, entry.answers) for entry in guide.see_also)


def _contents(guide: GuideView) -> Table:
    rows = tuple(
        Row(
            Cell((content.section_title,), "strong"),
            (
                Cell((format_number(content.entry_count),), numeric=True),
                Cell((f"--section {content.section}",), "code"),
            ),
        )
        for content in guide.contents
    )
    return Table(("Section", "Entries", "Type"), rows)


def _section(section: SectionView, citations: Citations) -> Iterable[Block]:
    if section.text:
        yield prose(section.text)
    if section.figures:
        yield _figures(section.figures, citations)
    if section.distributions:
        yield from pay_charts(section.distributions, {}, citations, depth=3)
    yield from _occupations(section.occupations)
    if section.items:
        yield from bullets(section.items, numbered=section.section == "entry")
    if section.terms:
        yield terms(section.terms)
    if section.skills:
        yield _skills(section.skills, citations)
        noted = tuple(Term(skill.name, skill.note) for skill in section.skills if skill.note)
        yield from [Terms(noted)] if noted else []
    if section.training:
        yield _training(section.training, citations)
    for level in section.levels:
        yield from _level(level, citations)
    if not section.said and not section.text:
        yield prose("The catalog says nothing here.", "muted")


def _occupations(occupations: Sequence[OccupationView]) -> Iterable[Block]:
    """Yield why each occupation was taken and what to know about it, where the catalog says so."""
    told = (
        Term(
            occupation_fit_text(one.occupation_title, one.occupation, one.fit),
            " ".join(text for text in (one.why, one.note) if text),
        )
        for one in occupations
    )
    said = tuple(term for term in told if term.text)
    yield from [Terms(said)] if said else []


def _figures(figures: Iterable[FigureView], citations: Citations) -> Table:
    rows = []
    for figure in figures:
        about = [
            occupation_fit_text(figure.occupation_title, figure.occupation, figure.fit),
            figure.population,
            figure.period,
        ]
        lines = [figure_text(figure), ", ".join(part for part in about if part), figure.note or ""]
        cell = Cell(tuple(line for line in lines if line), "" if figure.given else "muted")
        rows.append(Row(Cell((figure.label + citations.mark(figure.source),)), (cell,)))
    return Table(("", ""), tuple(rows))


def _skills(skills: Iterable[SkillView], citations: Citations) -> Table:
    def rating(value: Num | None) -> Cell:
        return Cell((format_number(value),), numeric=True) if value is not None else Cell(("not rated",), "muted")

    rows = [
        Row(
            Cell((skill.name + citations.mark(skill.source),)),
            (Cell((NEEDS[skill.need],)), Cell((skill.kind,)), rating(skill.importance), rating(skill.skill_level)),
        )
        for skill in skills
    ]
    return Table(("Skill", "Need", "Kind", "Importance /100", "Level /100"), tuple(rows))


def _training(routes: Iterable[TrainingView], citations: Citations) -> Table:
    def extent(low: Num | None, high: Num | None, bound: Num | None, unit: str | None) -> Cell:
        if unit is None:
            return Cell(("not given",), "muted")
        currency = None if unit in ("weeks", "months", "years") else unit
        value = low if low is not None and low == high else None
        return Cell((extent_of(value=value, low=low, high=high, bound_below=bound, unit=unit, currency=currency),))

    rows = []
    for route in routes:
        cost = extent(route.cost_low, route.cost_high, route.cost_at_least, route.cost_unit)
        time = extent(route.time_low, route.time_high, route.time_at_least, route.time_unit)
        note = Cell((route.note or "",))
        rows.append(Row(Cell((route.title + citations.mark(route.source),)), (cost, time, note)))
    return Table(("Training", "Cost", "Time", "Note"), tuple(rows))


def _level(level: LevelView, citations: Citations) -> Iterable[Block]:
    facts = [
        level.level,
        f"{TRACKS[level.track]} track",
        *([format_years_band(*band)] if (band := level.years_band()) else []),
    ]
    yield Heading(level.title, 3, ", ".join(facts) + citations.mark(level.source))
    told = [
        Term("Pay", _level_pay(level, citations)),
        Term("Wage level", "" if level.estimate or level.official_wage_level else level.wage_level or ""),
        Term("Comes after", ", ".join(level.previous_levels)),
        Term("Duties", "", level.duties),
        Term("Autonomy", level.autonomy or ""),
        Term("Impact", level.impact or ""),
        Term("Focus", "", level.focus),
        Term("Skills you need more of", ", ".join(_rising(skill) for skill in level.skills)),
    ]
    yield Terms(tuple(term for term in told if term.text or term.items))
    yield from _occupations(level.occupations)


def _level_pay(level: LevelView, citations: Citations) -> str:
    """Write the pay of a level with the occupation it was counted for, else its estimate, else why there is none."""
    if official := level.official_wage_level:
        return f"{wage_level_text(official)}{citations.mark(official.source)}"
    if level.estimate:
        return f"about {estimate_text(level.estimate)}{citations.mark(level.estimate.source)}"
    counted = []
    for pay in level.distributions:
        whose = occupation_fit_text(pay.occupation_title, pay.occupation, pay.fit)
        counted.append(f"{f'{whose}: ' if whose else ''}{pay_points(pay)}{citations.mark(pay.source)}")
    return "; ".join(counted) or STAGES.get(level.stage, "")


def _rising(skill: SkillView) -> str:
    return f"{skill.name} (to {format_number(skill.skill_level)})" if skill.skill_level is not None else skill.name
