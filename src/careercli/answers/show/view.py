"""What a guide looks like."""

from collections.abc import Iterable
from typing import ClassVar

from msgspec.structs import replace

from careercli.answers.shared.view_parts import (
    AnswerView,
    EstimateView,
    FigureView,
    KeyFigureView,
    KeyPayView,
    Num,
    OccupationView,
    PayView,
    ReadAsView,
    SkillView,
    SourceView,
    TermView,
    TrainingView,
    View,
    WageLevelView,
)
from careercli.answers.show.origin_view import OriginView
from careercli.model import STATISTICS


class LevelView(View, frozen=True):
    """A step of the ladder in full."""

    level: str
    title: str
    track: str
    years_from: Num | None
    """Years of experience at which it starts; null if the ladder does not say."""
    years_to: Num | None
    """Years at which the next level starts; null if the end is open."""
    source: str
    previous_levels: tuple[str, ...]
    """The ids of the levels that lead to it."""
    duties: tuple[str, ...]
    autonomy: str | None
    impact: str | None
    focus: tuple[str, ...]
    skills: tuple[SkillView, ...]
    stage: str
    """study, training or employed; people in school or training have no pay."""
    occupations: tuple[OccupationView, ...]
    """The official occupations that count people at this level, if they are not those of the role."""
    wage_level: str | None
    """Which of the four wage levels of the role's occupation it is; null if the catalog does not say."""
    distributions: tuple[PayView, ...]
    official_wage_level: WageLevelView | None
    """The official wage level at the place you asked for, if no pay is known there."""
    estimate: EstimateView | None
    """Our national estimate for its wage level, if neither is known."""

    def years_band(self) -> tuple[Num, Num | None] | None:
        """Return the half-open band of years of experience; None where the ladder does not say."""
        return None if self.years_from is None else (self.years_from, self.years_to)


class SectionView(View, frozen=True):
    """One section of a guide. It has what it needs; the rest is empty."""

    section: str
    section_title: str
    text: str | None = None
    items: tuple[str, ...] = ()
    terms: tuple[TermView, ...] = ()
    """Names with what is said about them."""
    skills: tuple[SkillView, ...] = ()
    training: tuple[TrainingView, ...] = ()
    distributions: tuple[PayView, ...] = ()
    occupations: tuple[OccupationView, ...] = ()
    """The official occupations that the distributions are about."""
    figures: tuple[FigureView, ...] = ()
    levels: tuple[LevelView, ...] = ()
    source: str | None = None
    """The survey that the section comes from; null for the catalog's own text, and for figures, which name their own.
    """
    said: bool = True
    """False for a section that you asked for and that is empty."""


class KeyFiguresView(View, frozen=True):
    """The figures that lists show for a role."""

    pay: KeyPayView | None
    growth: KeyFigureView | None
    openings: KeyFigureView | None
    employment: KeyFigureView | None
    education: str | None
    """The typical entry education."""
    education_fit: str | None
    """How well the official occupation behind it fits: exact, part or proxy; null if it is the role's own."""


class ContentView(View, frozen=True):
    """A line of the table of contents."""

    section: str
    section_title: str
    entry_count: int
    """How many texts, items and figures the section has."""


class NextView(View, frozen=True):
    """A command to try next, and what it shows."""

    command: str
    answers: str


class GuideView(View, frozen=True):
    """Everything the catalog says about a role or one of its levels."""

    role: str
    level: str | None
    """Null for the role as a whole."""
    title: str
    """The title, of the level if it is one."""
    family: str
    family_title: str
    family_note: str | None
    """What belongs to the family."""
    aliases: tuple[str, ...]
    summary: str
    key_figures: KeyFiguresView | None
    """Null for a level, and if only some sections or a place were asked for."""
    contents: tuple[ContentView, ...]
    """Every section that is not empty, shown here or not."""
    sections: tuple[SectionView, ...]
    """The sections of the guide."""
    origin: tuple[OriginView, ...]
    """Which layer and source each value comes from; empty without --origin."""
    see_also: tuple[NextView, ...]
    """What to try next."""


class GuideRecord(View, frozen=True):
    """One statement of a guide: a text, an item, a point of a distribution, a figure, a skill."""

    role: str
    level: str | None
    """The level it is about; null for the role as a whole."""
    section: str
    section_title: str
    kind: str
    """What it is: text, item, term, skill, training, occupation, figure, pay, wage level or estimate; for a level also
    level (its track and years), duty, autonomy, impact or focus."""
    name: str | None
    """What it is about: a term, a skill, a level, a statistic, a measure."""
    named: str | None
    """The id of the role or skill it is about."""
    text: str | None
    value: Num | None = None
    low: Num | None = None
    high: Num | None = None
    at_least: Num | None = None
    at_most: Num | None = None
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    place: str | None = None
    period: str | None = None
    occupation: str | None = None
    fit: str | None = None
    source: str | None = None


