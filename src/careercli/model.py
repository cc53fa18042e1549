"""The nouns of the field, frozen: what a catalog says, and nothing about where it was read or how it is shown.

A catalog is data of these types; every type comes from here and never from what YAML guesses. A number that the source
gives only as a bound ("180,000 or more") stands in `at_least` or `at_most`, never where a number would stand, so that
nobody can add it up by mistake.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

SCHEMA_VERSION = 1

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=120)]
"""A kebab-case name, stable for ever: `customer-success-manager`."""
Text = Annotated[str, Meta(min_length=1)]
"""One or more sentences, plain text without markup."""
Number = Annotated[int, Meta(ge=-(10**12), le=10**12)] | Annotated[float, Meta(ge=-1e12, le=1e12)]
"""A finite number; whole numbers stay whole."""
Amount = Annotated[int, Meta(ge=0, le=10**12)] | Annotated[float, Meta(ge=0, le=1e12)]
"""A finite number of zero or more."""
Score = Annotated[int, Meta(ge=0, le=100)] | Annotated[float, Meta(ge=0, le=100)]
"""A rating standardised to 0 .. 100."""
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}\Z")]
"""An ISO 4217 code."""
PlaceId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\Z")]
"""A key of `places`: an ISO 3166 code where there is one (`US`, `US-CA`), else a name."""
Code = Annotated[str, Meta(pattern=r"^[0-9A-Za-z.:/-]+\Z")]
"""The code of a statistical class, always text: `11-2022`, `0110`."""
Period = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?\Z")]
"""`2025`, a month `2025-05`, a day `2025-05-01`, or a projection decade `2024-34`."""
Place = Annotated[str, Meta(pattern=r"^[a-z0-9-]+(@[a-z0-9-]+)?\Z")]
"""A role, or a level of a role: `sales-manager`, `sales-manager@senior`."""

RangeUnit = Annotated[str, Meta(pattern=r"^([A-Z]{3}|weeks|months|years)\Z")]
"""An ISO 4217 code for a cost; weeks, months or years for a time."""
Statistic = Literal["low", "p10", "p25", "median", "mean", "p75", "p90", "high"]
STATISTICS: tuple[Statistic, ...] = ("low", "p10", "p25", "median", "mean", "p75", "p90", "high")
"""The points of a pay distribution in rising order, the mean beside the median. `low` and `high` end a range of which
the source does not state the percentiles."""
Measure = Literal[
    "growth", "openings", "employment",
    "time-to-enter", "experience", "entry-education", "related-experience", "on-the-job-training", "job-zone",
    "degree", "major", "college",
    "best-city", "best-state", "best-company", "best-industry",
    "satisfaction", "age", "gender", "race", "lgbt",
]  # fmt: skip
Unit = Literal["percent", "jobs", "openings a year", "years", "months", "weeks", "zone", "USD a year"]
Track = Literal["ic", "management"]
MoveKind = Literal["promotion", "lateral", "pivot"]
Fit = Literal["exact", "part", "proxy"]
SkillKind = Literal["technical", "soft", "knowledge", "tool"]
Need = Literal["must", "nice"]
SourceKind = Literal["official", "survey", "page", "company", "judgement", "rule"]


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every noun is: immutable, with named fields only; an unknown key is an error."""


class Source(Record, frozen=True):
    """Where figures come from. Every figure names one."""

    title: Text
    """What the publication is called."""
    kind: SourceKind
    """What it is: official statistics, a survey, a web page, a company's own word, our judgement, or a written rule."""
    publisher: Text | None = None
    """Who answers for it."""
    period: Period | None = None
    """The time its figures speak of; missing where it does not say."""
    retrieved: Period | None = None
    """When it was read."""
    licence: Text | None = None
    """On which terms it may be used."""
    address: Text | None = None
    """Where it is found."""
    note: Text | None = None
    """What a reader must know to trust or doubt it."""


