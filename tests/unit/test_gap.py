"""The gap: what is asked against what is there, one score with its parts, and words that follow from both."""

import json
import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.answers.gap.answer import gap_of_person, gap_of_role
from careercli.answers.gap.view import GapView, RequirementView
from careercli.answers.shared.view_parts import SkillNameView
from careercli.catalog.index import write_index
from careercli.catalog.reader import CatalogReader
from careercli.errors import UsageProblem
from careercli.person.files import person_of
from tests.conftest import LibraryOf, read
from tests.unit.reading import HEAD

TODAY = date(2026, 1, 31)
CATALOG = (
    HEAD
    + """
sources: {s: {title: S, kind: judgement}, official: {title: O, kind: official, period: 2024-34}}
places: {US: {title: United States}}
families: {f: {title: F}}
skills:
  care: {name: Care, kind: technical, aliases: [looking after people]}
  drugs: {name: Giving drugs, kind: technical}
  notes: {name: Notes, kind: tool, aliases: [Epic notes]}
  calm: {name: Calm, kind: soft}
  plans: {name: Planning care, kind: technical}
  crew: {name: Leading a crew, kind: soft}
  law: {name: Health law, kind: knowledge}
occupations:
  "29-1141":
    title: Nurses
    scheme: soc-2018
    figures:
      - {measure: entry-education, source: official, of: Bachelor's degree}
      - {measure: related-experience, source: official, of: None}
  "11-9111":
    title: Health managers
    scheme: soc-2018
    figures:
      - {measure: entry-education, source: official, of: Bachelor's degree}
      - {measure: related-experience, source: official, of: Less than 5 years}
roles:
  nurse:
    title: Nurse
    family: f
    summary: Nurses.
    aliases: [Sister]
    occupations: [{code: "29-1141", fit: exact}]
    skills:
      - {skill: care, need: must, importance: 90, level: 60, source: s}
      - {skill: drugs, need: must, importance: 80, level: 80, source: s}
      - {skill: notes, need: nice, importance: 60, level: 50, source: s}
      - {skill: calm, need: nice}
      - {skill: plans, need: must, importance: 70, level: 50, source: s}
    education:
      alternatives: [Aides who are good at Giving drugs can take a bridge course.]
      certificates:
        - "Required by law in Canada: a licence after the REX exam."
        - BLS, voluntary.
        - No licence is needed to watch.
    entry:
      steps: [Pass the REX in spring.]
      feeders: [{title: Aide, role: aide}, {title: Cook}]
    training: [{title: A course in Care, source: s}]
    levels:
      - {id: junior, title: Junior Nurse, track: ic, years: [0, 2], source: s, skills: [{skill: care, level: 40}]}
      - id: mid
        title: Ward Nurse
        track: ic
        years: [2, 6]
        source: s
        skills: [{skill: care, level: 60}, {skill: plans, level: 50}]
      - id: expert
        title: Nurse Expert
        track: ic
        years: [6, null]
        source: s
        after: [mid]
        skills: [{skill: drugs, level: 90}]
      - id: head
        title: Head Nurse
        track: management
        years: [6, 9]
        source: s
        after: [mid]
        skills: [{skill: crew, level: 60}]
      - id: chief
        title: Chief Nurse
        track: management
        years: [9, null]
        source: s
        after: [expert, head]
        skills: [{skill: law, level: 70}]
    related: {manager: Works beside.}
  aide:
    title: Aide
    family: f
    summary: Helps.
    skills:
      - {skill: care, need: must, importance: 80, level: 30, source: s}
      - {skill: drugs, need: nice, importance: 20, level: 20, source: s}
    levels:
      - {id: all, title: Aide, track: ic, years: [1, null], source: s}
  manager:
    title: Health Manager
    family: f
    summary: Manages.
    occupations: [{code: "11-9111", fit: exact}]
    skills: [{skill: crew, need: must, importance: 90, level: 70, source: s}]
    moves: [{to: nurse, kind: pivot, why: Back.}]
  cook: {title: Cook, family: f, summary: Cooks.}
"""
)


def library_with(*layers: str) -> CatalogReader:
    connection = sqlite3.connect(":memory:")
    write_index(connection, read(CATALOG, *layers))
    return CatalogReader(connection)


@pytest.fixture
def library(library_of: LibraryOf) -> CatalogReader:
    return library_of(CATALOG)


def gap(reader: CatalogReader, role: str, **sections: object) -> GapView:
    person = person_of("me.json", json.dumps({"basics": {}, **sections}).encode())
    return gap_of_person(reader, role, person, today=TODAY)


