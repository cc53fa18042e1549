"""A role that extends another takes up what the work is, and nothing that is known of other people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.catalog import inherit
from careercli.catalog.layers import merge
from careercli.catalog.yaml_reader import parse
from careercli.model import Catalog, Role
from tests.conftest import SMALL, LibraryOf, read
from tests.unit.reading import HEAD, said

BASE = SMALL.read_text("utf-8")
TAKEN_UP = (
    "family", "summary", "glossary", "contrast", "duties", "environment", "tools", "skills", "education", "entry",
    "training", "pay_drivers", "moves", "pros", "cons", "questions", "related",
)  # fmt: skip
OVER = "schema_version: 1\nname: ours\n"
TRACK = (
    OVER
    + """\
roles:
  track:
    abstract: true
    title: Track of our company
    family: office
    summary: What every level means here.
    aliases: [Our track]
    duties: [Do what is agreed.]
    industries: [Bread]
    pay: [{source: editors, place: US, per: year, currency: USD, median: 1}]
    levels:
      - id: one
        title: Level 1
        track: ic
        years: [0, 3]
        source: editors
        pay: [{source: editors, place: US, per: year, currency: USD, low: 10, high: 20}]
      - {id: two, title: Level 2, track: ic, years: [3, null], source: editors}
  sweeper: {title: Sweeper, extends: track}
  night-sweeper: {title: Night Sweeper, extends: sweeper, levels: [{id: two, duties: [Sweep by night.]}]}
