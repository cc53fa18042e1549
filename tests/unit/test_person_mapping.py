"""A person's own words become the catalog's, or a question, or nothing; and each of the three is shown."""

from datetime import date

import pytest

from careercli.catalog.reader import CatalogReader
from careercli.model import Skill
from careercli.person.credentials import is_license_for, names_credential, parse_requirement
from careercli.person.files import person_of
from careercli.person.mapping import MappedPerson, SkillEvidence, map_person
from careercli.person.skill_matcher import SkillMatcher
from careercli.person.title_matcher import TitleMatcher
from tests.conftest import SMALL, LibraryOf
from tests.unit.reading import HEAD

TODAY = date(2026, 1, 31)
VOCABULARY = SkillMatcher(
    {
        "spreadsheets": Skill(name="Spreadsheets", kind="technical", aliases=("Excel",)),
        "programming": Skill(name="Programming", kind="technical", aliases=("coding", "debugging")),
        "c-and-cpp": Skill(name="C and C++", kind="technical", aliases=("cpp",)),
        "javascript": Skill(name="JavaScript and front ends", kind="technical", aliases=("React", "Node.js")),
        "cloud": Skill(name="Cloud platforms", kind="tool", aliases=("AWS", "Google Cloud")),
        "vital-signs": Skill(name="Vital signs", kind="technical"),
        "life-support": Skill(name="First aid", kind="technical", aliases=("basic life support",)),
        "mentoring": Skill(name="Coaching", kind="soft", aliases=("mentoring",)),
        "driving": Skill(name="Driving", kind="technical"),
        "history": Skill(name="History", kind="knowledge"),
        "project-management": Skill(name="Project management", kind="technical"),
        "project-scheduling": Skill(name="Project scheduling", kind="technical", aliases=("Microsoft Project",)),
        "operations-monitoring": Skill(name="Operations monitoring", kind="technical"),
        "operation-monitor": Skill(name="Operator monitoring", kind="technical"),
        "left": Skill(name="Left", kind="soft", aliases=("both at once",)),
        "right": Skill(name="Right", kind="soft", aliases=("both at once",)),
    }
)


@pytest.mark.parametrize(
    ("text", "skill", "how"),
    [
        ("Spreadsheets", "spreadsheets", "name"),
        ("EXCEL", "spreadsheets", "name"),
        ("vital sign", "vital-signs", "name"),
        ("Microsoft Excel", "spreadsheets", "name"),
        ("MS Project", "project-scheduling", "name"),
        ("Advanced Excel", "spreadsheets", "name"),
        ("Excel (basic)", "spreadsheets", "name"),
        ("React.js", "javascript", "name"),
        ("C++", "c-and-cpp", "name"),
        ("Basic life support", "life-support", "name"),
        ("Programming languages", "programming", "name"),
        ("Spreadsheats", "spreadsheets", "similar spelling"),
        ("AWS Lambda", "cloud", "named inside it"),
        ("Driving", "driving", "name"),
    ],
)
def test_a_listed_skill_is_known_by_its_names(text: str, skill: str, how: str) -> None:
    match = VOCABULARY.match(text)
    assert (match.skills, match.matched_by) == ((skill,), how)


def test_a_listed_skill_may_be_several() -> None:
    assert VOCABULARY.match("Excel, Vital signs & mentoring").skills == ("spreadsheets", "vital-signs", "mentoring")


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Project", {"project-management", "project-scheduling"}),
        ("Monitoring", {"operations-monitoring", "operation-monitor"}),
        ("Operation monitorin", {"operations-monitoring", "operation-monitor"}),
        ("Both at once", {"left", "right"}),
    ],
)
def test_what_could_be_two_skills_is_a_question(text: str, candidates: set[str]) -> None:
    match = VOCABULARY.match(text)
    assert (match.skills, set(match.candidates)) == ((), candidates)


@pytest.mark.parametrize(
    "text", ["", "R", "Go", "?!", "Quantum basket weaving", "erasure coding", "写代码", "x" * 10_000]
)
def test_what_is_no_skill_of_the_vocabulary_is_none(text: str) -> None:
    assert VOCABULARY.match(text).skills == ()


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Built models in Excel for a bank.", ["spreadsheets"]),
        ("Excel at many things.", []),
        ("They excel at many things.", []),
        ("Checked vital signs every hour.", ["vital-signs"]),
        ("Signs that were vital. Vital. Signs.", []),
        ("Mentored two juniors; debugged C++ on AWS.", ["mentoring", "programming", "c-and-cpp", "cloud"]),
        ("Driving growth, with a history of success.", []),
        ("No Excel, but AWS.", ["cloud"]),
        ("I have no experience with Excel.", []),
        ("Erasure coding, medical coding.", []),
        ("Google Cloud and not only that", ["cloud"]),
    ],
)
def test_running_text_proves_only_what_it_names_as_whole_words(text: str, skills: list[str]) -> None:
    assert [found.skill for found in VOCABULARY.mentions(text)] == skills


