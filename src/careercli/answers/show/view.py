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
    """Years of experience at which it begins; null where the ladder does not say."""
    years_to: Num | None
    """Where the next begins; null where the end is open."""
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
    """The official classes that people on it are counted in, where they differ from those of the role."""
    wage_level: str | None
    """Which of the four wage levels of the role's class it is; null where the catalog does not say."""
    distributions: tuple[PayView, ...]
    official_wage_level: WageLevelView | None
    """Where no pay is known at the place that was asked for: what its wage level officially is there."""
    estimate: EstimateView | None
    """Where neither is known: what its wage level comes to in the nation."""

    def years_band(self) -> tuple[Num, Num | None] | None:
        """Return the half-open band of years of experience; None where the ladder does not say."""
        return None if self.years_from is None else (self.years_from, self.years_to)


class SectionView(View, frozen=True):
    """One section of a guide: what of these it needs, the rest is empty."""

    section: str
    section_title: str
    text: str | None = None
    items: tuple[str, ...] = ()
    terms: tuple[TermView, ...] = ()
    """Names with what is said of them."""
    skills: tuple[SkillView, ...] = ()
    training: tuple[TrainingView, ...] = ()
    distributions: tuple[PayView, ...] = ()
    occupations: tuple[OccupationView, ...] = ()
    """The official classes that the distributions were counted for."""
    figures: tuple[FigureView, ...] = ()
    levels: tuple[LevelView, ...] = ()
    source: str | None = None
    """The survey that the section is taken from; null for the catalog's own text and for figures, which name theirs."""
    said: bool = True
    """False for a section that was asked for and is empty."""


class KeyFiguresView(View, frozen=True):
    """What stands for a role in lists."""

    pay: KeyPayView | None
    growth: KeyFigureView | None
    openings: KeyFigureView | None
    employment: KeyFigureView | None
    education: str | None
    """The class of schooling that people usually have who enter."""
    education_fit: str | None
    """exact, part or proxy, where that is said of an official class; null where it is said of the role."""


class ContentView(View, frozen=True):
    """A line of the table of contents."""

    section: str
    section_title: str
    entry_count: int
    """How many texts, items and figures the section has."""


class NextView(View, frozen=True):
    """A command that one asks next, and what it answers."""

    command: str
    answers: str


class GuideView(View, frozen=True):
    """All that the catalog says of one role, or of one level of it."""

    role: str
    level: str | None
    """Null for the role as a whole."""
    title: str
    """Of the level, where it is one."""
    family: str
    family_title: str
    family_note: str | None
    """What belongs into the family."""
    aliases: tuple[str, ...]
    summary: str
    key_figures: KeyFiguresView | None
    """Null for a level, and where only some sections or a place were asked for."""
    contents: tuple[ContentView, ...]
    """Every section that says something, whether it is shown here or not."""
    sections: tuple[SectionView, ...]
    """What the guide says."""
    origin: tuple[OriginView, ...]
    """Which layer and source each value comes from; empty unless it was asked for."""
    see_also: tuple[NextView, ...]
    """What one asks next."""


class GuideRecord(View, frozen=True):
    """One statement of a guide: a text, an item, a point of a distribution, a figure, a skill."""

    role: str
    level: str | None
    """The level that it is said of; null for the role as a whole."""
    section: str
    section_title: str
    kind: str
    """What it is: text, item, term, skill, training, occupation, figure, pay, wage level or estimate; of a level also
    level (its track and years), duty, autonomy, impact or focus."""
    name: str | None
    """What is spoken of: a term, a skill, a level, a statistic, a measure."""
    named: str | None
    """The id of the role or skill that is spoken of."""
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
    """The guides of the roles asked for."""

    record: ClassVar[type[View]] = GuideRecord

    command: str = "show"
    read_as: tuple[ReadAsView, ...] | None
    """The names that were read as others; null where each was found as it was typed."""
    place: str | None
    """Where pay is what the guides tell of; null: wherever it is known for the whole role."""
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
