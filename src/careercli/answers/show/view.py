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

    id: str
    title: str
    track: str
    years: tuple[Num, Num | None] | None
    """Half-open band of years of experience; null where the ladder does not say."""
    source: str
    after: tuple[str, ...]
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
    pay: tuple[PayView, ...]
    official_wage_level: WageLevelView | None
    """Where no pay is known at the place that was asked for: what its wage level officially is there."""
    estimate: EstimateView | None
    """Where neither is known: what its wage level comes to in the nation."""


class SectionView(View, frozen=True):
    """One section of a guide: what of these it needs, the rest is empty."""

    id: str
    title: str
    text: str | None = None
    items: tuple[str, ...] = ()
    terms: tuple[TermView, ...] = ()
    skills: tuple[SkillView, ...] = ()
    training: tuple[TrainingView, ...] = ()
    pay: tuple[PayView, ...] = ()
    occupations: tuple[OccupationView, ...] = ()
    """The official classes that the pay was counted for."""
    figures: tuple[FigureView, ...] = ()
    levels: tuple[LevelView, ...] = ()
    source: str | None = None
    """The survey that the section is taken from; null for the catalog's own text and for figures, which name theirs."""
    said: bool = True
    """False for a section that was asked for and is empty."""


class HeadView(View, frozen=True):
    """The key figures of a role: those by which lists show it."""

    pay: KeyPayView | None
    distribution: PayView | None
    """All points of the distribution that `pay` is taken from."""
    growth: KeyFigureView | None
    openings: KeyFigureView | None
    employment: KeyFigureView | None
    other_pay: tuple[PayView, ...]
    """Of the role's other official classes that fit as well as the first."""
    other_figures: tuple[FigureView, ...]
    education: FigureView | None
    """The class of education that people usually have who enter, by the best fitting official class."""
    levels: tuple[str, ...]
    """Titles of the levels, in the order of the ladder."""


class ContentView(View, frozen=True):
    """A line of the table of contents."""

    id: str
    title: str
    entries: int
    """How many texts, items and figures the section has."""


class NextView(View, frozen=True):
    """A command that one asks next, and what it answers."""

    command: str
    answers: str


class GuideView(View, frozen=True):
    """All that the catalog says of one role, or of one level of it."""

    id: str
    level: str | None
    title: str
    family: str
    family_title: str
    family_note: str | None
    """What belongs into the family."""
    aliases: tuple[str, ...]
    summary: str
    head: HeadView | None
    """Null for a level, and where only some sections or a place were asked for."""
    contents: tuple[ContentView, ...]
    """Every section that says something, whether it is shown here or not."""
    sections: tuple[SectionView, ...]
    origin: tuple[OriginView, ...]
    """Which layer and source each value comes from; empty unless it was asked for."""
    see_also: tuple[NextView, ...]


class GuideRecord(View, frozen=True):
    """One statement of a guide: a text, an item, a point of a distribution, a figure, a skill."""

    role: str
    section: str
    section_title: str
    kind: str
    """text, item, term, skill, training, pay, occupation, figure, level, wage level or estimate."""
    name: str | None
    """What is spoken of: a term, a skill, a level, a statistic, a measure."""
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
                yield from _statements(guide.id, section)


def _statements(role: str, section: SectionView) -> Iterable[GuideRecord]:
    blank = GuideRecord(
        role=role,
        section=section.id,
        section_title=section.title,
        kind="text",
        name=None,
        text=None,
        source=section.source,
    )
    if section.text is not None:
        yield replace(blank, text=section.text)
    for figure in section.figures:
        yield _same(blank, figure, kind="figure", name=figure.label, text=figure.of)
    for pay in section.pay:
        yield from _points(replace(blank, name=section.title), pay)
    for occupation in section.occupations:
        yield _occupation(blank, occupation)
    for item in section.items:
        yield replace(blank, kind="item", text=item)
    for term in section.terms:
        for text in (term.text, *term.items):
            if text:
                yield replace(blank, kind="term", name=term.term, text=text)
    for skill in section.skills:
        yield _same(blank, skill, kind="skill", name=skill.name, text=skill.need, value=skill.skill_level)
    for route in section.training:
        yield from _training(blank, route)
    for level in section.levels:
        yield from _level(blank, level)


def _same(blank: GuideRecord, part: View, **changes: str | Num | None) -> GuideRecord:
    """Return the record with every field that the part has under the same name, then the changes."""
    shared = {key: getattr(part, key) for key in _FACTS if key in part.__struct_fields__}
    return replace(blank, **{**shared, **changes})


def _occupation(blank: GuideRecord, one: OccupationView) -> GuideRecord:
    return replace(
        blank, kind="occupation", name=one.occupation_title, text=one.why, occupation=one.occupation, fit=one.fit
    )


def _points(blank: GuideRecord, pay: PayView) -> Iterable[GuideRecord]:
    name = f"{pay.level} pay" if pay.level else "pay"
    for point in STATISTICS:
        value, least, most = getattr(pay, point), pay.points_at_least.get(point), pay.points_at_most.get(point)
        if value is not None or least is not None or most is not None:
            said = f"{name}, estimate" if pay.estimate else name
            points = {"value": value, "low": None, "high": None, "at_least": least, "at_most": most}
            yield _same(blank, pay, kind="pay", name=said, text=point, **points)


def _training(blank: GuideRecord, route: TrainingView) -> Iterable[GuideRecord]:
    said = replace(blank, kind="training", name=route.title, text=route.note, source=route.source)
    yield said
    for text, unit_field in (("cost", "currency"), ("time", "unit")):
        if unit := getattr(route, f"{text}_unit"):
            ends = {name: getattr(route, f"{text}_{name}") for name in ("low", "high", "at_least")}
            yield replace(said, text=text, **{unit_field: unit}, **ends)


def _level(blank: GuideRecord, level: LevelView) -> Iterable[GuideRecord]:
    said = replace(blank, kind="level", name=level.title, source=level.source)
    low, high = level.years or (None, None)
    yield replace(said, text=level.track, low=low, high=high, unit="years")
    for text in (*level.duties, level.autonomy, level.impact, *level.focus):
        if text:
            yield replace(said, text=text)
    for skill in level.skills:
        yield replace(said, text=skill.name, value=skill.skill_level)
    for occupation in level.occupations:
        yield _occupation(blank, occupation)
    for pay in level.pay:
        yield from _points(blank, pay)
    if wage := level.official_wage_level:
        yield _same(blank, wage, kind="wage level", name=f"{level.id} pay", text=wage.statistic, value=wage.value)
    if level.estimate:
        estimate = level.estimate
        yield _same(
            blank, estimate, kind="estimate", name=f"{level.id} pay", text=estimate.wage_level, value=estimate.value
        )


_FACTS = tuple(field for field in GuideRecord.__struct_fields__ if field not in ("role", "section", "section_title"))