def test_a_mention_is_repeated_as_a_word_and_never_as_a_sentence() -> None:
    assert [found.word for found in VOCABULARY.mentions("At a secret firm I used Google Cloud daily.")] == [
        "Google Cloud"
    ]


# ---- titles ----


@pytest.mark.parametrize(
    ("title", "role", "how"),
    [
        ("Baker", "baker", "name"),
        ("bread-maker", "baker", "name"),
        ("Boulanger", "baker", "name"),
        ("Baker, night shift", "baker", "name"),
        ("Baker at the corner", "baker", "name"),
        ("Senior Baker II", "baker", "name without rank"),
        ("Head Baker", "baker", "title of a level"),
        ("Pastry Cheff", "pastry-chef", "similar spelling"),
        ("Director of Bakeries", "bakery-manager", "title of a level"),
    ],
)
def test_a_title_is_a_role_by_its_name_a_level_of_it_or_nearly(
    title: str, role: str, how: str, library_of: LibraryOf
) -> None:
    match = TitleMatcher(library_of(SMALL)).match(title)
    assert (match.role, match.matched_by) == (role, how)


def test_a_title_that_is_the_name_of_two_roles_is_a_question(library_of: LibraryOf) -> None:
    layer = HEAD + "roles: {pastry-chef: {aliases: [Konditor]}, baker: {aliases: [Konditor]}}"
    match = TitleMatcher(library_of(SMALL, layer)).match("Konditor")
    assert (match.role, set(match.candidates)) == (None, {"baker", "pastry-chef"})


@pytest.mark.parametrize("title", ["", "Intern", "Head Ninja", '"', "a" * 5000, "CEO/President"])
def test_a_title_that_is_no_role_is_none(title: str, library_of: LibraryOf) -> None:
    assert TitleMatcher(library_of(SMALL)).match(title).role is None


# ---- certificates ----


@pytest.mark.parametrize(
    ("text", "demand", "countries"),
    [
        ("Required by law in the United States: a state licence.", "law", {"US"}),
        ("Guard licence, required by law in Britain, kept by a course.", "law", {"GB"}),
        ("Required by law in the United States to seal plans.", "perhaps", {"US"}),
        ("Card, required by law in California, among a few American states.", "perhaps", {"US"}),
        ("Card, required by law in California.", "perhaps", {"US"}),
        ("Journeyman licence by law in most American states.", "perhaps", {"US"}),
        ("Food hygiene at level 2.", "choice", set()),
        ("TIPS, voluntary, where law does not ask for a licence.", "choice", set()),
        ("Press card; no licence is required in Germany.", "choice", {"DE"}),
    ],
)
def test_a_line_on_certificates_says_what_law_demands_and_where(text: str, demand: str, countries: set[str]) -> None:
    line = parse_requirement(text)
    assert line is not None
    assert (line.demand, set(line.countries)) == (demand, countries)


@pytest.mark.parametrize("text", ["No licence is required by law.", "No licence exists; children need a permit."])
def test_a_line_that_asks_for_nothing_is_nothing(text: str) -> None:
    assert parse_requirement(text) is None


@pytest.mark.parametrize(
    ("country", "counts"), [("US", False), ("GB", False), ("FR", True), ("DE", True), ("", None), ("UK", False)]
)
def test_a_line_counts_in_the_countries_that_it_names(country: str, counts: bool | None) -> None:
    line = parse_requirement("Code 95 in the European Union.")
    assert line is not None
    assert line.applies_in(country) is counts


@pytest.mark.parametrize(
    ("paper", "line", "named"),
    [
        ("Basic Life Support (BLS)", "BLS from the Heart Association everywhere", True),
        ("PMP", "PMP or PRINCE2 for project work", True),
        ("Google Data Analytics Certificate", "Google Data Analytics certificate on Coursera", True),
        ("OSHA 10", "OSHA 10 or 30 card", True),
        ("OSHA 30", "OSHA 10 card", False),
        ("AWS Certified Solutions Architect", "AWS Certified Developer Associate", False),
        ("NCLEX-PN", "a state licence after the NCLEX-RN", False),
        ("Certificate", "A certificate of a vendor", False),
        ("", "anything", False),
    ],
)
def test_a_paper_is_named_by_a_line_that_holds_all_words_of_its_name(paper: str, line: str, named: bool) -> None:
    assert names_credential(paper, line) is named


ROLES = {"registered nurse": True, "nurse": True, "licensed practical nurse": False, "pilot": True}