class ShowView(AnswerView, frozen=True, kw_only=True):
    """The guides to the roles you asked for."""

    record: ClassVar[type[View]] = GuideRecord

    command: str = "show"
    read_as: tuple[ReadAsView, ...] | None
    """Names that were read as others; null if each was found as typed."""
    place: str | None
    """The place whose pay the guides show; null for the usual place."""
    rows: tuple[GuideView, ...]
    sources: tuple[SourceView, ...]

    def records(self) -> Iterable[GuideRecord]:
        """Yield one record for each statement, in the order of the guides."""
        for guide in self.rows:
            for section in guide.sections:
                yield from _statements(guide, section)


def _statements(guide: GuideView, section: SectionView) -> Iterable[GuideRecord]:
    blank = GuideRecord(
        role=guide.role,
        level=guide.level,
        section=section.section,
        section_title=section.section_title,
        kind="text",
        name=None,
        named=None,
        text=None,
        source=section.source,
    )
    if section.text is not None:
        yield replace(blank, text=section.text)
    for figure in section.figures:
        yield _same(blank, figure, kind="figure", name=figure.label, text=figure.of)
    for pay in section.distributions:
        yield from _points(replace(blank, name=section.section_title), pay)
    for occupation in section.occupations:
        yield _occupation(blank, occupation)
    for item in section.items:
        yield replace(blank, kind="item", text=item)
    for term in section.terms:
        for text in (term.text, *term.items):
            if text:
                yield replace(blank, kind="term", name=term.term, named=term.role, text=text)
    for skill in section.skills:
        yield _skill(blank, skill)
    for route in section.training:
        yield from _training(blank, route)
    for level in section.levels:
        yield from _level(replace(blank, level=level.level, source=level.source), level)


def _same(blank: GuideRecord, part: View, **changes: str | Num | None) -> GuideRecord:
    """Return the record with every field that the part has under the same name, then the changes."""
    shared = {key: getattr(part, key) for key in _FACTS if key in part.__struct_fields__}
    return replace(blank, **{**shared, **changes})


def _occupation(blank: GuideRecord, one: OccupationView) -> GuideRecord:
    name, code = one.occupation_title, one.occupation
    return replace(blank, kind="occupation", name=name, text=one.why, occupation=code, fit=one.fit)


def _skill(blank: GuideRecord, skill: SkillView) -> GuideRecord:
    said = replace(blank, kind="skill", name=skill.name, named=skill.skill, text=skill.need, value=skill.skill_level)
    return replace(said, source=skill.source)


def _points(blank: GuideRecord, pay: PayView) -> Iterable[GuideRecord]:
    for point in STATISTICS:
        value, least, most = getattr(pay, point), pay.points_at_least.get(point), pay.points_at_most.get(point)
        if value is not None or least is not None or most is not None:
            points = {"value": value, "low": None, "high": None, "at_least": least, "at_most": most}
            kind = "estimate" if pay.is_estimate else "pay"
            yield _same(blank, pay, kind=kind, name=point, text=None, **points)


def _training(blank: GuideRecord, route: TrainingView) -> Iterable[GuideRecord]:
    said = replace(blank, kind="training", name=route.title, text=route.note, source=route.source)
    yield said
    for text, unit_field in (("cost", "currency"), ("time", "unit")):
        if unit := getattr(route, f"{text}_unit"):
            ends = {name: getattr(route, f"{text}_{name}") for name in ("low", "high", "at_least")}
            yield replace(said, text=text, **{unit_field: unit}, **ends)


def _level(blank: GuideRecord, level: LevelView) -> Iterable[GuideRecord]:
    said = replace(blank, name=level.title)
    band = {"low": level.years_from, "high": level.years_to, "unit": "years"}
    yield replace(said, kind="level", text=level.track, **band)
    told = (("duty", level.duties), ("autonomy", (level.autonomy,)), ("impact", (level.impact,)))
    for kind, texts in (*told, ("focus", level.focus)):
        yield from (replace(said, kind=kind, text=text) for text in texts if text)
    for skill in level.skills:
        yield _skill(blank, skill)
    for occupation in level.occupations:
        yield _occupation(blank, occupation)
    for pay in level.distributions:
        yield from _points(said, pay)
    if wage := level.official_wage_level:
        yield _same(said, wage, kind="wage level", text=wage.statistic, value=wage.value)
    if estimate := level.estimate:
        yield _same(said, estimate, kind="estimate", text=estimate.wage_level, value=estimate.value)


_FACTS = tuple(name for name in GuideRecord.__struct_fields__ if name not in ("role", "level", "section"))
