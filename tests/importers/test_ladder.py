"""A published ladder becomes a role: every level, every competency once and in its own words, and nothing invented."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.answers.catalog_lint.answer import lint
from careercli.catalog.index_cache import embedded_layers
from careercli.catalog.layers import merge
from careercli.catalog.validate import read_catalog
from careercli.catalog.yaml_reader import parse
from careercli.errors import ImportProblem, UsageProblem
from careercli.importers.detect import detect_kinds
from careercli.importers.files import members
from careercli.importers.ladder import import_
from careercli.importers.layer import Imported
from careercli.importers.run import find_layers, make_layer
from careercli.model import Level, Role
from tests.conftest import LibraryOf, embedded_catalog, read
from tests.importers.workbooks import encode, member, official, quiet
from tests.unit.strategies import SCALARS, TREES, Tree, as_yaml

KNOWN = """\
name: Baking
summary: Bakers of one shop.
levels:
  - {id: junior, name: Junior Baker}
  - {id: senior-ic, name: Senior Baker}
  - {id: senior-pm, name: Senior Baker (People Manager)}
  - {id: director, name: Director of Bread}
themes:
  - {id: dough, name: Dough}
  - {id: people, name: People}
competencies:
  - {id: 1, level: junior, theme: people, summary: Says good morning., proficiency: Awareness}
  - {id: 2, level: junior, theme: dough, summary: "Kneads: by hand."}
  - {id: 3, level: senior-ic, theme: dough, summary: Knows when dough is ready, examples: [By touch, By smell]}
  - {id: 4, level: senior-pm, theme: people, summary: Plans the week.}
  - {id: 5, level: director, theme: people, summary: Says good morning.}
"""
NESTED = """\
ladder:
  L1:
    called: Driver
    experience: 0-2
    scope: One van.
    skills:
      Driving: [Drives a van., Parks it.]
      Service: [Greets customers.]
  L2:
    called: Head Driver
    experience: [2, 5]
    comes from: L1
    skills:
      Service: [Calms customers.]
  L3:
    called: Driver of Drivers
    experience: much
    skills: {}