"""
)


def over(text: str) -> Catalog:
    """Return the sample catalog with a layer of roles laid over it, each line of it below `roles:`."""
    return read(BASE, f"{OVER}roles:\n{text}")


def heir(text: str = "") -> Role:
    """Return a role that extends the baker and says `text` besides."""
    return over(f"  ours:\n    title: Our Baker\n    extends: baker\n{text}").roles["ours"]


def faults(text: str) -> list[str]:
    """Return the problems of a layer of roles over the sample catalog."""
    return said(BASE, f"{OVER}roles:\n{text}")


def test_a_role_takes_up_what_the_work_is_and_asks_for() -> None:
    ours, baker = heir(), read(BASE).roles["baker"]
    for field in TAKEN_UP:
        assert getattr(ours, field) == getattr(baker, field), field
    assert [level.id for level in ours.levels] == [level.id for level in baker.levels]
    assert ours.extends == "baker"


def test_title_and_aliases_are_the_roles_own() -> None:
    assert (heir().title, heir().aliases) == ("Our Baker", ())
    problems = faults("  ours: {extends: baker}\n")
    assert problems == ["layer2.yaml:4:9: roles.ours: the key 'title' is missing"]


def test_what_is_known_of_other_people_and_their_market_stays_with_them() -> None:
    known = "  baker:\n    market: {summary: Good.}\n    inclusion: {summary: Fair.}\n    industries: [Bread]\n"
    catalog = over(f"{known}  ours: {{title: Our Baker, extends: baker}}\n")
    baker, ours = catalog.roles["baker"], catalog.roles["ours"]
    for field in ("pay", "figures", "industries", "market", "inclusion"):
        assert getattr(baker, field), field
        assert not getattr(ours, field), field
    assert any(level.pay for level in baker.levels)
    assert [level.pay for level in ours.levels] == [()] * 5


def test_a_class_that_the_other_role_is_only_holds_this_one() -> None:
    (link,) = heir().occupations
    assert (link.code, link.fit) == ("51-3011", "part")
    assert link.why == "This occupation is the role baker, and this role is one kind of it."


@pytest.mark.parametrize(("other", "fit"), [("pastry-chef", "part"), ("bakery-manager", "proxy")])
def test_a_class_that_fits_in_part_fits_no_better_afterwards(other: str, fit: str) -> None:
    catalog = over(f"  ours: {{title: Ours, extends: {other}}}\n")
    assert catalog.roles["ours"].occupations == catalog.roles[other].occupations
    assert catalog.roles["ours"].occupations[0].fit == fit


def test_the_roles_own_word_on_a_class_goes_first() -> None:
    (link,) = heir("    occupations: [{code: 51-3011, fit: exact}]\n").occupations
    assert link.fit == "exact"


def test_what_the_role_says_extends_what_it_takes_up_record_by_record() -> None:
    ours = heir(
        "    skills: [{skill: spreadsheets, need: must}, {skill: pastry, need: nice}]\n"
        "    environment: {remote: Never}\n"
        "    training: [{title: Our school, source: editors}]\n"
        "    levels: [{id: master, title: Our Master}]\n"
        "    duties: [Only this.]\n"
    )
    assert [(skill.skill, skill.need) for skill in ours.skills] == [
        ("baking", "must"), ("food-safety", "must"), ("spreadsheets", "must"), ("pastry", "nice"),
    ]  # fmt: skip
    assert ours.environment is not None
    assert (ours.environment.pace, ours.environment.remote) == ("Fast before dawn", "Never")
    assert [training.title for training in ours.training] == ["Apprenticeship", "Evening school", "Our school"]
    assert {level.id: (level.title, level.years) for level in ours.levels}["master"] == ("Our Master", (5, 10))
    assert ours.duties == ("Only this.",)


def test_a_field_that_is_null_is_not_taken_up() -> None:
    assert heir("    education: null\n").education is None


LEVEL = "{id: l1, title: L1, track: ic, years: [0, 2], source: editors"


def test_levels_that_name_none_of_the_others_are_a_ladder_of_their_own() -> None:
    ours = heir(f"    levels: [{LEVEL}}}]\n    moves: [{{to: flour-buyer, kind: pivot, at: l1, why: Tired.}}]\n")
    assert [level.id for level in ours.levels] == ["l1"]
    assert [move.to for move in ours.moves] == ["flour-buyer"], "the others begin at levels that it has not"


def test_a_level_behind_one_of_the_others_goes_on_with_their_ladder() -> None:
    assert [level.id for level in heir(f"    levels: [{LEVEL}, after: [head]}}]\n").levels][-2:] == ["head", "l1"]


def test_nothing_that_is_taken_up_leads_from_the_role_to_itself() -> None:
    catalog = over(
        "  baker:\n"
        "    contrast: {ours: Not the same.}\n    related: {ours: Near.}\n"
        "    moves: [{to: ours@head, kind: promotion, why: Up.}]\n"
        "    entry: {feeders: [{title: Ours, role: ours}, {title: Helper}]}\n"
        "  ours: {title: Ours, extends: baker}\n"
    )
    baker, ours = catalog.roles["baker"], catalog.roles["ours"]
    assert "ours" in baker.contrast
    assert list(ours.contrast) == list(ours.related) == ["pastry-chef"]
    assert [move.to for move in ours.moves] == ["pastry-chef", "bakery-manager@manager"]
    assert ours.entry is not None
    assert [feeder.title for feeder in ours.entry.feeders] == ["Helper"]


def test_a_child_may_be_extended_whatever_the_order() -> None:
    lines = ["  one: {title: One, extends: two, pros: [A.]}\n", "  two: {title: Two, extends: baker, cons: [B.]}\n"]
    for text in ("".join(lines), "".join(reversed(lines))):
        one = over(text).roles["one"]
        assert (one.pros, one.cons, one.duties) == (("A.",), ("B.",), read(BASE).roles["baker"].duties)


def test_a_role_takes_up_what_all_layers_together_say_of_the_other() -> None:
    child = OVER + "roles: {ours: {title: Ours, extends: baker}}\n"
    later = OVER + "roles: {baker: {family: office, pros: [Later.]}}\n"
    ours = read(BASE, child, later).roles["ours"]
    assert (ours.family, ours.pros) == ("office", ("Later.",))


def test_a_later_layer_may_take_the_inheritance_back() -> None:
    child = OVER + "roles: {ours: {title: Ours, extends: baker, family: office, summary: X.}}\n"
    ours = read(BASE, child, OVER + "roles: {ours: {extends: null}}\n").roles["ours"]
    assert ours == Role(title="Ours", family="office", summary="X.")


def test_a_line_of_thousands_is_walked_to_its_end() -> None:
    count = 5_000
    roles = "".join(f"  r{number}: {{title: R, extends: r{number + 1}}}\n" for number in range(count))
    assert over(f"{roles}  r{count}: {{title: R, family: office, summary: The first.}}\n").roles["r0"].summary


def test_an_abstract_track_is_in_no_answer(library_of: LibraryOf) -> None:
    reader = library_of(BASE, TRACK)
    assert [summary.id for summary in reader.role_summaries()][-2:] == ["sweeper", "night-sweeper"]
    assert reader.names_matching("track") == reader.names_matching("our track") == []
    assert reader.roles(["track"]) == {}
    assert [hit.role for hit in reader.search("agreed", 9)] == ["sweeper", "night-sweeper"]


def test_what_a_track_says_is_said_of_those_who_take_it_up() -> None:
    sweeper = read(BASE, TRACK).roles["sweeper"]
    assert (sweeper.title, sweeper.aliases, sweeper.abstract) == ("Sweeper", (), False)
    assert (sweeper.industries, sweeper.pay[0].median) == (("Bread",), 1)
    assert [[pay.high for pay in level.pay] for level in sweeper.levels] == [[20], []]


def test_a_track_is_passed_on_by_those_who_take_it_up_without_their_own_pay() -> None:
    pay = "[{source: oven-survey, place: US, per: year, currency: USD, median: 2}]"
    layer = OVER + f"roles: {{sweeper: {{pay: {pay}}}}}\n"
    roles = read(BASE, TRACK, layer).roles
    assert [pay.median for pay in roles["sweeper"].pay] == [1, 2]
    assert [pay.median for pay in roles["night-sweeper"].pay] == [1]
    assert roles["night-sweeper"].levels[1].duties == ("Sweep by night.",)


def test_a_track_is_checked_like_a_role() -> None:
    assert said(BASE, OVER + "roles: {track: {abstract: true, title: T, family: gone, summary: S}}\n") == [
        "layer2.yaml:3:51: roles.track.family: no family 'gone'"
    ]
    assert said(BASE, OVER + "roles: {track: {abstract: maybe, title: T, family: office, summary: S}}\n") == [
        "layer2.yaml:3:27: roles.track.abstract: expected true or false, got 'maybe'"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "contrast:\n      track: X",
        "related:\n      track: X",
        "moves:\n    - {kind: pivot, why: X, to: track@one}",
        "entry:\n      feeders: [{title: X, role: track}]",
    ],
)
def test_nothing_leads_to_a_track_and_both_places_are_told(text: str) -> None:
    (problem,) = said(BASE, TRACK, OVER + f"roles:\n  baker:\n    {text}\n")
    assert problem.startswith("layer3.yaml:")
    assert problem.endswith("'track' is abstract and not a job: only 'extends' may name it (see layer2.yaml:5:15)")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("  ours: {title: A, extends: ours}\n", "layer2.yaml:4:29: roles.ours.extends: a role cannot extend itself"),
        (
            "  ours:\n    title: A\n    extends: bakr\n",
            "layer2.yaml:6:14: roles.ours.extends: no role 'bakr' to extend (did you mean 'baker'?)",
        ),
        ("  ours: {title: A, extends: our}\n", "layer2.yaml:4:29: roles.ours.extends: no role 'our' to extend"),
        (
            "  ours: {title: A, extends: baker@head}\n",
            "layer2.yaml:4:29: roles.ours.extends: expected a kebab-case id such as 'sales-manager', got 'baker@head'",
        ),
        (
            "  ours: {title: A, extends: [baker]}\n",
            "layer2.yaml:4:29: roles.ours.extends: expected a kebab-case id such as 'sales-manager', got a list",
        ),
    ],
)
def test_a_role_that_cannot_be_extended_is_one_clear_problem(text: str, message: str) -> None:
    assert faults(text) == [message]


def test_a_circle_over_several_layers_is_one_problem_with_all_places() -> None:
    one = OVER + "roles: {baker: {extends: ours}}\n"
    two = OVER + "roles:\n  ours: {title: A, extends: theirs}\n  theirs: {title: B, extends: baker}\n"
    (problem,) = said(BASE, one, two)
    assert problem == (
        "layer2.yaml:3:26: roles.baker.extends: these roles extend each other in a circle: baker > ours > theirs > "
        "baker (see layer3.yaml:4:29, layer3.yaml:5:31)"
    )


def test_of_a_circle_of_many_the_first_are_named() -> None:
    (problem,) = faults(
        "".join(f"  r{number}: {{title: A, extends: r{(number + 1) % 500}}}\n" for number in range(500))
    )
    assert problem.count(" > r") == 9
    assert "r8 > ... > r0 (see layer2.yaml:5:" in problem


def test_those_behind_a_circle_or_an_unknown_role_are_not_told_as_well() -> None:
    circle = "  a1: {title: A, extends: b1}\n  b1: {title: B, extends: a1}\n"
    for start in (circle, "  a1: {title: A, extends: gone}\n"):
        assert len(faults(f"{start}  c1: {{title: C, extends: a1}}\n")) == 1


def test_beside_a_role_that_cannot_be_extended_every_other_fault_is_told() -> None:
    assert [problem.partition(": ")[2] for problem in faults("  ours: {title: 1, extends: gone, pors: []}\n")] == [
        "roles.ours.extends: no role 'gone' to extend",
        "roles.ours.pors: unknown key (did you mean 'pros'?)",
    ]


def test_a_fault_in_what_is_taken_up_is_told_once_and_where_it_stands() -> None:
    (problem,) = said(
        BASE.replace("after: [master, shift-lead]", "after: [mister]"),
        OVER + "roles: {ours: {title: A, extends: baker}, theirs: {title: B, extends: ours}}\n",
    )
    assert problem.startswith("layer1.yaml:")
    assert "roles.baker.levels[4].after[0]: no level 'mister'" in problem


def test_a_fault_in_a_track_is_told_where_the_track_says_it() -> None:
    broken = TRACK.replace("pay: [{source: editors, place: US, per: year, currency: USD, low", "pay: [{source: x, low")
    broken = broken.replace("source: x,", "source: x, place: US, per: year, currency: USD,")
    (problem,) = said(BASE, broken)
    assert problem.startswith("layer2.yaml:19:")
    assert problem.partition(": ")[2].startswith("roles.track.levels[0].pay[0].source: no source 'x'")


def test_a_fault_in_what_the_role_says_itself_is_told_there() -> None:
    assert faults("  ours:\n    title: A\n    extends: baker\n    levels:\n    - {id: master, years: [9, 2]}\n") == [
        "layer2.yaml:8:27: roles.ours.levels[2].years: a band goes from fewer years to more, not [9, 2]"
    ]
    assert faults("  ours:\n    title: A\n    extends: baker\n    levels:\n    - {id: master, years: many}\n") == [
        "layer2.yaml:8:27: roles.ours.levels[0].years: expected a list, got 'many'"
    ]


def test_a_layer_that_changes_a_family_changes_it_for_those_who_take_it_up() -> None:
    ours = OVER + "roles: {ours: {title: A, extends: baker}}\n"
    changed = OVER + "families: {kitchen: {title: Our kitchen}}\nroles: {baker: {family: office}}\n"
    assert read(BASE, ours, changed).roles["ours"].family == "office"
    (problem,) = said(BASE, ours, OVER + "roles: {baker: {family: gone}}\n")
    assert problem.startswith("layer3.yaml:3:25: roles.baker.family: no family 'gone'")


def test_what_multiplies_by_inheritance_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inherit, "MAX_INHERITED_VALUES", 500)
    problems = faults("".join(f"  r{number}: {{title: A, extends: baker}}\n" for number in range(9)))
    assert len(problems) == 1
    assert "more than 500 values inherited from other roles" in problems[0]


def test_where_nobody_extends_the_roles_are_the_very_ones_that_were_read() -> None:
    document = parse("small.yaml", BASE.encode())
    assert merge([document]).data["roles"]["baker"] is document.data["roles"]["baker"]  # type: ignore[call-overload, index]


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6), st.booleans()), max_size=6))
def test_any_web_of_roles_gives_a_catalog_or_problems(web: list[tuple[int, int, bool]]) -> None:
    roles = {
        f"r{role}": f"{{title: T, extends: r{other}, abstract: {str(abstract).lower()}, family: f, summary: S}}"
        for role, other, abstract in web
    }
    text = "".join(f"  {role}: {record}\n" for role, record in roles.items())
    said(f"{HEAD}families: {{f: {{title: F}}}}\nroles:\n  r6: {{title: T, family: f, summary: S}}\n{text}")
