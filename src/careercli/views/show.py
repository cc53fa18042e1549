"""What a guide looks like."""

from careercli.views.parts import FigureView, Num, PayView, SkillView, SourceView, View


class TermView(View, frozen=True):
    """A name and what is said of it: a tool class, a neighbour, a word of the trade, a question."""

    term: str
    text: str | None
    items: tuple[str, ...]


class TrainingView(View, frozen=True):
    """One way to learn the job; cost in `cost_unit` (a currency), time in `time_unit`."""

    title: str
    source: str
    cost_low: Num | None
    cost_high: Num | None
    cost_at_least: Num | None
    cost_unit: str | None
    time_low: Num | None
    time_high: Num | None
    time_at_least: Num | None
    time_unit: str | None
    note: str | None


class LevelView(View, frozen=True):
    """A step of the ladder in full."""

    id: str
    title: str
    track: str
    years: tuple[Num, Num | None]
    source: str
    after: tuple[str, ...]
    duties: tuple[str, ...]
    autonomy: str | None
    impact: str | None
    focus: tuple[str, ...]
    skills: tuple[SkillView, ...]
    pay: tuple[PayView, ...]


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
    figures: tuple[FigureView, ...] = ()
    levels: tuple[LevelView, ...] = ()
    source: str | None = None
    """The survey that the section is taken from; null for the catalog's own text and for figures, which name theirs."""
    said: bool = True
    """False for a section that was asked for and is empty."""


class GuideView(View, frozen=True):
    """All that the catalog says of one role, or of one level of it."""

    id: str
    level: str | None
    title: str
    family: str
    family_title: str
    aliases: tuple[str, ...]
    summary: str
    sections: tuple[SectionView, ...]


class ShowView(View, frozen=True):
    """The guides of the roles asked for."""

    schema_version: int
    command: str
    rows: tuple[GuideView, ...]
    sources: tuple[SourceView, ...]