def row(view: GapView, name: str) -> RequirementView:
    """Return the row of a skill by its id, of any other requirement by its own."""
    return next(row for row in view.rows if name in (row.skill, row.requirement))


def score(view: GapView) -> float:
    assert view.readiness.score is not None
    return view.readiness.score


# ---- what is asked ----


def asked(reader: CatalogReader, role: str) -> dict[str, tuple[str, float | None]]:
    view = gap(reader, role, skills=["Care"])
    return {row.skill: (row.need, row.needed) for row in view.rows if row.skill is not None}


def test_a_role_asks_its_skills_at_its_own_levels(library: CatalogReader) -> None:
    assert asked(library, "nurse") == {
        "care": ("must", 60), "drugs": ("must", 80), "plans": ("must", 50), "notes": ("nice", 50),
        "calm": ("nice", None),
    }  # fmt: skip


def test_a_level_asks_what_the_ladder_has_raised_by_then(library: CatalogReader) -> None:
    assert asked(library, "nurse@junior") == {
        "care": ("must", 40), "drugs": ("must", 80), "notes": ("nice", 50), "calm": ("nice", None),
    }  # fmt: skip
    assert asked(library, "nurse@mid")["plans"] == ("must", 50)
    assert asked(library, "nurse@expert")["drugs"] == ("must", 90)
    assert asked(library, "nurse@head")["crew"] == ("must", 60)


def test_where_two_ways_lead_to_a_level_only_what_both_have_raised_is_asked(library: CatalogReader) -> None:
    chief = asked(library, "nurse@chief")
    assert chief["law"] == ("must", 70)
    assert chief["care"] == ("must", 60)
    assert chief["drugs"] == ("must", 80)
    assert "crew" not in chief


def test_a_ladder_with_more_ways_than_anybody_could_walk_is_walked_once(library_of: LibraryOf) -> None:
    levels = "".join(
        f"      - {{id: l{at}, title: L{at}, track: ic, years: [0, 1], source: s,"
        f" after: [l{max(at - 1, 0)}, l{max(at - 2, 0)}, l59], skills: [{{skill: care, level: {at}}}]}}\n"
        for at in range(60)
    )
    layer = HEAD + f"roles:\n  cook:\n    skills: [{{skill: care, need: must}}]\n    levels:\n{levels}"
    assert asked(library_of(CATALOG, layer), "cook@l58")["care"] == ("must", 58)


def test_what_is_raised_only_later_is_named_and_not_asked(library: CatalogReader) -> None:
    assert gap(library, "nurse@junior", skills=["Care"]).later == (SkillNameView(skill="plans", name="Planning care"),)
    assert gap(library, "nurse@mid", skills=["Care"]).later == ()


def test_what_is_not_asked_is_no_item(library: CatalogReader) -> None:
    kinds = {row.kind for row in gap(library, "aide", skills=["Care"]).rows}
    assert kinds == {"skill"}
    assert not [row for row in gap(library, "nurse", skills=["Care"]).rows if row.kind == "experience"]


# ---- a person ----


def test_every_item_is_had_in_part_had_missing_or_unknown(library: CatalogReader) -> None:
    view = gap(
        library, "nurse",
        skills=[{"name": "Care", "level": "Expert"}, {"name": "Giving drugs", "level": "basic"}],
        work=[{"summary": "Wrote Epic notes."}],
    )  # fmt: skip
    assert {row.skill or row.requirement: row.state for row in view.rows} == {
        "care": "have", "drugs": "partial", "plans": "missing", "notes": "partial", "calm": "missing",
        "education": "unknown", "certificate:1": "unknown", "certificate:2": "unknown",
    }  # fmt: skip
    assert row(view, "drugs").credit == pytest.approx(100 * 25 / 80, abs=0.1)
    assert (row(view, "notes").proof, row(view, "notes").found_at) == ("mentioned", ("work[0].summary",))
    assert (view.readiness.judged_count, view.readiness.unknown_count) == (5, 3)


def test_the_points_of_the_items_are_the_score_and_the_gains_are_the_rest(library: CatalogReader) -> None:
    view = gap(library, "nurse", skills=["Care", {"name": "Notes", "level": "basic"}], education=[{"studyType": "BSc"}])
    judged = [row for row in view.rows if row.credit is not None]
    assert sum(row.points or 0 for row in judged) == pytest.approx(score(view), abs=0.3)
    assert sum(row.score_gain or 0 for row in judged) == pytest.approx(100 - score(view), abs=0.3)
    ready = view.readiness
    assert 100 * ready.earned / ready.possible == pytest.approx(score(view), abs=0.1)


