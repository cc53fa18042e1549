"""The nouns of the field, frozen: what a catalog says, and nothing about where it was read or how it is shown.

A catalog is data of these types; every type comes from here and never from what YAML guesses. A number that the source
gives only as a bound ("180,000 or more") stands in `at_least` or `at_most`, never where a number would stand, so that
nobody can add it up by mistake.
"""

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

SCHEMA_VERSION = 1


class Ref(Struct, frozen=True):
    """Marks a text of the model as the key of an entry: of which section of a catalog, or of the levels of its role."""

    section: Literal["sources", "places", "families", "skills", "occupations", "roles", "levels"]


Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=120)]
"""A kebab-case name, stable for ever: `customer-success-manager`."""
MAX_TEXT = 4_000_000
"""Characters of one text, a thousand printed pages; searching and comparing a longer one takes seconds."""
Text = Annotated[str, Meta(min_length=1, max_length=MAX_TEXT, pattern=r"\S")]
"""One or more sentences, plain text without markup; blanks alone are no text."""
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
Period = Annotated[str, Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")]
"""`2025`, a month `2025-05`, a day `2025-05-01`, or years: a decade `2024-34`, a wage year `2025-26`."""
Place = Annotated[str, Meta(pattern=r"^[a-z0-9-]+(@[a-z0-9-]+)?\Z")]
"""A role, or a level of a role: `sales-manager`, `sales-manager@senior`."""
SourceId = Annotated[Id, Ref("sources")]
FamilyId = Annotated[Id, Ref("families")]
SkillId = Annotated[Id, Ref("skills")]
RoleId = Annotated[Id, Ref("roles")]
LevelId = Annotated[Id, Ref("levels")]
PlaceKey = Annotated[PlaceId, Ref("places")]
OccupationCode = Annotated[Code, Ref("occupations")]
RolePlace = Annotated[Place, Ref("roles")]

RangeUnit = Annotated[str, Meta(pattern=r"^([A-Z]{3}|weeks|months|years)\Z")]
"""An ISO 4217 code for a cost; weeks, months or years for a time."""
Statistic = Literal["low", "p10", "p25", "median", "mean", "p75", "p90", "high"]
STATISTICS: tuple[Statistic, ...] = ("low", "p10", "p25", "median", "mean", "p75", "p90", "high")
"""The points of a pay distribution in rising order, the mean beside the median. `low` and `high` end a range of which
the source does not state the percentiles."""
Measure = Literal[
    "growth", "openings", "employment", "self-employed",
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
Stage = Literal["study", "training", "employed"]
WageLevel = Literal["entry", "qualified", "experienced", "fully competent"]
"""The Department of Labor's levels I to IV of the wages of one occupation, by experience, education and supervision."""
WAGE_LEVELS: tuple[WageLevel, ...] = ("entry", "qualified", "experienced", "fully competent")
WageScope = Literal["area", "area and neighbors", "state", "nation"]
"""From how wide an area the wage levels of an area were taken, where too few people were counted in the area itself."""
SourceKind = Literal["official", "survey", "page", "company", "judgement", "rule"]


class RoleRef(NamedTuple):
    """A role, or a level of a role: what a `Place` of the catalog and a name on the command line say as text."""

    role: str
    level: str | None = None

    @classmethod
    def parse(cls, text: str) -> "RoleRef":
        """Return the reference that `ROLE` or `ROLE@LEVEL` writes."""
        role, _, level = text.partition("@")
        return cls(role, level or None)

    def __str__(self) -> str:
        """Write it as `ROLE` or `ROLE@LEVEL`."""
        return f"{self.role}@{self.level}" if self.level else self.role


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every noun is: immutable, with named fields only; an unknown key is an error."""


class Source(Record, frozen=True):
    """Where figures come from. Every figure names one."""

    title: Text
    """What the publication is called."""
    kind: SourceKind
    """What it is: official statistics, a survey, a web page, a company's own word, our judgement, or a written rule."""
    short: Text | None = None
    """What it is called in a line of sources: a name of few words, without the year."""
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

    source: SourceId
    """Who publishes it: a key of `sources`."""
    place: PlaceKey
    """Where it is paid: a key of `places`."""
    per: Literal["year", "month", "hour"]
    """The time that the amounts are paid for."""
    currency: Currency
    """The currency of the amounts."""
    period: Period | None = None
    """When it was paid, where that differs from the source's period."""
    occupation: OccupationCode | None = None
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
    """Where the range begins, of which the source states no percentile."""
    p10: Amount | None = None
    """One in ten earns less."""
    p25: Amount | None = None
    """A quarter earns less."""
    median: Amount | None = None
    """Half earn less."""
    mean: Amount | None = None
    """The sum of all pay by the number of jobs."""
    p75: Amount | None = None
    """A quarter earns more."""
    p90: Amount | None = None
    """One in ten earns more."""
    high: Amount | None = None
    """Where the range ends, of which the source states no percentile."""
    at_least: dict[Statistic, Amount] = {}
    """Points that are only known from below, as a top-coded 90th percentile or the end of "180k+"."""
    at_most: dict[Statistic, Amount] = {}
    """Points that are only known from above."""
    note: Text | None = None
    """What a reader must know to trust or doubt it."""


class Figure(Record, frozen=True):
    """One statement of a source that is not pay: a value, a range, a bound, a name, or that it gives none."""

    measure: Measure
    """What is stated."""
    source: SourceId
    """Who states it: a key of `sources`."""
    value: Number | None = None
    """The number, where there is one."""
    low: Number | None = None
    """The lower end of a range."""
    high: Number | None = None
    """The upper end of a range."""
    at_least: Number | None = None
    """The number, where it is only known from below."""
    at_most: Number | None = None
    """The number, where it is only known from above."""
    of: Text | None = None
    """The class counted ("Bachelor's degree") or the thing named ("San Francisco, CA")."""
    unit: Unit | None = None
    """Where it differs from the unit of the measure."""
    place: PlaceKey | None = None
    """Where it is so: a key of `places`; everywhere the source speaks of when left out."""
    period: Period | None = None
    """When it was so, where that differs from the source's period."""
    population: Text | None = None
    """Whom it describes, where it is not everybody in the role."""
    occupation: OccupationCode | None = None
    """The statistical class that the source really counted, where it is not the role itself."""
    phrase: Text | None = None
    """The words in which the source puts it, as an outlook phrase."""
    note: Text | None = None
    """What a reader must know to trust or doubt it."""


class Range(Record, frozen=True):
    """A cost or a span of time: from `low` to `high`, or with an open end."""

    unit: RangeUnit
    """An ISO 4217 currency for a cost; weeks, months or years for a time."""
    low: Amount | None = None
    """The lower end."""
    high: Amount | None = None
    """The upper end."""
    at_least: Amount | None = None
    """The upper end, where the source gives it only from below ("100k+")."""
    note: Text | None = None
    """What a reader must know of it."""


class Training(Record, frozen=True):
    """One way to learn the job, with its cost and time where a source gives them."""

    title: Text
    """What it is called."""
    source: SourceId
    """Who says what it costs and takes: a key of `sources`."""
    cost: Range | None = None
    """What it costs."""
    time: Range | None = None
    """How long it takes."""
    note: Text | None = None
    """What a reader must know of it."""


class OccupationLink(Record, frozen=True):
    """How a role stands to a statistical class: all of it, part of it, or a proxy with the reason."""

    code: OccupationCode
    """The class: a key of `occupations`."""
    fit: Fit
    """exact: the role is the class; part: the class holds the role and others; proxy: the class is another job."""
    why: Text | None = None
    """Why this class, and for a proxy what is different."""


class RoleSkill(Record, frozen=True):
    """What a role asks of one skill."""

    skill: SkillId
    """A key of `skills`."""
    need: Need
    """Whether one cannot do without it."""
    importance: Score | None = None
    """How much it matters, from 0 to 100."""
    level: Score | None = None
    """How well one must master it, from 0 to 100."""
    source: SourceId | None = None
    """Who rated importance and level; missing where nobody did."""
    note: Text | None = None
    """What the skill is needed for here."""


class LevelSkill(Record, frozen=True):
    """A skill that rises at this level, and how far."""

    skill: SkillId
    """A key of `skills`."""
    level: Score | None = None
    """How well one must master it from this level on, from 0 to 100."""


class Level(Record, frozen=True):
    """A step of a role's ladder."""

    id: Id
    """Its name within the role, stable for ever: `senior`."""
    title: Text
    """What somebody on it is called."""
    track: Track
    """ic: does the work; management: leads those who do it."""
    source: SourceId
    """Who says that the level and its band are so."""
    years: tuple[Amount, Amount | None] | None = None
    """Years of experience as a half-open band [from, to); `null` for an open end. Missing where the ladder has none."""
    after: tuple[LevelId, ...] | None = None
    """The levels that lead here; when left out, the level listed just before."""
    duties: tuple[Text, ...] = ()
    """What somebody on it does, one sentence each."""
    autonomy: Text | None = None
    """How far one decides alone."""
    impact: Text | None = None
    """How far one's work reaches."""
    focus: tuple[Text, ...] = ()
    """What counts most on it, in few words each."""
    skills: tuple[LevelSkill, ...] = ()
    """The skills that rise here."""
    pay: tuple[Pay, ...] = ()
    """What is paid on this level."""
    stage: Stage = "employed"
    """What people on it are: in school, in training before they are employed (an academy, a residency), or employed.
    People in school or training have no pay here."""
    occupations: tuple[OccupationLink, ...] = ()
    """The statistical classes that people on it are counted in, where they differ from those of the role."""
    wage_level: WageLevel | None = None
    """Which of the four wage levels of the role's one exact class it is; missing for management and where nobody can
    say."""


class Move(Record, frozen=True):
    """A declared way on: from this role, or one of its levels, to another role or level, and why."""

    to: RolePlace
    """Where it leads."""
    kind: MoveKind
    """promotion: up; lateral: beside; pivot: into another trade."""
    why: Text
    """What carries over."""
    at: LevelId | None = None
    """The level one moves from; any level when left out."""


class Feeder(Record, frozen=True):
    """Who comes in: a job that people hold before this one."""

    title: Text
    """What the job is called."""
    role: RolePlace | None = None
    """The job as a role of the catalog, or a level of one."""
    why: Text | None = None
    """What carries over."""


class Entry(Record, frozen=True):
    """How people get in."""

    summary: Text | None = None
    """How people get in, in a few sentences."""
    steps: tuple[Text, ...] = ()
    """What one does, in order."""
    feeders: tuple[Feeder, ...] = ()
    """The jobs that people come from."""


class Education(Record, frozen=True):
    """What schooling the job asks for and what is accepted instead."""

    typical: Text | None = None
    """What most people have."""
    fields: tuple[Text, ...] = ()
    """Subjects that fit."""
    alternatives: tuple[Text, ...] = ()
    """What is taken instead."""
    certificates: tuple[Text, ...] = ()
    """Certificates and licences that are asked for."""


class Environment(Record, frozen=True):
    """Where and how the work is done."""

    place: Text | None = None
    """Where the work is done."""
    pace: Text | None = None
    """How fast and how regular it is."""
    travel: Text | None = None
    """How much travel there is."""
    remote: Text | None = None
    """Whether it can be done from elsewhere."""
    demands: Text | None = None
    """What it asks of body and mind."""


class Market(Record, frozen=True):
    """What the job market for the role is like."""

    summary: Text | None = None
    """How the market stands, in a few sentences."""
    challenges: tuple[Text, ...] = ()
    """What makes it hard."""
    opportunities: tuple[Text, ...] = ()
    """Where there is room."""
    trends: tuple[Text, ...] = ()
    """What is changing."""


class Inclusion(Record, frozen=True):
    """Who is hired, what the culture is like, and who helps."""

    summary: Text | None = None
    """How open the trade is, in a few sentences."""
    hiring: tuple[Text, ...] = ()
    """How people are chosen, and what would make that fairer."""
    culture: tuple[Text, ...] = ()
    """How people are treated."""
    green_flags: tuple[Text, ...] = ()
    """Signs of a good employer."""
    red_flags: tuple[Text, ...] = ()
    """Signs of a bad one."""
    networks: tuple[Text, ...] = ()
    """Groups that help."""


class Question(Record, frozen=True):
    """A question that people ask about the job, answered."""

    question: Text
    """As people ask it."""
    answer: Text
    """The answer, in a few sentences."""


class Role(Record, frozen=True):
    """What people call a job, and how it grows in levels."""

    title: Text
    """What the job is called."""
    family: FamilyId
    """Its shelf: a key of `families`."""
    summary: Text
    """What the job is, in a few sentences."""
    aliases: tuple[Text, ...] = ()
    """Other names of the same role, never of a neighbour."""
    extends: RoleId | None = None
    """The role that this one is a kind of: what is not said here is taken up from there.

    Mappings are extended key by key, skills, levels and official classes record by record, ways to learn it and on are
    added; all else is as this role says it, once it says it. Levels that name none of the other's, by id or in `after`,
    are a ladder of their own. Never taken up: `title` and `aliases`, and what is known of the other role's people and
    market: `pay`, also that of levels, `figures`, `industries`, `market`, `inclusion`. A class that is the other role
    only holds this one, so its fit becomes `part`. From an abstract role all but `title` and `aliases` is taken up: it
    has no people of its own, so what it says is said of those who take it up."""
    abstract: bool = False
    """A track for others to take up and nobody's job: checked like a role, and in no answer. Never taken up itself."""
    glossary: dict[Text, Text] = {}
    """Words of the trade that mean more than one thing, told apart."""
    contrast: dict[RoleId, Text] = {}
    """What sets the role apart from a neighbour, by the neighbour's id."""
    duties: tuple[Text, ...] = ()
    """What one does, one sentence each."""
    environment: Environment | None = None
    """Where and how the work is done."""
    tools: dict[Text, tuple[Text, ...]] = {}
    """Names of tools by class of tool."""
    skills: tuple[RoleSkill, ...] = ()
    """What it asks of each skill."""
    education: Education | None = None
    """What schooling it asks for."""
    entry: Entry | None = None
    """How people get in."""
    training: tuple[Training, ...] = ()
    """Ways to learn it."""
    occupations: tuple[OccupationLink, ...] = ()
    """The statistical classes that it belongs to."""
    industries: tuple[Text, ...] = ()
    """Industries with such jobs."""
    pay: tuple[Pay, ...] = ()
    """What is paid for the role itself; pay of a class stands with the class."""
    pay_drivers: tuple[Text, ...] = ()
    """What moves pay up or down."""
    figures: tuple[Figure, ...] = ()
    """What sources say of the role besides pay."""
    levels: tuple[Level, ...] = ()
    """Its ladder, from the first step up."""
    progression: Text | None = None
    """How people advance, in words."""
    milestones: tuple[Text, ...] = ()
    """What one should have done by when."""
    moves: tuple[Move, ...] = ()
    """Ways on to other roles."""
    market: Market | None = None
    """What the job market is like."""
    pros: tuple[Text, ...] = ()
    """What is good about it."""
    cons: tuple[Text, ...] = ()
    """What is bad about it."""
    questions: tuple[Question, ...] = ()
    """What people ask."""
    related: dict[RoleId, Text] = {}
    """Near roles, by id, with the reason."""
    inclusion: Inclusion | None = None
    """Who is hired, and who helps."""
    abroad: tuple[Text, ...] = ()
    """What changes when the job is done in another country; pay abroad stands in `pay`, by place."""
    remote: tuple[Text, ...] = ()
    """What is to know about doing it from elsewhere."""
    visa: tuple[Text, ...] = ()
    """What is to know about work permits."""


class Rating(Record, frozen=True):
    """What a survey says of one element of an occupation: a skill, knowledge, a style, an interest or a value."""

    element: Code
    """Its id in the O*NET content model: `2.A.1.a`."""
    name: Text
    """What the element is called."""
    kind: Literal["skill", "knowledge", "work style", "interest", "work value"]
    """What the element is."""
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
    """The task in one sentence."""
    core: bool | None = None
    """Core or supplemental; missing where nobody rated it."""
    activities: tuple[Text, ...] = ()
    """The detailed work activities that it belongs to."""


class Share(Record, frozen=True):
    """How many percent of the people asked named one class of education, experience or training as required."""

    scale: Literal["education", "related experience", "on-site training", "on-the-job training"]
    """What was asked for."""
    category: Text
    """The class of it, in the survey's words."""
    percent: Score
    """How many percent named the class."""
    unreliable: bool = False
    """The source itself recommends to suppress the value."""


class RelatedOccupation(Record, frozen=True):
    """An occupation that experts call near to another, with how near and in which order."""

    code: Code
    """A code of the same scheme."""
    tier: Literal["primary-short", "primary-long", "supplemental"]
    """How near it is, in the survey's words."""
    rank: Annotated[int, Meta(ge=1)]
    """Its place in the list, 1 for the nearest."""


class Profile(Record, frozen=True):
    """What one survey says of an occupation besides pay and outlook."""

    source: SourceId
    """Whose survey it is: a key of `sources`."""
    description: Text | None = None
    """What the occupation is, in the survey's words."""
    titles: tuple[Text, ...] = ()
    """Other titles that only this occupation goes by."""
    shared_titles: tuple[Text, ...] = ()
    """Other titles that more than one occupation goes by."""
    tasks: tuple[Task, ...] = ()
    """What people of the occupation do."""
    ratings: tuple[Rating, ...] = ()
    """How skills, knowledge, styles, interests and values are rated."""
    technology: dict[Text, tuple[Text, ...]] = {}
    """Names of software by class."""
    hot_technology: tuple[Text, ...] = ()
    """Those that employers ask for most, of all occupations."""
    tools: dict[Text, tuple[Text, ...]] = {}
    """Names of tools by class."""
    shares: tuple[Share, ...] = ()
    """What education, experience and training people call required."""
    related: tuple[RelatedOccupation, ...] = ()
    """Occupations near to it."""
    missing: tuple[Text, ...] = ()
    """Lists that the source has for other occupations and not for this one, as `skills`."""


class WageRatios(Record, frozen=True):
    """How the four wage levels of a class stand to its mean wage, over the areas for which they are published.

    They are the basis of a national estimate, and say how far areas differ.
    """

    source: SourceId
    """Who publishes the levels: a key of `sources`."""
    areas: Annotated[int, Meta(ge=1)]
    """How many areas were counted."""
    levels: tuple[Amount, Amount, Amount, Amount]
    """The median over the areas of level / mean, for levels I to IV."""
    low: tuple[Amount, Amount]
    """The first quartile over the areas, for levels I and IV."""
    high: tuple[Amount, Amount]
    """The third quartile over the areas, for levels I and IV."""


class WageLevels(Record, frozen=True):
    """The four wage levels of a class as one publication gives them, area by area."""

    source: SourceId
    """Who publishes them: a key of `sources`."""
    per: Literal["year", "hour"]
    """The time that the amounts are paid for, as published."""
    currency: Currency
    """The currency of the amounts."""
    areas: dict[PlaceKey, tuple[Amount, Amount, Amount, Amount]]
    """Levels I to IV by area: keys of `places`."""
    period: Period | None = None
    """When they hold, where that differs from the source's period."""
    drawn_from: WageScope | None = None
    """From how wide an area they were taken; missing where the source does not say."""


class Occupation(Record, frozen=True, kw_only=True):
    """A statistical class that surveys count; official figures belong to it, not to the role."""

    title: Text = ""
    """What the class is called. A layer may leave it out: then the title that another layer gives stands."""
    scheme: Literal["soc-2018", "soc-2010", "onet-soc-2019", "isco-08", "esco"]
    """The classification that its code belongs to."""
    pay: tuple[Pay, ...] = ()
    """What is paid in the class."""
    figures: tuple[Figure, ...] = ()
    """What sources say of the class besides pay."""
    part_of: OccupationCode | None = None
    """The wider class that statistics count instead, where they do not count this one."""
    profile: Profile | None = None
    """What a survey says of its people and their work."""
    wage_ratios: WageRatios | None = None
    """How its four wage levels stand to its mean wage."""
    wage_levels: tuple[WageLevels, ...] = ()
    """Its four wage levels in the areas for which they are published."""
    note: Text | None = None
    """What a reader must know of the class."""


class Skill(Record, frozen=True):
    """A word of the controlled vocabulary."""

    name: Text
    """What it is called."""
    kind: SkillKind
    """What kind of skill it is."""
    aliases: tuple[Text, ...] = ()
    """Other names of the same skill."""
    codes: tuple[Code, ...] = ()
    """Element ids of O*NET or ESCO."""
    implies: tuple[SkillId, ...] = ()
    """Wider skills that whoever has this one has as well, at least as well: Python implies programming."""


class Family(Record, frozen=True):
    """A shelf of roles."""

    title: Text
    """What the shelf is called."""
    note: Text | None = None
    """What belongs on it."""


class Parity(Record, frozen=True):
    """A price level of a place in one year."""

    kind: Literal["rpp", "ppp"]
    """rpp: regional price parity, all items, United States = 100; ppp: local currency per international dollar."""
    value: Annotated[float, Meta(gt=0, le=1e12)]
    """The price level, in the terms of its kind."""
    period: Period
    """The year that it is of."""
    source: SourceId
    """Who publishes it: a key of `sources`."""


class PlaceName(Record, frozen=True):
    """What a place is called, where it lies, and what living there costs."""

    title: Text
    """What the place is called."""
    kind: Literal["country", "state", "metro", "region", "county"] | None = None
    """What kind of place it is."""
    within: PlaceKey | None = None
    """The place that it lies in: a key of `places`."""
    parities: tuple[Parity, ...] = ()
    """What living there costs, by year."""


class Catalog(Record, frozen=True):
    """All of it: the layers laid over each other and checked."""

    schema_version: Literal[1]
    """The form of the catalog; always 1."""
    name: Id
    """What the catalog is called in file names and lists, stable for ever."""
    title: Text | None = None
    """What people call it."""
    note: Text | None = None
    """What a reader must know of it."""
    sources: dict[Id, Source] = {}
    """Where figures come from, by id."""
    places: dict[PlaceId, PlaceName] = {}
    """Places, by ISO 3166 code or name."""
    families: dict[Id, Family] = {}
    """Shelves of roles, by id."""
    skills: dict[Id, Skill] = {}
    """The vocabulary of skills, by id."""
    occupations: dict[Code, Occupation] = {}
    """Statistical classes, by code."""
    roles: dict[Id, Role] = {}
    """Roles, by id."""