"""
NESTED_MAP = """\
levels:
  each: ladder/*
  id: "@"
  title: called
  years: experience
  after: comes from
  impact: scope
areas:
  each: ladder/*/skills/*
  id: "@"
competencies:
  each: ladder/*/skills/*/*
  level: ../../../@
  area: ../@
  text: .
management: [head]
source:
  publisher: Vans & Sons
  licence: CC BY 4.0
  address: https://example.org/ladder
  title: How we drive
"""
MATRIX = """\
title: Support
dimensions:
  - name: Answers
    bands: {one: Answers letters., two: Answers difficult letters.}
  - name: Queues
    bands: {one: Keeps a queue short.}
bands: [one, two]
"""
MATRIX_MAP = """\
title: title
levels: {each: bands/*, id: .}
areas: {each: dimensions/*, id: name}
competencies: {each: dimensions/*/bands/*, level: "@", area: ../../name, text: .}
"""


def imported(tmp_path: Path, text: str, mapping: str | None = None, name: str = "baking.yml") -> Imported:
    """Return what a ladder becomes that lies in a folder of its own."""
    folder = tmp_path / "published" / "ladders"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    if mapping is not None:
        (tmp_path / "map.yaml").write_text(mapping, "utf-8")
    return import_(members([str(folder / name)]), quiet, str(tmp_path / "map.yaml") if mapping else None)


def role_of(made: Imported) -> Role:
    """Return the one role of a layer."""
    (role,) = made.catalog.roles.values()
    return role


def levels_of(made: Imported) -> dict[str, Level]:
    """Return the levels of the one role of a layer."""
    return {level.id: level for level in role_of(made).levels}


def left_out(made: Imported) -> list[str]:
    """Return why things were left out."""
    return [row.reason for row in made.skipped]


# ---- the form that is known ----


def test_a_ladder_becomes_a_role_with_its_levels_in_order(tmp_path: Path) -> None:
    made = imported(tmp_path, KNOWN)
    assert list(made.catalog.roles) == ["baking-ladder"]
    assert (role_of(made).title, role_of(made).summary) == ("Baking", "Bakers of one shop.")
    assert [(level.id, level.title) for level in role_of(made).levels] == [
        ("junior", "Junior Baker"),
        ("senior-ic", "Senior Baker"),
        ("senior-pm", "Senior Baker (People Manager)"),
        ("director", "Director of Bread"),
    ]
    assert made.counts == {"roles": 1, "levels": 4, "competencies": 5}


def test_competencies_are_duties_word_by_word_in_the_order_of_the_areas(tmp_path: Path) -> None:
    levels = levels_of(imported(tmp_path, KNOWN))
    assert levels["junior"].duties == ("Kneads: by hand.", "Says good morning.")
    assert levels["senior-pm"].duties == ("Plans the week.",)
    assert levels["director"].duties == ("Says good morning.",)


def test_examples_stand_behind_what_they_are_examples_of(tmp_path: Path) -> None:
    assert levels_of(imported(tmp_path, KNOWN))["senior-ic"].duties == (
        "Knows when dough is ready: By touch; By smell",
    )


def test_the_areas_are_named_in_their_order(tmp_path: Path) -> None:
    assert (role_of(imported(tmp_path, KNOWN)).progression or "").endswith("in this order: Dough and People.")


def test_levels_that_differ_by_their_ending_stand_side_by_side_and_the_next_one_joins_them(tmp_path: Path) -> None:
    levels = levels_of(imported(tmp_path, KNOWN))
    assert {key: level.after for key, level in levels.items()} == {
        "junior": None,
        "senior-ic": None,
        "senior-pm": ("junior",),
        "director": ("senior-ic", "senior-pm"),
    }


def test_a_branch_goes_on_along_its_own_line(tmp_path: Path) -> None:
    longer = KNOWN.replace(
        "  - {id: director, name: Director of Bread}\n",
        "  - {id: head-ic, name: Head Baker}\n  - {id: head-pm, name: Head of Bakers}\n"
        "  - {id: director, name: Director of Bread}\n",
    )
    levels = levels_of(imported(tmp_path, longer))
    assert (levels["head-ic"].after, levels["head-pm"].after) == (("senior-ic",), ("senior-pm",))


def test_a_fork_at_the_bottom_has_nothing_below_it(tmp_path: Path) -> None:
    text = "levels: [{id: a-ic, name: A}, {id: a-pm, name: B}]\nthemes: []\ncompetencies:\n"
    levels = levels_of(imported(tmp_path, text + "  - {level: a-ic, theme: x, summary: Bakes.}\n"))
    assert (levels["a-ic"].after, levels["a-pm"].after) == (None, ())


def test_tracks_follow_from_endings_and_titles(tmp_path: Path) -> None:
    levels = levels_of(imported(tmp_path, KNOWN))
    assert [level.track for level in levels.values()] == ["ic", "ic", "management", "management"]


def test_nothing_is_invented(tmp_path: Path) -> None:
    for level in levels_of(imported(tmp_path, KNOWN)).values():
        assert (level.years, level.autonomy, level.impact, level.focus, level.skills, level.pay) == (
            None, None, None, (), (), (),
        )  # fmt: skip


def test_what_the_mapping_does_not_name_is_counted(tmp_path: Path) -> None:
    (reason,) = left_out(imported(tmp_path, KNOWN + "isLegacy: true\n"))
    assert reason.endswith("id of 5 competencies, proficiency of 1 competency and isLegacy")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("  - {level: chief, theme: dough, summary: X.}", "competency 6: the ladder has no level 'chief'"),
        ("  - {theme: dough, summary: X.}", "competency 6: nothing at 'level'"),
        ("  - {level: junior, theme: dough}", "competency 6: nothing at 'summary'"),
        (
            "  - {level: junior, theme: x, summary: X.}",
            "competency 6 comes last: the ladder has no area 'x'",
        ),
    ],
)
def test_a_competency_that_leads_nowhere_is_told(line: str, reason: str, tmp_path: Path) -> None:
    made = imported(tmp_path, f"{KNOWN}{line}\n")
    assert reason in left_out(made)
    assert made.counts["competencies"] == 5 + ("comes last" in reason)


# ---- whose it is ----


@pytest.mark.parametrize("folder", ["published", "published/ladders"])
def test_the_licence_beside_it_says_whose_it_is(folder: str, tmp_path: Path) -> None:
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "LICENSE").write_text(
        "MIT License\n\nCopyright (c) 2019-2021 Bread & Sons\n\nPermission is ...\n"
    )
    made = imported(tmp_path, KNOWN)
    ((name, source),) = made.catalog.sources.items()
    assert (source.kind, source.publisher, source.licence) == ("company", "Bread & Sons", "MIT License")
    assert (source.note or "").startswith("Copyright (c) 2019-2021 Bread & Sons. Read from baking.yml. ")
    assert (
        (made.catalog.name, list(made.catalog.roles))
        == (name, [name])
        == ("bread-and-sons-baking", ["bread-and-sons-baking"])
    )
    assert {key: family.title for key, family in made.catalog.families.items()} == {"bread-and-sons": "Bread & Sons"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A Licence\n\ncopyright license to reproduce it\n",
        "Copyright [yyyy] [name of copyright owner]\n",
        "All of the work of " + "x" * 80 + "\n",
        "\x00\xff\n",
    ],
)
def test_a_licence_that_names_nobody_names_nobody(text: str, tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "LICENSE").write_text(text, "latin-1")
    (source,) = imported(tmp_path, KNOWN).catalog.sources.values()
    assert source.publisher is None


def test_a_ladder_without_a_licence_is_nobodys_in_particular(tmp_path: Path) -> None:
    made = imported(tmp_path, KNOWN)
    (source,) = made.catalog.sources.values()
    assert (source.publisher, source.licence) == (None, None)
    assert list(made.catalog.families) == ["company-ladders"]


def test_a_role_never_goes_into_one_of_the_embedded_catalog(tmp_path: Path) -> None:
    made = imported(tmp_path, KNOWN.replace("name: Baking", "name: Software Developer"))
    embedded = embedded_catalog()
    assert not embedded.roles.keys() & made.catalog.roles.keys()
    assert not embedded.families.keys() & made.catalog.families.keys()


# ---- other forms ----


def test_a_mapping_says_where_a_ladder_of_another_form_keeps_what(tmp_path: Path) -> None:
    made = imported(tmp_path, NESTED, NESTED_MAP, "driving.yaml")
    role = role_of(made)
    assert (role.title, role.summary) == ("driving", "The ladder in driving.yaml.")
    first, second, third = role.levels
    assert (first.id, first.title, first.track, first.years, first.impact) == ("l1", "Driver", "ic", (0, 2), "One van.")
    assert first.duties == ("Drives a van.", "Parks it.", "Greets customers.")
    assert (second.title, second.track, second.years, second.after) == ("Head Driver", "management", (2, 5), None)
    assert (second.duties, third.duties, third.years) == (("Calms customers.",), (), None)
    assert left_out(made) == ["years of level 'L3': expected 2-5 or 8+, got 'much'"]
    (source,) = made.catalog.sources.values()
    assert (source.title, source.publisher, source.licence) == ("How we drive", "Vans & Sons", "CC BY 4.0")
    assert list(made.catalog.roles) == ["vans-and-sons-driving"]


def test_competencies_may_stand_under_their_areas(tmp_path: Path) -> None:
    made = imported(tmp_path, MATRIX, MATRIX_MAP, "support.yml")
    levels = levels_of(made)
    assert left_out(made) == []
    assert levels["one"].duties == ("Answers letters.", "Keeps a queue short.")
    assert levels["two"].duties == ("Answers difficult letters.",)
    assert levels["one"].title == "one"


UNDER_AREAS = """\
areas:
  Delivery: {L1: [Ships small things.], L3: [Leads.]}
  Craft: {L1: [Writes tests.], L2: [Reviews code.], L3: [Sets standards.]}
"""
UNDER_AREAS_MAP = """\
levels: {each: "areas/*/*", id: "@"}
areas: {each: "areas/*", id: "@"}
competencies: {each: "areas/*/*/*", text: ., level: "../@", area: "../../@"}
"""
FAMILIES = """\
families:
  - {name: Front, levels: [{of: {title: Front I}}, {of: {title: Front Lead}}]}
  - {name: Back, levels: [{of: {title: Back I}}, {of: {title: Back Lead}}]}