class Pay(Record, frozen=True):
    """One pay distribution from one source: points in `currency` per `per`, at one place, of one population."""

    source: Id
    place: PlaceId
    per: Literal["year", "month", "hour"]
    currency: Currency
    period: Period | None = None
    """When it was paid, where that differs from the source's period."""
    occupation: Code | None = None
    """The statistical class that the source really counted, where it is not the role itself."""
    industry: Text | None = None
    """The industry or sector, where it is not all of them."""
    employment: Amount | None = None
    """How many jobs the points describe, where the source counts them."""
    population: Text | None = None
    """Whom the points describe, where it is not everybody in the role."""
    components: Literal["base", "total"] | None = None
    """Base pay or total compensation; missing where the source does not say."""
    low: Amount | None = None
    p10: Amount | None = None
    p25: Amount | None = None
    median: Amount | None = None
    mean: Amount | None = None
    p75: Amount | None = None
    p90: Amount | None = None
    high: Amount | None = None
    at_least: dict[Statistic, Amount] = {}
    """Points that are only known from below, as a top-coded 90th percentile or the end of "180k+"."""
    at_most: dict[Statistic, Amount] = {}
    """Points that are only known from above."""
    note: Text | None = None


class Figure(Record, frozen=True):
    """One statement of a source that is not pay: a value, a range, a bound, a name, or that it gives none."""

    measure: Measure
    source: Id
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    of: Text | None = None
    """The class counted ("Bachelor's degree") or the thing named ("San Francisco, CA")."""
    unit: Unit | None = None
    """Where it differs from the unit of the measure."""
    place: PlaceId | None = None
    period: Period | None = None
    population: Text | None = None
    """Whom it describes, where it is not everybody in the role."""
    occupation: Code | None = None
    """The statistical class that the source really counted, where it is not the role itself."""
    phrase: Text | None = None
    """The words in which the source puts it, as an outlook phrase."""
    note: Text | None = None


class Range(Record, frozen=True):
    """A cost or a span of time: from `low` to `high`, or with an open end."""

    unit: RangeUnit
    """An ISO 4217 currency for a cost; weeks, months or years for a time."""
    low: Amount | None = None
    high: Amount | None = None
    at_least: Amount | None = None
    """The upper end, where the source gives it only from below ("100k+")."""
    note: Text | None = None


class Training(Record, frozen=True):
    """One way to learn the job, with its cost and time where a source gives them."""

    title: Text
    source: Id
    cost: Range | None = None
    time: Range | None = None
    note: Text | None = None


class OccupationLink(Record, frozen=True):
    """How a role stands to a statistical class: all of it, part of it, or a proxy with the reason."""

    code: Code
    fit: Fit
    why: Text | None = None


class RoleSkill(Record, frozen=True):
    """What a role asks of one skill."""

    skill: Id
    need: Need
    importance: Score | None = None
    level: Score | None = None
    source: Id | None = None
    """Who rated importance and level; missing where nobody did."""
    note: Text | None = None


class LevelSkill(Record, frozen=True):
    """A skill that rises at this level, and how far."""

    skill: Id
    level: Score | None = None


class Level(Record, frozen=True):
    """A step of a role's ladder."""

    id: Id
    title: Text
    track: Track
    years: tuple[Amount, Amount | None]
    """Years of experience as a half-open band [from, to); `null` for an open end."""
    source: Id
    """Who says that the level and its band are so."""
    after: tuple[Id, ...] | None = None
    """The levels that lead here; when left out, the level listed just before."""
    duties: tuple[Text, ...] = ()
    autonomy: Text | None = None
    impact: Text | None = None
    focus: tuple[Text, ...] = ()
    skills: tuple[LevelSkill, ...] = ()
    pay: tuple[Pay, ...] = ()


class Move(Record, frozen=True):
    """A declared way on: from this role, or one of its levels, to another role or level, and why."""

    to: Place
    kind: MoveKind
    why: Text
    at: Id | None = None
    """The level one moves from; any level when left out."""