@pytest.mark.parametrize(
    ("paper", "licence"),
    [
        ("Registered Nurse License, Texas", True),
        ("Licensed Nurse", True),
        ("Licensed Practical Nurse", False),
        ("Private Pilot Licence", False),
        ("Nurse of the year", False),
        ("Driving licence", False),
    ],
)
def test_a_licence_is_one_of_the_job_that_its_longest_name_names(paper: str, licence: bool) -> None:
    assert is_license_for(paper, ROLES.get) is licence


# ---- the whole ----


def mapped(reader: CatalogReader, text: str) -> MappedPerson:
    return map_person(reader, person_of("me.yaml", text.encode()), TODAY)


def test_a_skill_keeps_every_proof_of_it(library_of: LibraryOf) -> None:
    text = (
        '{"basics": {"summary": "I like bread making."}, "skills": [{"name": "Baking", "level": "Master"}, "Baking"]}'
    )
    evidence = mapped(library_of(SMALL), text).skills["baking"]
    assert evidence == (
        SkillEvidence("stated", "skills[0].name", 95),
        SkillEvidence("stated", "skills[1]", None),
        SkillEvidence("mentioned", "basics.summary", None),
    )


def test_a_skill_counts_for_the_wider_ones_that_it_implies_however_far(library_of: LibraryOf) -> None:
    reader = library_of(
        HEAD
        + """
skills:
  spring: {name: Spring, kind: tool, implies: [java]}
  java: {name: Java, kind: technical, implies: [programming]}
  programming: {name: Programming, kind: technical, implies: [java]}
  sql: {name: SQL, kind: technical}
"""
    )
    stated = SkillEvidence("stated", "skills.Spring", 95)
    assert mapped(reader, "skills: {Spring: expert}").skills == dict.fromkeys(
        ("spring", "java", "programming"), (stated,)
    )
    assert set(mapped(reader, "skills: [SQL]").skills) == {"sql"}


@pytest.mark.parametrize(("years", "kinds"), [(0.9, set()), (1, {"implied"}), (3, {"practised"})])
def test_a_role_held_for_years_stands_for_what_it_asks(years: float, kinds: set[str], library_of: LibraryOf) -> None:
    found = mapped(library_of(SMALL), f"skills: [Pastry]\nexperience: [{{title: Baker, years: {years}}}]")
    assert {evidence.kind for evidence in found.skills.get("baking", ())} == kinds
    assert {proof.kind for proof in found.skills.get("spreadsheets", ())} == ({"implied"} if years == 3 else set())


def test_years_are_counted_in_all_in_some_roles_and_under_unknown_titles(library_of: LibraryOf) -> None:
    found = mapped(
        library_of(SMALL),
        "experience:\n- {title: Baker, from: 2010, to: 2013}\n"
        "- {title: Ninja, from: 2012, to: 2015}\n- {title: Ninja, years: 1}",
    )
    assert round(found.years(), 1) == 7
    assert round(found.years(frozenset({"baker"})), 1) == 4
    assert round(found.years(unknown=True), 1) == 5


def test_work_without_a_position_is_told(library_of: LibraryOf) -> None:
    found = mapped(library_of(SMALL), '{"work": [{"name": "Shop", "startDate": "2018", "endDate": "2019"}]}')
    assert found.notes == ("work[0]: no job title, so it counts for no job.",)
    assert found.years(unknown=True) == pytest.approx(2, abs=0.01)


def test_a_course_that_is_not_over_counts_as_what_comes_before_it(library_of: LibraryOf) -> None:
    found = mapped(library_of(SMALL), "education: [{degree: Bachelor, from: 2024-09}, High school]")
    assert found.education_level == 2
    assert [(entry.target, entry.matched_by) for entry in found.entries] == [
        ("2", "not finished yet"),
        ("1", "from its wording"),
    ]


def test_what_could_not_be_taken_is_kept_beside_what_could(library_of: LibraryOf) -> None:
    found = mapped(library_of(SMALL), "skills: [Baking, Yodelling]\nexperience: [{title: Ninja, from: 2020, to: 2019}]")
    assert [(entry.text, entry.target) for entry in found.entries] == [
        ("Baking", "baking"), ("Yodelling", None), ("Ninja", None),
    ]  # fmt: skip
    assert found.notes == ("experience[0]: not counted, because it ends (2019) before it starts (2020).",)


def test_a_language_that_is_no_skill_of_the_vocabulary_is_no_fault(library_of: LibraryOf) -> None:
    assert mapped(library_of(SMALL), '{"basics": {}, "languages": [{"language": "French"}]}').entries == ()


def test_long_words_are_not_repeated_in_full(library_of: LibraryOf) -> None:
    found = mapped(library_of(SMALL), f"skills: [{'secret ' * 30}]")
    assert len(found.entries[0].text) <= 60