"""


def test_levels_may_stand_under_each_area_and_are_met_in_the_order_of_all_areas(tmp_path: Path) -> None:
    made = imported(tmp_path, UNDER_AREAS, UNDER_AREAS_MAP)
    assert [(level.id, level.after, level.duties) for level in role_of(made).levels] == [
        ("l1", None, ("Ships small things.", "Writes tests.")),
        ("l2", None, ("Reviews code.",)),
        ("l3", None, ("Leads.", "Sets standards.")),
    ]
    assert left_out(made) == []


def test_areas_that_order_their_levels_in_two_ways_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match="in a different order in each area"):
        imported(tmp_path, "areas: {A: {L1: [x], L2: [y]}, B: {L2: [x], L1: [y]}}", UNDER_AREAS_MAP)


def test_levels_of_one_name_but_of_two_titles_are_two(tmp_path: Path) -> None:
    mapping = 'levels: {each: "a/*/*", id: id, title: title}'
    with pytest.raises(ImportProblem, match="2 levels are called '1'"):
        imported(tmp_path, "a: {x: [{id: 1, title: Baker}], y: [{id: 1, title: Driver}]}", mapping)


def test_the_last_level_of_one_ladder_does_not_lead_to_the_first_of_the_next(tmp_path: Path) -> None:
    levels = role_of(imported(tmp_path, FAMILIES, "levels: {each: families/*/levels/*/of, id: title}")).levels
    assert [(level.title, level.after) for level in levels] == [
        ("Front I", None), ("Front Lead", None), ("Back I", ()), ("Back Lead", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "- {n: 1, does: {A: x}}\n- {n: 2, does: {A: y}}\n",
        "---\n- {n: 1, does: {A: x}}\n- {n: 2, does: {A: y}}\n",
        '[{"n": 1, "does": {"A": "x"}}, {"n": 2, "does": {"A": "y"}}]',
    ],
)
def test_a_ladder_may_be_a_list(text: str, tmp_path: Path) -> None:
    mapping = 'levels: {each: "*", id: n}\ncompetencies: {each: "*/does/*", text: ., level: ../../n, area: "@"}\n'
    levels = role_of(imported(tmp_path, text, mapping)).levels
    assert [(level.id, level.duties) for level in levels] == [("1", ("x",)), ("2", ("y",))]


@pytest.mark.parametrize(
    ("years", "band"),
    [("2-5", (2, 5)), ("2 to 5 years", (2, 5)), ("8+", (8, None)), ("0.5–1", (0.5, 1)), ("5-2", None), ("-", None)],
)
def test_years_are_read_where_a_ladder_has_them(years: str, band: tuple[float, float] | None, tmp_path: Path) -> None:
    text = f"levels: [{{id: a, years: '{years}'}}]\n"
    (level,) = role_of(imported(tmp_path, text, "levels: {each: levels/*, id: id, years: years}\n")).levels
    assert level.years == band


def test_what_leads_to_a_level_is_as_the_ladder_says(tmp_path: Path) -> None:
    text = "levels: [{id: a}, {id: b, after: a}, {id: c, after: [a]}, {id: d, after: [b, c]}]\n"
    levels = levels_of(imported(tmp_path, text, "levels: {each: levels/*, id: id, after: after}\n"))
    assert [level.after for level in levels.values()] == [None, None, ("a",), ("b", "c")]


def test_a_level_named_in_another_script_gets_a_number_for_an_id(tmp_path: Path) -> None:
    levels = levels_of(imported(tmp_path, "levels: [初级, 高级]\n", "levels: {each: levels/*, id: .}\n"))
    assert {key: level.title for key, level in levels.items()} == {"level-1": "初级", "level-2": "高级"}


# ---- what is refused ----


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "baking.yml: expected a mapping of keys"),
        ("- a\n- b\n", "baking.yml:1:1: expected a mapping of keys"),
        ("a: [\n", "baking.yml:2:1: not YAML"),
        ("a: 1\na: 2\n", "baking.yml:2:1: a: duplicate key: it is already on line 1"),
        ("steps: []\nname: X\n", "baking.yml: not a ladder in a known format; its keys are steps, name"),
        (KNOWN.replace("id: director", "id: junior"), "baking.yml: 2 levels are called 'junior'"),
        (KNOWN.replace("id: director", "code: director"), "baking.yml: level 4 has nothing at 'id'"),
        (KNOWN.replace("name: Baking", "name: [A, B]"), "baking.yml: 'name' leads to 2 texts, but there should be one"),
        (KNOWN.replace("name: Baking", "name: {en: A}"), "baking.yml: 'name' leads to a mapping, not to text"),
        ("levels: []\nthemes: []\ncompetencies: []\n", "baking.yml: no levels at 'levels/*'"),
        ("levels: [{id: a}]\nthemes: []\ncompetencies: []\n", "baking.yml: no competencies at 'competencies/*'"),
    ],
)  # fmt: skip
def test_what_is_no_ladder_is_refused_in_one_line(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ImportProblem) as caught:
        imported(tmp_path, text)
    assert message in caught.value.message
    assert "\n" not in caught.value.message
    assert "docs/ladders.md" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ("title: name\n", "missing required field `levels`"),
        ("levels: {each: levels/*, id: id, name: name}\n", "unknown field `name`"),
        ("levels: {each: levels/*, id: id}\nbranches: {-x: lead}\n", "Invalid enum value 'lead'"),
        ("- levels\n", "map.yaml:1:1: expected a mapping of keys"),
        ("levels: {each: levels/*, id: id, after: name}\n", "level 'junior' comes after 'Junior Baker'"),
    ],
)
def test_a_mapping_that_cannot_be_followed_is_refused(mapping: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ImportProblem) as caught:
        imported(tmp_path, KNOWN, mapping)
    assert message in caught.value.message


def test_a_catalog_is_read_and_not_imported(tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match=r"baking\.yml: this is already a catalog$") as caught:
        imported(tmp_path, "schema_version: 1\nname: x\n")
    assert "careercli catalog layers add" in (caught.value.hint or "")


def test_a_ladder_that_no_catalog_can_hold_is_refused(tmp_path: Path) -> None:
    levels = ", ".join(f"l{number}" for number in range(401))
    with pytest.raises(ImportProblem, match="a ladder has at most 400 levels, this one 401"):
        imported(tmp_path, f"levels: [{levels}]\n", "levels: {each: levels/*, id: .}\n")


NAMES = ("b-ic", "b-pm", "c c", "ç")


def records(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for lists of what a ladder holds, some of it in the wrong place."""
    return st.lists(st.fixed_dictionaries({"level": st.sampled_from(NAMES)}, optional=optional), min_size=1, max_size=5)