def test_the_number_of_a_certificate_is_that_of_its_line_wherever_the_person_is(library: CatalogReader) -> None:
    def ids(country: str) -> list[str]:
        view = gap(library, "nurse", skills=["Care"], basics={"location": {"countryCode": country}})
        return [row.requirement for row in view.rows if row.kind == "certificate"]

    assert (ids("CA"), ids("GB")) == (["certificate:1", "certificate:2"], ["certificate:2"])


def test_the_verdict_has_its_sources_as_data(library: CatalogReader) -> None:
    view = gap(library, "nurse", skills=["Care"], education=[{"studyType": "BSc"}])
    first, missing = view.verdict[:2]
    assert (first.about, first.percent, first.cites) == ("readiness", None, ("s",))
    assert (missing.text.split(":")[0], missing.percent) == ("Missing must-haves", None)


def test_a_stated_level_that_something_else_outweighs_is_still_shown(library: CatalogReader) -> None:
    work = [{"position": "Nurse", "startDate": "2015"}]
    view = gap(library, "nurse", skills=[{"name": "Care", "level": "basic"}], work=work)
    care = row(view, "care")
    assert (care.proof, care.stated, care.state) == ("practised", 25, "have")
    assert "stated: level 25" in care.have_text


@pytest.mark.parametrize(
    "sections",
    [
        {},
        {"skills": []},
        {"skills": ["Yodelling"]},
        {"skills": [], "education": [{"studyType": "PhD"}], "certificates": ["BLS"]},
        {"work": [{"position": "Nurse", "startDate": "2025-06"}]},
    ],
)
def test_there_is_no_score_from_nothing(sections: dict[str, object], library: CatalogReader) -> None:
    view = gap(library, "nurse", **sections)
    assert view.readiness.score is None
    assert view.readiness.label == "nothing to judge"
    assert view.verdict[0].text.startswith("Nothing to judge")
    assert view.next_steps == ()
    assert {row.state for row in view.rows if row.kind == "skill"} == {"unknown"}
    assert {row.points for row in view.rows} == {None}


def test_years_in_a_job_count_the_same_with_and_without_a_list_of_skills(library: CatalogReader) -> None:
    work = [{"position": "Nurse", "startDate": "2010"}]
    without = gap(library, "nurse", work=work)
    empty = gap(library, "nurse", work=work, skills=[])
    other = gap(library, "nurse", work=work, skills=["Health law"])
    assert without.readiness == empty.readiness == other.readiness
    assert without.readiness.score is not None
    assert {row(without, skill).proof for skill in ("care", "drugs", "plans")} == {"practised"}


def test_a_role_without_skills_gives_nothing_to_judge(library: CatalogReader) -> None:
    view = gap(library, "cook", skills=["Care"])
    assert view.readiness.score is None
    assert "which skills Cook needs" in view.verdict[0].text


@pytest.mark.parametrize(
    ("work", "state", "have"),
    [
        ([{"position": "Nurse", "startDate": "2015"}], "have", 11.1),
        ([{"position": "Aide", "startDate": "2025"}], "partial", 1.1),
        ([{"position": "Health Manager", "startDate": "2015"}], "have", 11.1),
        ([{"position": "Cook", "startDate": "2015"}], "missing", 0),
        ([{"position": "Ninja", "startDate": "2015"}], "unknown", None),
        ([{"position": "Nurse"}], "unknown", None),
        ([], "missing", 0),
        (None, "unknown", None),
    ],
)
def test_years_count_in_the_role_in_those_that_lead_to_it_and_in_those_near_it(
    work: object, state: str, have: float | None, library: CatalogReader
) -> None:
    found = row(gap(library, "nurse@mid", skills=["Care"], work=work), "experience")
    assert (found.state, found.have) == (state, have)
    assert (found.needed, found.needed_text) == (2, "2 to under 6 years")


@pytest.mark.parametrize(
    ("work", "state"), [([{"position": "Health Manager", "startDate": "2025-12"}], "have"), ([], "missing")]
)
def test_an_official_class_of_some_experience_asks_for_any(work: object, state: str, library: CatalogReader) -> None:
    found = row(gap(library, "manager", skills=["Care"], work=work), "experience")
    assert (found.state, found.needed_text, found.source) == (state, "less than 5 years", "official")


@pytest.mark.parametrize(
    ("degree", "state"),
    [
        ("PhD", "have"),
        ("Bachelor", "have"),
        ("Associate", "partial"),
        ("High school", "missing"),
        ("Hogwarts", "unknown"),
    ],
)
def test_schooling_is_held_against_the_official_class(degree: str, state: str, library: CatalogReader) -> None:
    found = row(gap(library, "nurse", skills=["Care"], education=[{"studyType": degree}]), "education")
    assert (found.state, found.needed_text, found.source) == (state, "Bachelor's degree", "official")


