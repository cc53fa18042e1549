"""The nouns of the field, frozen: what a catalog says, and nothing about where it was read or how it is shown.

A catalog is data of these types; every type comes from here and never from what YAML guesses. A number that the source
gives only as a bound ("180,000 or more") stands in `at_least` or `at_most`, never where a number would stand, so that
no one can add it up by mistake.
"""

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

SCHEMA_VERSION = 1


class Ref(Struct, frozen=True):
    """Marks a text of the model as the key of an entry: of which section of a catalog, or of the levels of its role."""

    section: Literal["sources", "places", "families", "skills", "occupations", "roles", "levels"]


Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=120)]
"""A kebab-case name that never changes: `customer-success-manager`."""
MAX_TEXT = 4_000_000
"""Characters of one text, a thousand printed pages; searching and comparing a longer one takes seconds."""
Text = Annotated[str, Meta(min_length=1, max_length=MAX_TEXT, pattern=r"\S")]
"""One or more sentences of plain text without markup. Spaces alone are not text."""
Number = Annotated[int, Meta(ge=-(10**12), le=10**12)] | Annotated[float, Meta(ge=-1e12, le=1e12)]
"""A finite number. Whole numbers stay whole."""
Amount = Annotated[int, Meta(ge=0, le=10**12)] | Annotated[float, Meta(ge=0, le=1e12)]
"""A finite number of 0 or more."""
Score = Annotated[int, Meta(ge=0, le=100)] | Annotated[float, Meta(ge=0, le=100)]
"""A rating from 0 to 100."""
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}\Z")]
"""An ISO 4217 code."""
PlaceId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\Z")]
"""A key of `places`: an ISO 3166 code if there is one (`US`, `US-CA`), otherwise a name."""
Code = Annotated[str, Meta(pattern=r"^[0-9A-Za-z.:/-]+\Z")]
"""The code of an official occupation, always text: `11-2022`, `0110`."""
Period = Annotated[str, Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")]
"""A year `2025`, a month `2025-05`, a day `2025-05-01`, a decade `2024-34` or a wage year `2025-26`."""
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
"""An ISO 4217 code for a cost, or weeks, months or years for a time."""
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
    """Where figures come from. Every figure names a source."""

    title: Text
    """The name of the publication."""
    kind: SourceKind
    """What it is: `official` statistics, a `survey`, a web `page`, a `company`, our own `judgement` or a `rule`."""
    short: Text | None = None
    """A short name for lists of sources, without the year."""
    publisher: Text | None = None
    """Who publishes it."""
    period: Period | None = None
    """The time its figures are for. Left out if it does not say."""
    retrieved: Period | None = None
    """The day it was read."""
    licence: Text | None = None
    """The license or terms of use."""
    address: Text | None = None
    """Where to find it."""
    note: Text | None = None
    """What you need to know to trust or doubt it."""


class Pay(Record, frozen=True):
    """How pay is spread, from one source: amounts for one place and one group of people."""

    source: SourceId
    """The source: a key of `sources`."""
    place: PlaceKey
    """Where it is paid: a key of `places`."""
    per: Literal["year", "month", "hour"]
    """The time that the amounts are paid for."""
    currency: Currency
    """The currency of the amounts."""
    period: Period | None = None
    """When it was paid, if that is not the source's period."""
    occupation: OccupationCode | None = None
    """The official occupation that the source really counted, if it is not the role itself."""
    industry: Text | None = None
    """The industry or sector, if it is not all of them."""
    employment: Amount | None = None
    """How many jobs were counted, if the source says so."""
    employment_error: Score | None = None
    """The relative standard error of the number of jobs, in percent, if the source says so."""
    mean_error: Score | None = None
    """The relative standard error of the average, in percent, if the source says so."""
    population: Text | None = None
    """Who the figures are about, if not everyone in the role."""
    components: Literal["base", "total"] | None = None
    """Base pay or total compensation. Left out if the source does not say."""
    low: Amount | None = None
    """The lower end of a range for which the source gives no percentiles."""
    p10: Amount | None = None
    """One in ten earns less."""
    p25: Amount | None = None
    """A quarter earns less."""
    median: Amount | None = None
    """Half earn less."""
    mean: Amount | None = None
    """The average: all pay divided by the number of jobs."""
    p75: Amount | None = None
    """A quarter earns more."""
    p90: Amount | None = None
    """One in ten earns more."""
    high: Amount | None = None
    """The upper end of a range for which the source gives no percentiles."""
    at_least: dict[Statistic, Amount] = {}
    """Amounts that the real ones are above, such as the end of "180k+" or a 90th percentile that is cut off."""
    at_most: dict[Statistic, Amount] = {}
    """Amounts that the real ones are below."""
    note: Text | None = None
    """What you need to know to trust or doubt it."""


class Figure(Record, frozen=True):
    """Something a source says that is not pay: a value, a range, a bound, a name, or that it has none."""

    measure: Measure
    """What it measures."""
    source: SourceId
    """Who says it: a key of `sources`."""
    value: Number | None = None
    """The number, if there is one."""
    low: Number | None = None
    """The lower end of a range."""
    high: Number | None = None
    """The upper end of a range."""
    at_least: Number | None = None
    """A number that the real one is above."""
    at_most: Number | None = None
    """A number that the real one is below."""
    of: Text | None = None
    """What was counted ("Bachelor's degree") or named ("San Francisco, CA")."""
    unit: Unit | None = None
    """The unit, if it is not the usual unit of the measure."""
    place: PlaceKey | None = None
    """Where it applies: a key of `places`. If left out, everywhere the source covers."""
    period: Period | None = None
    """When it applies, if that is not the source's period."""
    population: Text | None = None
    """Who the figure is about, if not everyone in the role."""
    occupation: OccupationCode | None = None
    """The official occupation that the source really counted, if it is not the role itself."""
    phrase: Text | None = None
    """The source's own words, such as an outlook phrase."""
    note: Text | None = None
    """What you need to know to trust or doubt it."""


class Range(Record, frozen=True):
    """A cost or a length of time, from `low` to `high`, or with an open end."""

    unit: RangeUnit
    """An ISO 4217 currency for a cost, or weeks, months or years for a time."""
    low: Amount | None = None
    """The lower end."""
    high: Amount | None = None
    """The upper end."""
    at_least: Amount | None = None
    """The upper end, if it is open ("100k+")."""
    note: Text | None = None
    """What you need to know about it."""


class Training(Record, frozen=True):
    """One way to learn the job, with its cost and time if a source gives them."""

    title: Text
    """Its name."""
    source: SourceId
    """Who says what it costs and how long it takes: a key of `sources`."""
    cost: Range | None = None
    """What it costs."""
    time: Range | None = None
    """How long it takes."""
    note: Text | None = None
    """What you need to know about it."""


class OccupationLink(Record, frozen=True):
    """How well an official occupation fits the role: exact, part of it, or a proxy with the reason."""

    code: OccupationCode
    """The official occupation: a key of `occupations`."""
    fit: Fit
    """exact: it counts this very job; part: it counts this job and others; proxy: it counts a different job."""
    why: Text | None = None
    """Why it fits, and for a proxy what is different."""


class RoleSkill(Record, frozen=True):
    """A skill that the role needs."""

    skill: SkillId
    """The skill: a key of `skills`."""
    need: Need
    """must: you cannot do the job without it; nice: it helps."""
    importance: Score | None = None
    """How much it matters, from 0 to 100."""
    level: Score | None = None
    """How well you must know it, from 0 to 100."""
    source: SourceId | None = None
    """Who rated importance and level. Left out if no one did."""
    note: Text | None = None
    """What this job needs the skill for."""


class LevelSkill(Record, frozen=True):
    """A skill that you need more of at this level."""

    skill: SkillId
    """The skill: a key of `skills`."""
    level: Score | None = None
    """How well you must know it from this level on, from 0 to 100."""


class Level(Record, frozen=True):
    """One step of a role's ladder."""

    id: Id
    """Its id within the role, which never changes: `senior`."""
    title: Text
    """The job title at this level."""
    track: Track
    """ic (individual contributor): does the work; management: leads the people who do it."""
    source: SourceId
    """Who says that this level exists and how many years it takes."""
    years: tuple[Amount, Amount | None] | None = None
    """Years of experience: [2, 5] is from 2 years to under 5, [8, null] has no end. Left out if the ladder has none."""
    after: tuple[LevelId, ...] | None = None
    """The levels that lead here. If left out, the level listed just before."""
    duties: tuple[Text, ...] = ()
    """What you do at this level, one sentence each."""
    autonomy: Text | None = None
    """How much you decide on your own."""
    impact: Text | None = None
    """How far your work reaches."""
    focus: tuple[Text, ...] = ()
    """What counts most at this level, in a few words each."""
    skills: tuple[LevelSkill, ...] = ()
    """The skills that you need more of at this level."""
    pay: tuple[Pay, ...] = ()
    """What this level pays."""
    stage: Stage = "employed"
    """study: in school; training: in training before the job, such as an academy or a residency; employed: in the job.
    People in school or training have no pay here."""
    occupations: tuple[OccupationLink, ...] = ()
    """The official occupations that count people at this level, if they are not those of the role."""
    wage_level: WageLevel | None = None
    """Which of the four wage levels of the role's exact occupation it is. Left out for management and if unknown."""


class Move(Record, frozen=True):
    """A known career move from this role, or one of its levels, to another role or level, with the reason."""

    to: RolePlace
    """The role or level that it leads to."""
    kind: MoveKind
    """promotion: up; lateral: to a similar job at the same level; pivot: into another field."""
    why: Text
    """Why the move makes sense: what you already know, and what is new."""
    at: LevelId | None = None
    """The level you move from. If left out, any level."""


class Feeder(Record, frozen=True):
    """A job that people have before this one."""

    title: Text
    """The title of the job."""
    role: RolePlace | None = None
    """The job, if it is a role of the catalog or a level of one."""
    why: Text | None = None
    """Why the move makes sense: what you already know, and what is new."""


class Entry(Record, frozen=True):
    """How people get into the job."""

    summary: Text | None = None
    """How people get into the job, in a few sentences."""
    steps: tuple[Text, ...] = ()
    """What to do, step by step."""
    feeders: tuple[Feeder, ...] = ()
    """The jobs that people come from."""


class Education(Record, frozen=True):
    """The education that the job needs, and what employers accept instead."""

    typical: Text | None = None
    """The education that most people have."""
    fields: tuple[Text, ...] = ()
    """Fields of study that fit."""
    alternatives: tuple[Text, ...] = ()
    """What employers accept instead."""
    certificates: tuple[Text, ...] = ()
    """Certificates and licenses that the job needs or that help."""


class Environment(Record, frozen=True):
    """Working conditions."""

    place: Text | None = None
    """Where the work is done."""
    pace: Text | None = None
    """How fast and how regular the work is."""
    travel: Text | None = None
    """How much travel there is."""
    remote: Text | None = None
    """Whether you can work from home."""
    demands: Text | None = None
    """What the work demands of body and mind."""


class Market(Record, frozen=True):
    """What the job market for the role is like."""

    summary: Text | None = None
    """The job market, in a few sentences."""
    challenges: tuple[Text, ...] = ()
    """What makes it hard."""
    opportunities: tuple[Text, ...] = ()
    """Where the chances are."""
    trends: tuple[Text, ...] = ()
    """What is changing."""


class Inclusion(Record, frozen=True):
    """Who is hired, what the culture is like, and which groups help."""

    summary: Text | None = None
    """How open the field is, in a few sentences."""
    hiring: tuple[Text, ...] = ()
    """How people are hired, and what would make that fairer."""
    culture: tuple[Text, ...] = ()
    """How people are treated."""
    green_flags: tuple[Text, ...] = ()
    """Signs of a good employer."""
    red_flags: tuple[Text, ...] = ()
    """Signs of a bad employer."""
    networks: tuple[Text, ...] = ()
    """Groups that help."""


class Question(Record, frozen=True):
    """A question that people ask about the job, with the answer."""

    question: Text
    """The question, in the words people use."""
    answer: Text
    """The answer, in a few sentences."""


class Role(Record, frozen=True):
    """A job, as people call it, with its levels."""

    title: Text
    """The title of the job."""
    family: FamilyId
    """The family of jobs it belongs to: a key of `families`."""
    summary: Text
    """What the job is, in a few sentences."""
    aliases: tuple[Text, ...] = ()
    """Other names for the same job, never for a similar one."""
    extends: RoleId | None = None
    """The role that this one is a kind of. What this role does not say, it inherits from there.

    Mappings are extended key by key; skills, levels and occupations record by record; training and moves are added.
    Anything else that this role says replaces what the other one says. If no level names a level of the other role, by
    id or in `after`, they are a ladder of their own. A role never inherits `title` and `aliases`, or what is about the
    other role's people and market: `pay`, also of levels, `figures`, `industries`, `market`, `inclusion`. An occupation
    that is the other role counts this one among others, so its fit becomes `part`. From an abstract role it inherits
    all except `title` and `aliases`, because an abstract role has no people of its own."""
    abstract: bool = False
    """True for a shared track that is not a job: other roles inherit from it, and no answer shows it. This key itself
    is not inherited."""
    glossary: dict[Text, Text] = {}
    """Words of the field and what they mean."""
    contrast: dict[RoleId, Text] = {}
    """How the role differs from a similar one, by the id of the other role."""
    duties: tuple[Text, ...] = ()
    """What you do, one sentence each."""
    environment: Environment | None = None
    """Working conditions."""
    tools: dict[Text, tuple[Text, ...]] = {}
    """Names of tools, by kind of tool."""
    skills: tuple[RoleSkill, ...] = ()
    """The skills it needs."""
    education: Education | None = None
    """The education it needs."""
    entry: Entry | None = None
    """How people get into the job."""
    training: tuple[Training, ...] = ()
    """Ways to learn it."""
    occupations: tuple[OccupationLink, ...] = ()
    """The official occupations that count it."""
    industries: tuple[Text, ...] = ()
    """Industries that have such jobs."""
    pay: tuple[Pay, ...] = ()
    """Pay of the role itself. Pay of an official occupation belongs to the occupation."""
    pay_drivers: tuple[Text, ...] = ()
    """What moves pay up or down."""
    figures: tuple[Figure, ...] = ()
    """What sources say about the role besides pay."""
    levels: tuple[Level, ...] = ()
    """Its ladder, from the first step up."""
    progression: Text | None = None
    """How people advance, in words."""
    milestones: tuple[Text, ...] = ()
    """What you should have done by when."""
    moves: tuple[Move, ...] = ()
    """Known career moves to other roles."""
    market: Market | None = None
    """What the job market is like."""
    pros: tuple[Text, ...] = ()
    """What is good about it."""
    cons: tuple[Text, ...] = ()
    """What is bad about it."""
    questions: tuple[Question, ...] = ()
    """Questions that people ask about it."""
    related: dict[RoleId, Text] = {}
    """Similar roles, by id, with the reason."""
    inclusion: Inclusion | None = None
    """Who is hired, what the culture is like, and which groups help."""
    abroad: tuple[Text, ...] = ()
    """What is different in other countries. Pay abroad goes under `pay`, by place."""
    remote: tuple[Text, ...] = ()
    """What to know about remote work."""
    visa: tuple[Text, ...] = ()
    """What to know about work permits."""


class Rating(Record, frozen=True):
    """How a survey rates one skill, area of knowledge, work style, interest or work value of an occupation."""

    element: Code
    """Its id in the O*NET content model: `2.A.1.a`."""
    name: Text
    """The name of the element."""
    kind: Literal["skill", "knowledge", "work style", "interest", "work value"]
    """What the element is."""
    importance: Annotated[float, Meta(ge=1, le=7)] | None = None
    """As printed: 1 to 5 for skills, knowledge and styles (scale IM), 1 to 7 for interests (OI) and values (EX)."""
    level: Annotated[float, Meta(ge=0, le=7)] | None = None
    """As printed, 0 to 7 (scale LV), for skills and knowledge only."""
    unreliable: bool = False
    """True if the source itself recommends not to use the value, because of few or very different answers."""
    not_relevant: bool = False
    """True if so many called it unimportant that its level means nothing."""


class Task(Record, frozen=True):
    """Something that people in an occupation do."""

    text: Text
    """The task in one sentence."""
    core: bool | None = None
    """True: core; false: supplemental. Left out if no one rated it."""
    activities: tuple[Text, ...] = ()
    """The detailed work activities that it belongs to."""


class Share(Record, frozen=True):
    """The share of people who named one level of education, experience or training as required."""

    scale: Literal["education", "related experience", "on-site training", "on-the-job training"]
    """What the question was about."""
    category: Text
    """The answer, in the survey's words."""
    percent: Score
    """The percent of people who gave this answer."""
    unreliable: bool = False
    """True if the source itself recommends not to use the value."""


class RelatedOccupation(Record, frozen=True):
    """An occupation that experts call similar to another, with its rank."""

    code: Code
    """Its code, in the same scheme."""
    tier: Literal["primary-short", "primary-long", "supplemental"]
    """How similar it is, in the survey's words."""
    rank: Annotated[int, Meta(ge=1)]
    """Its rank in the list; 1 is the most similar."""


class Profile(Record, frozen=True):
    """What a survey says about an occupation besides pay and outlook."""

    source: SourceId
    """The survey: a key of `sources`."""
    description: Text | None = None
    """What the occupation is, in the survey's words."""
    titles: tuple[Text, ...] = ()
    """Other titles that only this occupation has."""
    shared_titles: tuple[Text, ...] = ()
    """Other titles that more than one occupation has."""
    tasks: tuple[Task, ...] = ()
    """What people in the occupation do."""
    ratings: tuple[Rating, ...] = ()
    """How skills, knowledge, styles, interests and values are rated."""
    technology: dict[Text, tuple[Text, ...]] = {}
    """Names of software, by kind."""
    hot_technology: tuple[Text, ...] = ()
    """Software that employers name most often across all occupations."""
    tools: dict[Text, tuple[Text, ...]] = {}
    """Names of tools, by kind."""
    shares: tuple[Share, ...] = ()
    """The education, experience and training that people say is required."""
    related: tuple[RelatedOccupation, ...] = ()
    """Similar occupations."""
    missing: tuple[Text, ...] = ()
    """Lists that the source has for other occupations but not for this one, such as `skills`."""


class WageRatios(Record, frozen=True):
    """How the four wage levels of an occupation compare with its average wage, across areas.

    National estimates are worked out from them. They also show how much areas differ.
    """

    source: SourceId
    """Who publishes the levels: a key of `sources`."""
    areas: Annotated[int, Meta(ge=1)]
    """How many areas were counted."""
    levels: tuple[Amount, Amount, Amount, Amount]
    """Level divided by average wage, the median of all areas, for levels I to IV."""
    low: tuple[Amount, Amount]
    """The same for the lower quarter of areas, for levels I and IV."""
    high: tuple[Amount, Amount]
    """The same for the upper quarter of areas, for levels I and IV."""


class WageLevels(Record, frozen=True):
    """The four wage levels of an occupation in one publication, area by area."""

    source: SourceId
    """Who publishes them: a key of `sources`."""
    per: Literal["year", "hour"]
    """The time that the amounts are paid for, as published."""
    currency: Currency
    """The currency of the amounts."""
    areas: dict[PlaceKey, tuple[Amount, Amount, Amount, Amount]]
    """Levels I to IV, by area: keys of `places`."""
    period: Period | None = None
    """When they apply, if that is not the source's period."""
    drawn_from: WageScope | None = None
    """How wide an area they are from. Left out if the source does not say."""


class Occupation(Record, frozen=True, kw_only=True):
    """An occupation that official statistics count. Official figures belong to it, not to a role."""

    title: Text = ""
    """Its official title. A layer may leave it out if another layer has it."""
    scheme: Literal["soc-2018", "soc-2010", "onet-soc-2019", "isco-08", "esco"]
    """The classification that its code belongs to."""
    pay: tuple[Pay, ...] = ()
    """What it pays."""
    figures: tuple[Figure, ...] = ()
    """What sources say about it besides pay."""
    part_of: OccupationCode | None = None
    """The broader occupation that statistics count, if they do not count this one."""
    profile: Profile | None = None
    """What a survey says about its people and their work."""
    wage_ratios: WageRatios | None = None
    """How its four wage levels compare with its average wage."""
    wage_levels: tuple[WageLevels, ...] = ()
    """Its four wage levels, by area."""
    note: Text | None = None
    """What you need to know about it."""


class Skill(Record, frozen=True):
    """A skill, under one name for all roles."""

    name: Text
    """Its name."""
    kind: SkillKind
    """The kind of skill."""
    aliases: tuple[Text, ...] = ()
    """Other names for the same skill."""
    codes: tuple[Code, ...] = ()
    """Its ids in O*NET or ESCO."""
    implies: tuple[SkillId, ...] = ()
    """Broader skills that come with this one, at the same level or higher: Python implies programming."""


class Family(Record, frozen=True):
    """A family of roles."""

    title: Text
    """The name of the family."""
    note: Text | None = None
    """What belongs to it."""


class Parity(Record, frozen=True):
    """The price level of a place in one year."""

    kind: Literal["rpp", "ppp"]
    """rpp: regional price parity, all items, United States = 100; ppp: local currency per international dollar."""
    value: Annotated[float, Meta(gt=0, le=1e12)]
    """The price level, as its kind defines it."""
    period: Period
    """The year."""
    source: SourceId
    """Who publishes it: a key of `sources`."""


class PlaceName(Record, frozen=True):
    """A place: its name, where it is, and how expensive it is."""

    title: Text
    """The name of the place."""
    kind: Literal["country", "state", "metro", "region", "county"] | None = None
    """The kind of place."""
    within: PlaceKey | None = None
    """The larger place that it is in: a key of `places`."""
    parities: tuple[Parity, ...] = ()
    """How expensive it is, by year."""


class Catalog(Record, frozen=True):
    """The whole catalog: all layers put together and checked."""

    schema_version: Literal[1]
    """The version of the format: always 1."""
    name: Id
    """The id of the catalog, which never changes."""
    title: Text | None = None
    """The name that people see."""
    note: Text | None = None
    """What you need to know about it."""
    sources: dict[Id, Source] = {}
    """Where figures come from, by id."""
    places: dict[PlaceId, PlaceName] = {}
    """Places, by ISO 3166 code or name."""
    families: dict[Id, Family] = {}
    """Families of roles, by id."""
    skills: dict[Id, Skill] = {}
    """Skills, by id."""
    occupations: dict[Code, Occupation] = {}
    """Official occupations, by code."""
    roles: dict[Id, Role] = {}
    """Roles, by id."""