LEVELS: st.SearchStrategy[Any] = st.permutations([{"id": name, "name": f"The {name}"} for name in NAMES])
AREAS = records(id=st.sampled_from(NAMES), name=SCALARS)
EXPECTED = records(
    summary=st.text(min_size=1), theme=st.sampled_from(NAMES), examples=st.lists(SCALARS, max_size=2) | TREES
)
NAMED: st.SearchStrategy[Any] = SCALARS | TREES


@settings(max_examples=100)
@given(
    st.fixed_dictionaries(
        {"levels": LEVELS, "themes": AREAS, "competencies": EXPECTED}, optional={"name": NAMED, "summary": NAMED}
    )
)
def test_whatever_a_ladder_holds_it_becomes_a_sound_catalog_or_is_refused(tree: dict[str, Tree]) -> None:
    try:
        made = import_([member("a.yml", as_yaml(tree).encode())], quiet)
    except ImportProblem:
        return
    assert read_catalog(merge([parse("a.json", encode(made.catalog))])) == made.catalog


def test_a_mapping_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match="cannot be read: no such file"):
        import_([member("a.yml", KNOWN.encode())], quiet, str(tmp_path / "none.yaml"))


def test_two_ladders_of_one_title_are_refused() -> None:
    with pytest.raises(ImportProblem, match="two ladders are called 'Baking'"):
        import_([member("a.yml", KNOWN.encode()), member("b.yml", KNOWN.encode())], quiet)