class Feeder(Record, frozen=True):
    """Who comes in: a job that people hold before this one."""

    title: Text
    role: Place | None = None
    why: Text | None = None


class Entry(Record, frozen=True):
    """How people get in."""

    summary: Text | None = None
    steps: tuple[Text, ...] = ()
    feeders: tuple[Feeder, ...] = ()


class Education(Record, frozen=True):
    """What schooling the job asks for and what is accepted instead."""

    typical: Text | None = None
    fields: tuple[Text, ...] = ()
    alternatives: tuple[Text, ...] = ()
    certificates: tuple[Text, ...] = ()


class Environment(Record, frozen=True):
    """Where and how the work is done."""

    place: Text | None = None
    pace: Text | None = None
    travel: Text | None = None
    remote: Text | None = None
    demands: Text | None = None


class Market(Record, frozen=True):
    """What the job market for the role is like."""

    summary: Text | None = None
    challenges: tuple[Text, ...] = ()
    opportunities: tuple[Text, ...] = ()
    trends: tuple[Text, ...] = ()


class Inclusion(Record, frozen=True):
    """Who is hired, what the culture is like, and who helps."""

    summary: Text | None = None
    hiring: tuple[Text, ...] = ()
    culture: tuple[Text, ...] = ()
    green_flags: tuple[Text, ...] = ()
    red_flags: tuple[Text, ...] = ()
    networks: tuple[Text, ...] = ()


class Question(Record, frozen=True):
    """A question that people ask about the job, answered."""

    question: Text
    answer: Text


class Role(Record, frozen=True):
    """What people call a job, and how it grows in levels."""

    title: Text
    family: Id
    summary: Text
    aliases: tuple[Text, ...] = ()
    """Other names of the same role, never of a neighbour."""
    glossary: dict[Text, Text] = {}
    """Words of the trade that mean more than one thing, told apart."""
    contrast: dict[Id, Text] = {}
    """What sets the role apart from a neighbour, by the neighbour's id."""
    duties: tuple[Text, ...] = ()
    environment: Environment | None = None
    tools: dict[Text, tuple[Text, ...]] = {}
    """Names of tools by class of tool."""
    skills: tuple[RoleSkill, ...] = ()
    education: Education | None = None
    entry: Entry | None = None
    training: tuple[Training, ...] = ()
    occupations: tuple[OccupationLink, ...] = ()
    industries: tuple[Text, ...] = ()
    pay: tuple[Pay, ...] = ()
    pay_drivers: tuple[Text, ...] = ()
    """What moves pay up or down."""
    figures: tuple[Figure, ...] = ()
    levels: tuple[Level, ...] = ()
    progression: Text | None = None
    """How people advance, in words."""
    milestones: tuple[Text, ...] = ()
    moves: tuple[Move, ...] = ()
    market: Market | None = None
    pros: tuple[Text, ...] = ()
    cons: tuple[Text, ...] = ()
    questions: tuple[Question, ...] = ()
    related: dict[Id, Text] = {}
    """Near roles, by id, with the reason."""
    inclusion: Inclusion | None = None
    abroad: tuple[Text, ...] = ()
    """What changes when the job is done in another country; pay abroad stands in `pay`, by place."""
    remote: tuple[Text, ...] = ()
    visa: tuple[Text, ...] = ()


class Rating(Record, frozen=True):
    """What a survey says of one element of an occupation: a skill, knowledge, a style, an interest or a value."""

    element: Code
    """Its id in the O*NET content model: `2.A.1.a`."""
    name: Text
    kind: Literal["skill", "knowledge", "work style", "interest", "work value"]
    importance: Annotated[float, Meta(ge=1, le=7)] | None = None
    """As printed: 1 to 5 for skills, knowledge and styles (scale IM), 1 to 7 for interests (OI) and values (EX)."""
    level: Annotated[float, Meta(ge=0, le=7)] | None = None
    """As printed, 0 to 7 (scale LV); skills and knowledge only."""
    unreliable: bool = False
    """The source itself recommends to suppress the value: too few answers or too wide a spread."""
    not_relevant: bool = False
    """So many called it unimportant that its level means nothing."""


