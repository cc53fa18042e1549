"""A guide as a page: a head with what the role is, then its sections."""

from collections.abc import Iterable

from careercli.amounts import band, listed, number
from careercli.amounts import extent as extent_of
from careercli.answers.shared.page_parts import (
    Marks,
    bullets,
    command_line,
    figure_words,
    fit_words,
    heading,
    prose,
    source_foot,
    terms,
)
from careercli.answers.shared.pay_page import pay_charts, pay_points
from careercli.answers.shared.view_parts import FigureView, Num, SkillView, TrainingView
from careercli.answers.show.origin_page import origin_blocks
from careercli.answers.show.quick_facts_page import head_blocks
from careercli.answers.show.view import GuideView, LevelView, SectionView, ShowView
from careercli.blocks import Block, Cell, Heading, Page, Row, Table, Term, Terms


def page(view: ShowView) -> Page:
    """Return the guides as one page."""
    marks = Marks(view.sources)
    blocks: list[Block] = []
    for guide in view.rows:
        blocks += _guide(guide, marks)
    return Page((*blocks, *source_foot(view.sources)))


def _guide(guide: GuideView, marks: Marks) -> Iterable[Block]:
    yield Heading(guide.title, 1, guide.family_title)
    if guide.aliases:
        yield prose(f"Also called {listed(guide.aliases, 'or')}.", "muted")
    yield prose(guide.summary)
    if guide.head is not None:
        yield from head_blocks(guide.head, marks)
    for section in guide.sections:
        yield heading(section.title)
        yield from _section(section, marks)
    if not guide.sections and guide.contents:
        yield heading("Contents")
        yield _contents(guide)
    yield from origin_blocks(guide.origin)
    if guide.see_also:
        yield heading("See also")
        yield from (command_line(entry.command, entry.answers) for entry in guide.see_also)


def _contents(guide: GuideView) -> Table:
    rows = tuple(
        Row(
            Cell((content.title,), "strong"),
            (Cell((number(content.entries),), numeric=True), Cell((f"--section {content.id}",), "code")),
        )
        for content in guide.contents
    )
    return Table(("Section", "Entries", "To read it"), rows)


def _section(section: SectionView, marks: Marks) -> Iterable[Block]:
    if section.text:
        yield prose(section.text)
    if section.figures:
        yield _figures(section.figures, marks)
    if section.pay:
        yield from pay_charts(section.pay, {}, marks, depth=3)
    if section.items:
        yield from bullets(section.items, numbered=section.id == "entry")
    if section.terms:
        yield terms(section.terms)
    if section.skills:
        yield _skills(section.skills, marks)
    if section.training:
        yield _training(section.training, marks)
    for level in section.levels:
        yield from _level(level, marks)
    if not section.said and not section.text:
        yield prose("The catalog says nothing here.", "muted")


def _figures(figures: Iterable[FigureView], marks: Marks) -> Table:
    rows = []
    for figure in figures:
        about = [fit_words(figure.occupation_title, figure.occupation, figure.fit), figure.population, figure.period]
        lines = [figure_words(figure), ", ".join(part for part in about if part), figure.note or ""]
        cell = Cell(tuple(line for line in lines if line), "" if figure.given else "muted")
        rows.append(Row(Cell((figure.label + marks.of(figure.source),)), (cell,)))
    return Table(("", ""), tuple(rows))


def _skills(skills: Iterable[SkillView], marks: Marks) -> Table:
    def rating(value: Num | None) -> Cell:
        return Cell((number(value),), numeric=True) if value is not None else Cell(("not rated",), "muted")

    rows = [
        Row(
            Cell((skill.name + marks.of(skill.source),)),
            (Cell((skill.need,)), Cell((skill.kind,)), rating(skill.importance), rating(skill.level)),
        )
        for skill in skills
    ]
    return Table(("Skill", "Need", "Kind", "Importance /100", "Level /100"), tuple(rows))


def _training(routes: Iterable[TrainingView], marks: Marks) -> Table:
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
        rows.append(Row(Cell((route.title + marks.of(route.source),)), (cost, time, note)))
    return Table(("Route", "Cost", "Time", "Note"), tuple(rows))


def _level(level: LevelView, marks: Marks) -> Iterable[Block]:
    track = "management track" if level.track == "management" else "specialist track"
    facts = [level.id, track, *([band(*level.years)] if level.years else [])]
    yield Heading(level.title, 3, ", ".join(facts) + marks.of(level.source))
    told = [
        Term("Pay", "; ".join(f"{pay_points(pay)}{marks.of(pay.source)}" for pay in level.pay)),
        Term("After", ", ".join(level.after)),
        Term("Does", "", level.duties),
        Term("Autonomy", level.autonomy or ""),
        Term("Impact", level.impact or ""),
        Term("Focus", "", level.focus),
        Term("Skills that rise", ", ".join(_rising(skill) for skill in level.skills)),
    ]
    yield Terms(tuple(term for term in told if term.text or term.items))


def _rising(skill: SkillView) -> str:
    return f"{skill.name} (to {number(skill.level)})" if skill.level is not None else skill.name