def test_ladders_of_two_publishers_are_imported_one_after_the_other(tmp_path: Path) -> None:
    for owner in ("Bread", "Cake"):
        (tmp_path / owner).mkdir()
        (tmp_path / owner / "LICENSE").write_text(f"Copyright © {owner}\n")
        (tmp_path / owner / "ladder.yml").write_text(KNOWN)
    with pytest.raises(ImportProblem, match="these ladders are from Bread and Cake"):
        import_(members([str(tmp_path)]), quiet)


# ---- on the way to a layer ----


def test_a_ladder_of_a_known_form_is_recognised_among_other_files() -> None:
    found = [
        member("LICENSE", b"MIT"),
        member("a.yml", KNOWN.encode()),
        member("b.yaml", b"x: 1"),
        member("c.yml", b"["),
    ]
    assert [(kind, [one.name for one in files]) for kind, files in detect_kinds(found)] == [("ladder", ["a.yml"])]


def test_files_of_a_folder_that_are_no_ladders_are_told(tmp_path: Path) -> None:
    found = [
        member("LICENSE", b"MIT"),
        member("a.yml", KNOWN.encode()),
        member("b.yaml", b"x: 1"),
        member("c.txt", b""),
    ]
    reasons = {row.file_label: row.reason for row in import_(found, quiet).skipped if row.file_label != "a.yml"}
    assert reasons == {"b.yaml": "not a ladder in a known format; its keys are x", "c.txt": "not a YAML file"}