@pytest.mark.parametrize(
    ("country", "papers", "states"),
    [
        ("CA", ["REX"], ["have", "missing"]),
        ("CA", ["Licensed Nurse, Ontario"], ["have", "missing"]),
        ("CA", ["Licensed Aide"], ["missing", "missing"]),
        ("CA", ["BLS"], ["missing", "have"]),
        ("CA", None, ["unknown", "unknown"]),
        ("", ["BLS"], ["unknown", "have"]),
        ("GB", ["BLS"], ["have"]),
        ("GB", [], ["missing"]),
    ],
)
def test_a_licence_counts_where_the_person_is(
    country: str, papers: object, states: list[str], library: CatalogReader
) -> None:
    basics = {"location": {"countryCode": country}}
    view = gap(library, "nurse", skills=["Care"], basics=basics, certificates=papers)
    assert [row.state for row in view.rows if row.kind == "certificate"] == states


def test_a_licence_that_law_demands_makes_the_degree_a_must(library: CatalogReader) -> None:
    def need(country: str) -> str:
        basics = {"location": {"countryCode": country}}
        return row(gap(library, "nurse", skills=["Care"], basics=basics), "education").need

    assert (need("CA"), need("GB")) == ("must", "nice")


def test_a_missing_licence_is_said_first_and_holds_the_verdict(library: CatalogReader) -> None:
    view = gap(
        library, "nurse@junior",
        basics={"location": {"countryCode": "CA"}}, education=[{"studyType": "BSc"}], certificates=["BLS"],
        skills=[{"name": name, "level": "Expert"} for name in ("Care", "Giving drugs", "Notes", "Calm")],
    )  # fmt: skip
    assert view.readiness.label == "part of the way"
    assert view.readiness.capped_by == ("certificate:1",)
    held = "a license required by law. Until you have them, the verdict stays 'part of the way', whatever the score."
    assert held in " ".join(one.text for one in view.verdict)


# ---- steps ----


def test_the_steps_are_those_that_raise_the_score_most_with_what_the_catalog_knows(library: CatalogReader) -> None:
    view = gap(library, "nurse", skills=[{"name": "Notes", "level": "Expert"}])
    assert [(step.requirement, step.action) for step in view.next_steps] == [
        ("skill:care", "Learn Care to level 60"),
        ("skill:drugs", "Learn Giving drugs to level 80"),
        ("skill:plans", "Learn Planning care to level 50"),
    ]
    assert [step.score_gain for step in view.next_steps] == sorted(
        (step.score_gain for step in view.next_steps), reverse=True
    )
    options = {
        step.requirement: [(option.kind, option.role) for option in step.learning_options] for step in view.next_steps
    }
    assert options == {
        "skill:care": [("training", None), ("job", "aide")],
        "skill:drugs": [("education", None), ("job", "aide")],
        "skill:plans": [],
    }


def test_a_step_says_what_the_score_is_after_it(library: CatalogReader) -> None:
    before = gap(library, "nurse", skills=[{"name": "Notes", "level": "Expert"}])
    after = gap(library, "nurse", skills=[{"name": "Notes", "level": "Expert"}, {"name": "Care", "level": "Expert"}])
    assert score(after) == pytest.approx(before.next_steps[0].score_after, abs=0.11)


def test_steps_that_add_as_much_name_each_other(library: CatalogReader) -> None:
    layer = (
        HEAD
        + "roles: {cook: {skills: ["
        + ", ".join(
            f"{{skill: {key}, need: must, importance: 90, level: 50}}"
            for key in ("care", "drugs", "notes", "calm", "plans")
        )
        + "]}}"
    )
    view = gap(library_with(layer), "cook", skills=["Care"])
    assert [(step.requirement, tuple(tie.name for tie in step.tied_with)) for step in view.next_steps] == [
        ("skill:drugs", ("Notes", "Calm", "Planning care")),
        ("skill:notes", ("Giving drugs", "Calm", "Planning care")),
        ("skill:calm", ("Giving drugs", "Notes", "Planning care")),
    ]


@pytest.mark.parametrize(
    ("skills", "work", "action"),
    [
        ([{"name": "Care", "level": "basic"}], [], "Raise Care from level 25 to level 60"),
        (["Calm"], [{"summary": "Looking after people."}], "Say how well you know Care, or learn it to level 60"),
    ],
)
def test_a_step_says_what_is_really_to_be_done(
    skills: object, work: object, action: str, library: CatalogReader
) -> None:
    view = gap(library, "aide", skills=skills, work=work)
    known = gap(library, "nurse", skills=skills, work=work)
    assert action in [step.action for step in (*known.next_steps, *view.next_steps)]