class Task(Record, frozen=True):
    """Something that people of an occupation do."""

    text: Text
    core: bool | None = None
    """Core or supplemental; missing where nobody rated it."""
    activities: tuple[Text, ...] = ()
    """The detailed work activities that it belongs to."""


class Share(Record, frozen=True):
    """How many percent of the people asked named one class of education, experience or training as required."""

    scale: Literal["education", "related experience", "on-site training", "on-the-job training"]
    category: Text
    percent: Score
    unreliable: bool = False


class RelatedOccupation(Record, frozen=True):
    """An occupation that experts call near to another, with how near and in which order."""

    code: Code
    tier: Literal["primary-short", "primary-long", "supplemental"]
    rank: Annotated[int, Meta(ge=1)]


class Profile(Record, frozen=True):
    """What one survey says of an occupation besides pay and outlook."""

    source: Id
    description: Text | None = None
    titles: tuple[Text, ...] = ()
    """Other titles that only this occupation goes by."""
    shared_titles: tuple[Text, ...] = ()
    """Other titles that more than one occupation goes by."""
    tasks: tuple[Task, ...] = ()
    ratings: tuple[Rating, ...] = ()
    technology: dict[Text, tuple[Text, ...]] = {}
    """Names of software by class."""
    hot_technology: tuple[Text, ...] = ()
    """Those that employers ask for most, of all occupations."""
    tools: dict[Text, tuple[Text, ...]] = {}
    """Names of tools by class."""
    shares: tuple[Share, ...] = ()
    related: tuple[RelatedOccupation, ...] = ()
    missing: tuple[Text, ...] = ()
    """Lists that the source has for other occupations and not for this one, as `skills`."""


class Occupation(Record, frozen=True):
    """A statistical class that surveys count; official figures belong to it, not to the role."""

    title: Text
    scheme: Literal["soc-2018", "soc-2010", "onet-soc-2019", "isco-08", "esco"]
    pay: tuple[Pay, ...] = ()
    figures: tuple[Figure, ...] = ()
    part_of: Code | None = None
    """The wider class that statistics count instead, where they do not count this one."""
    profile: Profile | None = None
    note: Text | None = None


class Skill(Record, frozen=True):
    """A word of the controlled vocabulary."""

    name: Text
    kind: SkillKind
    aliases: tuple[Text, ...] = ()
    codes: tuple[Code, ...] = ()
    """Element ids of O*NET or ESCO."""


class Family(Record, frozen=True):
    """A shelf of roles."""

    title: Text
    note: Text | None = None


class Parity(Record, frozen=True):
    """A price level of a place in one year."""

    kind: Literal["rpp", "ppp"]
    """rpp: regional price parity, all items, United States = 100; ppp: local currency per international dollar."""
    value: Annotated[float, Meta(gt=0)]
    period: Period
    source: Id


class PlaceName(Record, frozen=True):
    """What a place is called, where it lies, and what living there costs."""

    title: Text
    kind: Literal["country", "state", "metro", "region"] | None = None
    within: PlaceId | None = None
    parities: tuple[Parity, ...] = ()


class Catalog(Record, frozen=True):
    """All of it: the layers laid over each other and checked."""

    schema_version: Literal[1]
    name: Id
    title: Text | None = None
    note: Text | None = None
    sources: dict[Id, Source] = {}
    places: dict[PlaceId, PlaceName] = {}
    families: dict[Id, Family] = {}
    skills: dict[Id, Skill] = {}
    occupations: dict[Code, Occupation] = {}
    roles: dict[Id, Role] = {}