def test_a_layer_of_a_ladder_is_a_catalog_that_the_answers_read(tmp_path: Path, library_of: LibraryOf) -> None:
    (tmp_path / "baking.yml").write_text(KNOWN)
    (group,) = find_layers([str(tmp_path / "baking.yml")], None)
    made = make_layer(*group, quiet)
    assert (made.kind, made.name) == ("ladder", "baking-ladder.json")
    path = tmp_path / made.name
    path.write_bytes(b"".join(made.imported.lines()))
    assert read(path) == made.imported.catalog
    assert library_of(path).roles(["baking-ladder"])["baking-ladder"].levels == role_of(made.imported).levels


def test_the_same_ladder_gives_the_same_bytes(tmp_path: Path) -> None:
    assert encode(imported(tmp_path, KNOWN).catalog) == encode(imported(tmp_path, KNOWN).catalog)


def test_a_mapping_is_for_ladders_only() -> None:
    with pytest.raises(UsageProblem, match="--map"):
        make_layer("oews", [], quiet, "map.yaml")


# ---- the real one ----

PUBLISHED = ("ladders", "financial-times-2025", "job-families")


@pytest.mark.parametrize(("name", "levels"), [("engineering", 8), ("engineering-v1", 4), ("operations", 3)])
def test_the_published_ladder_comes_across_whole(name: str, levels: int, tmp_path: Path) -> None:
    path = official(*PUBLISHED, f"{name}.yml")
    made = import_(members([path]), quiet)
    original = yaml.safe_load(Path(path).read_text("utf-8"))
    role = role_of(made)
    assert len(role.levels) == levels
    assert [level.title for level in role.levels] == [level["name"] for level in original["levels"]]
    expected: dict[str, list[str]] = {level["id"]: [] for level in original["levels"]}
    areas = [theme["id"] for theme in original["themes"]]
    for one in sorted(original["competencies"], key=lambda one: areas.index(one["theme"])):
        examples = "; ".join(one.get("examples", ()))
        text = one["summary"].strip()
        expected[one["level"]].append(f"{text}: {examples}" if examples else text)
    assert {level.id: list(level.duties) for level in role.levels} == expected
    layer = tmp_path / "layer.json"
    layer.write_bytes(encode(made.catalog))
    for base in ((), embedded_layers()):
        assert lint([str(layer)], base).error_count == 0


def test_the_published_engineering_ladder_has_8_levels_72_competencies_and_its_licence() -> None:
    made = import_(members([official(*PUBLISHED, "engineering.yml")]), quiet)
    levels = levels_of(made)
    duties = [duty for level in levels.values() for duty in level.duties]
    assert (len(levels), len(duties), len(set(duties))) == (8, 72, 72)
    assert levels["senior-2-pm"].after == ("senior-1",)
    assert levels["principal-ic"].after == ("senior-2-ic",)
    assert levels["tech-director"].after == ("principal-ic", "principal-pm")
    (source,) = made.catalog.sources.values()
    assert (source.publisher, source.licence) == ("Financial Times", "MIT License")
    assert "Copyright (c) 2019 Financial Times" in (source.note or "")
    assert {level.years for level in levels.values()} == {None}