def test_a_job_that_was_held_is_no_advice(library: CatalogReader) -> None:
    work = [{"position": "Aide", "startDate": "2025-12"}]
    view = gap(library, "nurse", skills=["Calm"], work=work)
    assert "job" not in {option.kind for step in view.next_steps for option in step.learning_options}


# ---- a role for a person ----


@pytest.mark.parametrize("role", ["nurse", "nurse@junior", "nurse@chief", "aide", "aide@all", "manager"])
def test_a_role_has_no_gap_to_itself(role: str, library: CatalogReader) -> None:
    view = gap_of_role(library, role, role)
    assert score(view) == 100
    assert {row.state for row in view.rows} <= {"have", "unknown"}
    assert view.next_steps == ()


def test_a_role_stands_for_what_it_asks_and_no_more(library: CatalogReader) -> None:
    view = gap_of_role(library, "nurse@mid", "aide@all")
    person = view.person
    assert (person.kind, person.role, person.level, person.title) == ("role", "aide", "all", "Aide")
    found = {
        row.skill or row.requirement: (row.have, row.state) for row in view.rows if row.unit in ("skill_level", "years")
    }
    assert found == {
        "care": (30, "partial"), "drugs": (20, "partial"), "plans": (None, "missing"), "notes": (None, "missing"),
        "calm": (None, "missing"), "experience": (1, "partial"),
    }  # fmt: skip
    assert [row.state for row in view.rows if row.kind == "certificate"] == ["unknown", "missing"]


# ---- properties ----

NAMES = ["Care", "Giving drugs", "Notes", "Calm", "Planning care", "Leading a crew", "Yodelling", "Car", "care, calm"]
WORDS = [None, "", "Beginner", "Intermediate", "Advanced", "Master", "4/5", "1 year", "purple", "not at all"]
SKILL = st.builds(lambda name, level: {"name": name, "level": level}, st.sampled_from(NAMES), st.sampled_from(WORDS))
WORK = st.sampled_from(
    [
        [],
        [{"position": "Nurse", "startDate": "2015", "summary": "Planning care and Epic notes."}],
        [{"position": "Aide", "startDate": "2023"}, {"position": "Ninja", "startDate": "2020", "endDate": "2019"}],
    ]
)
ROLES = st.sampled_from(["nurse", "nurse@junior", "nurse@chief", "aide"])


@pytest.fixture(scope="module")
def standing() -> CatalogReader:
    """Return the library that all examples of a property share."""
    return library_with()


@given(st.lists(SKILL, max_size=6), SKILL, WORK, ROLES)
def test_readiness_never_falls_when_a_skill_is_added(
    standing: CatalogReader, skills: list[object], one: object, work: object, role: str
) -> None:
    before = gap(standing, role, skills=skills, work=work)
    for place in (0, len(skills)):
        after = gap(standing, role, skills=[*skills[:place], one, *skills[place:]], work=work)
        assert (after.readiness.score or 0) >= (before.readiness.score or 0)
        assert after.readiness.score is not None or before.readiness.score is None
        assert len([row for row in after.rows if row.state == "missing"]) <= len(
            [row for row in before.rows if row.state in ("missing", "unknown")]
        )


@given(st.lists(SKILL, max_size=6), WORK, ROLES)
def test_the_same_question_has_the_same_answer_in_any_order_of_skills(
    standing: CatalogReader, skills: list[object], work: object, role: str
) -> None:
    one, other = gap(standing, role, skills=skills, work=work), gap(standing, role, skills=skills[::-1], work=work)
    assert one == gap(standing, role, skills=skills, work=work)
    assert one.readiness == other.readiness
    assert [(row.requirement, row.credit) for row in one.rows] == [(row.requirement, row.credit) for row in other.rows]


KEYS = st.sampled_from(
    ["name", "level", "keywords", "position", "startDate", "endDate", "summary", "highlights", "studyType"]
)
PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
ANYTHING = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=8
)
SECTIONS = ["skills", "work", "education", "certificates", "projects", "languages", "volunteer", "basics"]


@given(ANYTHING, st.sampled_from(SECTIONS))
def test_any_resume_gives_an_answer_or_one_line_that_names_the_place(
    standing: CatalogReader, value: object, section: str
) -> None:
    said = ""
    try:
        found = gap(standing, "nurse@mid", **{section: value}).readiness.score
    except UsageProblem as problem:
        found, said = None, problem.message
    assert said.startswith(f"me.json: {section}") or said == ""
    assert found is None or 0 <= found <= 100