def test_a_folder_of_published_ladders_is_one_layer_with_a_role_for_each() -> None:
    made = import_(members([official("ladders", "financial-times-2025")]), quiet)
    assert sorted(role.title for role in made.catalog.roles.values()) == [
        "Engineering", "Engineering (Legacy)", "Operations",
    ]  # fmt: skip
    assert (len(made.catalog.sources), len(made.catalog.families)) == (1, 1)
    assert msgspec.json.decode(encode(made.catalog), type=type(made.catalog)) == made.catalog


COMPANY = """\
families:
  - {name: Front end, levels: [{title: Front End Engineer I, salary: 80000}, {title: Lead, salary: 110k, most: 130000}]}
  - {name: Back end, levels: [{title: Back End Engineer I, salary: "82,000"}, {title: Lead, salary: much}]}
version: 3
"""
COMPANY_MAP = """\
roles: {each: families/*}
title: name
levels: {each: levels/*, id: title, pay_from: salary, pay_to: most}
pay: {place: US, currency: USD, components: base}
management: [lead]
source: {publisher: Acme, period: 2026}
"""


def test_each_ladder_of_a_file_becomes_a_role_with_its_pay(tmp_path: Path) -> None:
    made = imported(tmp_path, COMPANY, COMPANY_MAP)
    roles = made.catalog.roles
    assert list(roles) == ["acme-front-end", "acme-back-end"]
    assert [(one.id, one.track, one.after) for one in roles["acme-back-end"].levels] == [
        ("back-end-engineer-i", "ic", None),
        ("lead", "management", None),
    ]
    (pay,) = roles["acme-front-end"].levels[1].pay
    assert (pay.low, pay.high, pay.currency, pay.place, pay.per, pay.components) == (
        110_000, 130_000, "USD", "US", "year", "base",
    )  # fmt: skip
    assert [pay.low for pay in roles["acme-back-end"].levels[0].pay] == [82_000]
    assert roles["acme-back-end"].levels[1].pay == ()
    assert left_out(made) == [
        "the mapping does not use: version",
        "pay of level 'Lead': expected an amount such as 80000, got 'much'",
    ]
    assert next(iter(made.catalog.sources.values())).period == "2026"
    assert made.catalog.places["US"].title == "United States"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "pay: {place: US, currency: USD, components: base}\n",
            "",
            "the mapping does not say in which place and currency",
        ),
        ("place: US", "place: GB", "gives no title for the place 'GB'"),
        ("families/*", "nowhere/*", "no ladders at 'nowhere/\\*'"),
        ("title: name\n", "", "two ladders are called 'baking'"),
    ],
)
def test_what_a_mapping_of_several_ladders_lacks_is_told(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match=message):
        imported(tmp_path, COMPANY, COMPANY_MAP.replace(old, new))


def test_pay_in_another_currency_than_the_mapping_says_is_left_out(tmp_path: Path) -> None:
    made = imported(tmp_path, COMPANY.replace("110k", "£110k"), COMPANY_MAP)
    assert "pay of level 'Lead': expected an amount such as 80000, got '£110k'" in left_out(made)


def test_a_number_is_the_entry_of_a_list_at_that_position(tmp_path: Path) -> None:
    text = "topics: [{content: [{level: 1}, {level: 2}]}, {content: [{level: 1}]}]"
    made = imported(tmp_path, text, 'levels: {each: "topics/1/content/*", id: level}')
    assert list(levels_of(made)) == ["1", "2"]
    for step in ("0", "3", "١"):
        with pytest.raises(ImportProblem, match="no levels at"):
            imported(tmp_path, text, f'levels: {{each: "topics/{step}/content/*", id: level}}')


def test_the_front_matter_of_markdown_is_a_ladder(tmp_path: Path) -> None:
    text = f"---\n{MATRIX}---\n\n# Support\n\n- more: of: this\n"
    made = imported(tmp_path, text, MATRIX_MAP, "support.md")
    assert role_of(made).levels == role_of(imported(tmp_path, MATRIX, MATRIX_MAP)).levels
    with pytest.raises(ImportProblem, match=r"^.*broken\.md: 4:1: not YAML"):
        imported(tmp_path, "---\na: 1\nb: [\n---\n", MATRIX_MAP, "broken.md")
    with pytest.raises(ImportProblem, match="no YAML between two lines"):
        imported(tmp_path, "# Support\n", MATRIX_MAP, "readme.md")
