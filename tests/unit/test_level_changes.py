"""A level diff claims what both sides tell, subtracts like from like, and ends on every ladder."""

from collections.abc import Iterable
from typing import Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.answers.compare.answer import compare
from careercli.answers.compare.level_changes import level_changes
from careercli.answers.compare.level_changes_page import changes_blocks
from careercli.answers.compare.level_changes_view import ChangeView
from careercli.answers.compare.view import ColumnView
from careercli.answers.shared.figures import RoleData
from careercli.answers.shared.page_parts import Citations
from careercli.blocks import Heading, Page, Paragraph
from careercli.model import Catalog, Level, RoleRef
from careercli.render.table import render
from careercli.terminal import RenderOptions
from tests.conftest import SMALL, LibraryOf, read
from tests.unit.reading import HEAD

NASTY = SMALL.with_name("nasty.yaml")
LADDER = """
sources:
  us: {title: Us, kind: judgement}
  them: {title: Them, kind: company}
  counted: {title: A count, kind: survey, period: 2025}
  asked: {title: Another count, kind: survey, period: 2024}
  rule: {title: A rule, kind: rule, period: 2025}
places: {US: {title: United States}, DE: {title: Germany}}
families: {f: {title: F}}
skills:
  code: {name: Programming, kind: technical}
  sql: {name: SQL, kind: technical}
  coach: {name: Coaching, kind: soft}
  their-coach: {name: coaching, kind: soft}
  write: {name: Writing, kind: soft}
  plan: {name: Planning, kind: soft}
occupations: {"15-1252": {title: Software Developers, scheme: soc-2018}}
roles:
  dev:
    title: Developer
    family: f
    summary: Writes programs.
    skills: [{skill: write, need: must}, {skill: sql, need: nice}, {skill: plan, need: nice}]
    levels:
      - id: junior
        title: Junior
        track: ic
        years: [0, 2]
        source: us
        skills: [{skill: code, level: 40}, {skill: sql, level: 30}]
      - id: senior
        title: Senior
        track: ic
        years: [2, 5]
        source: us
        duties:
          - Lead a project of up to three developers.
          - Answer the phone.
          - Write tests.
        autonomy: Works alone.
        impact: The speed of one team.
        focus: [Presenting, Inspection, Testing]
        skills: [{skill: code, level: 70}, {skill: coach}]
      - id: lead
        title: Lead
        track: management
        years: [5, null]
        source: us
        duties:
          - Hire people.
          - write tests
          - Lead a project of up to thirty developers.
        autonomy: Decides who does what, and on the budget.
        impact: The speed of one team!
        focus: [Precepting, Inspections, Testing]
        skills: [{skill: code, level: 60}, {skill: coach}, {skill: plan, level: 50}]
      - id: architect
        title: Architect
        track: ic
        years: [5, null]
        source: us
        after: [senior]
        skills: [{skill: code, level: 90}, {skill: coach, level: 20}]
      - id: head
        title: Head
        track: management
        years: [9, null]
        source: us
        after: [lead, architect]
        skills: [{skill: sql, level: 35}]
  boss:
    title: Boss
    family: f
    summary: Runs the place.
    skills: [{skill: sql, need: must}, {skill: plan, need: must}]
    levels:
      - id: one
        title: Lead
        track: management
        years: [5, null]
        source: them
        duties: [Hire people.]
        skills: [{skill: their-coach, level: 80}, {skill: code, level: 90}]
  bare:
    title: Bare
    family: f
    summary: Tells nothing.
    levels:
      - {id: a, title: A, track: ic, years: [0, 1], source: us}
      - {id: b, title: B, track: ic, years: [0, 1], source: us}
"""
STAFF = read(HEAD + LADDER.lstrip())


def changes(before: str, after: str, catalog: Catalog = STAFF) -> tuple[ChangeView, ...]:
    occupations = catalog.occupations
    role_data = RoleData(
        catalog.roles, occupations, catalog.skills, catalog.sources, catalog.places, frozenset(), occupations
    )

    def at(place: str) -> tuple[str, Level]:
        role, _, level = place.partition("@")
        return role, next(one for one in catalog.roles[role].levels if one.id == level)

    return level_changes(role_data, at(before), at(after))


def rows(view: Iterable[ChangeView], aspect: str) -> list[ChangeView]:
    return [row for row in view if row.aspect == aspect]


def told(view: Iterable[ChangeView], aspect: str) -> list[tuple[str, str | None, str | None]]:
    return [(row.kind, row.before, row.after) for row in rows(view, aspect)]


def skills(before: str, after: str) -> dict[str, tuple[str, str | None, str | None]]:
    return {row.name or "": (row.kind, row.before, row.after) for row in rows(changes(before, after), "skills")}


# ---- texts ----


def test_duties_are_added_reworded_kept_or_fall_away() -> None:
    assert told(changes("dev@senior", "dev@lead"), "duties") == [
        ("added", None, "Hire people."),
        ("stays", "Write tests.", "write tests"),
        (
            "reworded",
            "Lead a project of up to three developers.",
            "Lead a project of up to thirty developers.",
        ),
        ("falls away", "Answer the phone.", None),
    ]


def test_short_items_that_look_alike_by_chance_are_not_reworded() -> None:
    assert told(changes("dev@senior", "dev@lead"), "focus") == [
        ("added", None, "Precepting"),
        ("reworded", "Inspection", "Inspections"),
        ("stays", "Testing", "Testing"),
        ("falls away", "Presenting", None),
    ]


def test_a_text_is_reworded_once_and_from_the_nearest() -> None:
    far, near = "Lead a small project of up to three good developers.", "Lead a project of up to twenty developers."
    text = LADDER.replace("          - Answer the phone.\n", f"          - {near}\n")
    text = text.replace("Lead a project of up to three developers.", far)
    found = told(changes("dev@senior", "dev@lead", read(HEAD + text)), "duties")
    assert ("reworded", near, "Lead a project of up to thirty developers.") in found
    assert ("falls away", far, None) in found


def test_track_autonomy_and_impact_are_told_from_and_to() -> None:
    view = changes("dev@senior", "dev@lead")
    assert told(view, "track") == [("changes", "specialist", "management")]
    assert told(view, "autonomy") == [("changes", "Works alone.", "Decides who does what, and on the budget.")]
    assert [row.kind for row in rows(view, "impact")] == ["stays"]


def test_what_one_side_does_not_tell_is_not_said_to_change() -> None:
    view = changes("dev@junior", "dev@senior")
    assert {row.kind for row in view if row.aspect in ("duties", "autonomy", "impact", "focus")} == {"untold"}
    assert told(view, "autonomy") == [("untold", None, "Works alone.")]
    assert told(changes("dev@senior", "dev@junior"), "autonomy") == [("untold", "Works alone.", None)]


def test_what_neither_side_tells_has_no_row() -> None:
    assert [row.aspect for row in changes("bare@a", "bare@b")] == ["track", "years"]
    assert {row.kind for row in changes("bare@a", "bare@b")} == {"stays"}


# ---- years ----


@pytest.mark.parametrize(
    ("before", "after", "kind", "amount"),
    [
        ("dev@junior", "dev@senior", "rises", 2),
        ("dev@lead", "dev@junior", "drops", -5),
        ("dev@lead", "boss@one", "stays", None),
    ],
)
def test_years_are_bands_of_which_the_beginnings_are_subtracted(
    before: str, after: str, kind: str, amount: int | None
) -> None:
    (years,) = rows(changes(before, after), "years")
    assert (years.kind, years.amount, years.unit) == (kind, amount, "years")


def test_bands_of_two_sources_are_told_and_not_subtracted() -> None:
    (years,) = rows(changes("dev@senior", "boss@one"), "years")
    assert (years.kind, years.before, years.after, years.amount) == ("changes", "2 to under 5 years", "5+ years", None)
    assert (years.before_source, years.after_source, years.note) == ("us", "them", "from two sources")


# ---- pay ----

COUNTED = "{source: counted, place: US, per: year, currency: USD, median: 80000, mean: 84000}"


def pay_change(before: str | None, after: str | None) -> list[ChangeView]:
    """Return what is told of pay where `bare@a` and `bare@b` have these pay records."""
    levels = [
        f"{{id: {name}, title: {name}, track: ic, years: [0, 1], source: us, pay: [{pay or ''}]}}"
        for name, pay in (("a", before), ("b", after))
    ]
    text = LADDER[: LADDER.index("  bare:")] + "  bare:\n    title: Bare\n    family: f\n    summary: Paid.\n"
    return rows(changes("bare@a", "bare@b", read(f"{HEAD}{text}    levels: [{', '.join(levels)}]\n")), "pay")


def test_pay_of_the_same_people_is_subtracted_by_the_same_statistic() -> None:
    (pay,) = rows(changes("baker@journeyman", "baker@master", read(SMALL)), "pay")
    assert (pay.kind, pay.before, pay.after, pay.statistic) == ("rises", "$35,000", "$46,200", "median")
    assert (pay.before_value, pay.after_value, pay.amount, pay.percent) == (35000, 46200, 11200, 32.0)
    assert (pay.currency, pay.per, pay.is_estimate, pay.note) == ("USD", "year", False, None)


def test_less_pay_drops_by_a_negative_amount() -> None:
    (pay,) = pay_change(COUNTED, COUNTED.replace("80000", "60000"))
    assert (pay.kind, pay.amount, pay.percent) == ("drops", -20000, -25.0)


def test_a_mean_is_not_subtracted_from_a_median() -> None:
    (pay,) = pay_change(COUNTED.replace(", mean: 84000", ""), COUNTED.replace("median: 80000, ", ""))
    assert (pay.kind, pay.before, pay.after) == ("changes", "median $80,000 a year", "mean $84,000 a year")
    assert (pay.amount, pay.percent, pay.statistic) == (None, None, None)
    assert "not subtracted" in (pay.note or "")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (COUNTED.replace("counted", "asked"), "source and period differ"),
        (COUNTED.replace("USD", "EUR"), "currency differs"),
        (COUNTED.replace("place: US", "place: DE"), "place differs"),
        (COUNTED.replace("per: year", "per: month"), "unit of time differs"),
        (COUNTED.replace("median", "population: women, median"), "population differs"),
        (COUNTED.replace("median", "industry: trade, median"), "industry differs"),
        (COUNTED.replace("median", "components: base, median"), "components differs"),
    ],
)
def test_pay_of_other_people_is_told_with_the_reason_and_not_subtracted(other: str, reason: str) -> None:
    (pay,) = pay_change(COUNTED, other)
    assert (pay.kind, pay.amount, pay.percent, pay.before_value, pay.after_value) == ("changes", None, None, None, None)
    assert pay.note == f"not comparable because {reason}"
    assert (pay.before or "").startswith("median $80,000, mean $84,000 a year")


def test_what_two_figures_do_not_share_stands_beside_them() -> None:
    (pay,) = pay_change(COUNTED, COUNTED.replace("place: US", "place: DE"))
    assert (pay.before or "").endswith(", United States")
    assert (pay.after or "").endswith(", Germany")


def test_estimates_are_shown_as_estimates_and_not_subtracted() -> None:
    (pay,) = pay_change(
        COUNTED.replace("counted", "rule"), COUNTED.replace("counted", "rule").replace("80000", "90000")
    )
    assert (pay.kind, pay.before, pay.after, pay.is_estimate) == ("changes", "about $80,000", "about $90,000", True)
    assert (pay.amount, pay.percent, pay.note) == (None, None, "estimates, not subtracted")
    (pay,) = pay_change(COUNTED, COUNTED.replace("counted", "rule"))
    assert (pay.after or "").endswith("an estimate")
    assert (pay.is_estimate, pay.amount) == (True, None)


def test_pay_that_was_counted_for_a_class_is_not_subtracted_as_that_of_a_level() -> None:
    of_class = COUNTED.replace("median", 'occupation: "15-1252", median')
    (pay,) = pay_change(of_class, of_class.replace("80000", "90000"))
    assert (pay.kind, pay.amount, pay.percent) == ("changes", None, None)
    assert "counted for Software Developers" in (pay.note or "")


def test_a_bound_is_told_as_a_bound_and_not_subtracted() -> None:
    (pay,) = rows(changes("baker@master", "baker@head", read(SMALL)), "pay")
    assert (pay.kind, pay.before, pay.after) == ("changes", "median $46,200 a year", "median ≥ $55,000 a year")
    assert (pay.amount, pay.before_value, pay.after_value) == (None, None, None)


def test_each_currency_is_held_against_itself() -> None:
    pays = rows(changes("long-words@untere", "long-words@obere", read(NASTY)), "pay")
    assert [(pay.currency, pay.kind, pay.amount) for pay in pays] == [("EUR", "rises", 10000), ("USD", "drops", -9000)]
    assert "in Germany" in pays[0].label


def test_a_source_that_has_one_level_only_is_left_out_where_another_one_has_both() -> None:
    (pay,) = pay_change(COUNTED, f"{COUNTED.replace('counted', 'asked')}, {COUNTED.replace('80000', '90000')}")
    assert (pay.after_source, pay.amount) == ("counted", 10000)


def test_where_no_source_has_both_levels_the_two_that_share_most_are_told() -> None:
    near = COUNTED.replace("counted", "asked")
    (pay,) = pay_change(COUNTED, f"{near.replace('USD', 'EUR').replace('place: US', 'place: DE')}, {near}")
    assert pay.note == "not comparable because source and period differ"


@pytest.mark.parametrize("sides", [(COUNTED, None), (None, COUNTED)])
def test_pay_of_one_side_only_is_told_and_not_said_to_change(sides: tuple[str | None, str | None]) -> None:
    (pay,) = pay_change(*sides)
    assert (pay.kind, (pay.before is None), (pay.after is None)) == ("untold", sides[0] is None, sides[1] is None)


def test_half_a_unit_leaves_no_dust_of_binary_fractions() -> None:
    (pay,) = pay_change(COUNTED.replace("80000", "20.1"), COUNTED.replace("80000", "20.3"))
    assert pay.amount == 0.2


# ---- skills ----


def test_skills_accumulate_along_the_ladder_at_the_highest_rating_on_the_way() -> None:
    assert skills("dev@junior", "dev@senior") == {
        "Programming": ("rises", "40 of 100", "70 of 100"),
        "Coaching": ("added", None, "not rated"),
        "SQL": ("stays", "30 of 100", "30 of 100"),
    }
    assert skills("dev@senior", "dev@lead")["Programming"] == ("stays", "70 of 100", "70 of 100")


def test_the_way_back_is_the_way_up_the_other_way_round() -> None:
    assert skills("dev@senior", "dev@junior") == {
        "Programming": ("drops", "70 of 100", "40 of 100"),
        "Coaching": ("falls away", "not rated", None),
        "SQL": ("stays", "30 of 100", "30 of 100"),
    }


def test_a_skill_that_is_named_again_and_not_rated_rises_by_nobody_knows_how_much() -> None:
    (coaching,) = (row for row in changes("dev@senior", "dev@lead") if row.name == "Coaching")
    assert (coaching.kind, coaching.before, coaching.after) == ("rises", "not rated", "not rated")
    assert (coaching.amount, coaching.before_value, coaching.after_value) == (None, None, None)


def test_a_rise_is_given_in_numbers() -> None:
    (code,) = (row for row in changes("dev@senior", "dev@architect") if row.name == "Programming")
    assert (code.before_value, code.after_value, code.amount, code.unit) == (70, 90, 20, "of 100")


def test_of_two_ways_to_a_level_only_the_one_that_one_is_on_counts() -> None:
    assert skills("dev@architect", "dev@head") == {
        "SQL": ("rises", "30 of 100", "35 of 100"),
        "Programming": ("stays", "90 of 100", "90 of 100"),
        "Coaching": ("stays", "20 of 100", "20 of 100"),
    }
    assert skills("dev@lead", "dev@head")["Programming"] == ("stays", "70 of 100", "70 of 100")


def test_between_two_branches_a_skill_can_be_added_and_another_fall_away() -> None:
    found = skills("dev@lead", "dev@architect")
    assert found["Planning"] == ("falls away", "50 of 100", None)
    assert found["Programming"] == ("rises", "70 of 100", "90 of 100")


def test_of_two_roles_their_own_skills_count_as_well() -> None:
    found = skills("dev@senior", "boss@one")
    assert found["Writing"] == ("falls away", "must have", None)
    assert found["Planning"] == ("changes", "nice to have", "must have")
    assert found["SQL"] == ("stays", "30 of 100", "must have")


def test_one_skill_under_two_ids_is_one_skill() -> None:
    assert skills("dev@senior", "boss@one")["coaching"] == ("stays", "not rated", "80 of 100")


def test_ratings_of_two_sources_are_told_and_not_subtracted() -> None:
    (code,) = (row for row in changes("dev@senior", "boss@one") if row.name == "Programming")
    assert (code.kind, code.before, code.after, code.amount) == ("changes", "70 of 100", "90 of 100", None)
    assert (code.before_source, code.after_source, code.note) == ("us", "them", "rated by two sources")


def test_where_a_role_tells_of_no_skill_nothing_is_added() -> None:
    assert {kind for kind, _, _ in skills("bare@a", "dev@lead").values()} == {"untold"}


LEVELS = ("a", "b", "c", "d")
EARLIER = st.none() | st.lists(st.sampled_from(LEVELS), max_size=3, unique=True).map(",".join)
RISING = st.dictionaries(st.sampled_from(("code", "sql", "coach")), st.none() | st.integers(0, 100), max_size=3)
AGAINST = {"added": "falls away", "falls away": "added", "rises": "drops", "drops": "rises"}


@given(st.fixed_dictionaries(dict.fromkeys(LEVELS, st.tuples(EARLIER, RISING))), st.permutations(LEVELS))
def test_on_any_ladder_the_way_back_undoes_the_way_there(
    ladder: dict[str, tuple[str | None, dict[str, int | None]]], order: list[str]
) -> None:
    lines = ""
    for name, (after, rising) in ladder.items():
        levels = ", ".join(
            f"{{skill: {skill}, level: {level}}}" for skill, level in rising.items() if level is not None
        )
        bare = ", ".join(f"{{skill: {skill}}}" for skill, level in rising.items() if level is None)
        required = ", ".join(part for part in (levels, bare) if part)
        said = "" if after is None else f", after: [{after}]"
        lines += (
            f"      - {{id: {name}, title: {name}, track: ic, years: [0, 1], source: us, skills: [{required}]{said}}}\n"
        )
    text = (
        f"{LADDER[: LADDER.index('  bare:')]}  any:\n    title: A\n    family: f\n    summary: A\n    levels:\n{lines}"
    )
    catalog = read(HEAD + text.lstrip())
    there, back = (changes(f"any@{one}", f"any@{other}", catalog) for one, other in (order[:2], order[1::-1]))
    undone = {(row.name, AGAINST.get(row.kind, row.kind), row.after, row.before) for row in rows(back, "skills")}
    assert {(row.name, row.kind, row.before, row.after) for row in rows(there, "skills")} == undone


# ---- the page ----

PAIRS = [
    (STAFF, "dev@senior", "dev@lead"),
    (STAFF, "dev@junior", "dev@senior"),
    (STAFF, "dev@lead", "dev@architect"),
    (STAFF, "dev@senior", "boss@one"),
    (STAFF, "bare@a", "dev@lead"),
    (STAFF, "bare@a", "bare@b"),
    (read(SMALL), "baker@apprentice", "baker@head"),
    (read(SMALL), "pastry-chef@senior", "bakery-manager@director"),
    (read(NASTY), "long-words@untere", "long-words@obere"),
    (read(NASTY), "cycle-two@a", "cycle-two@b"),
]


def column(side: str, catalog: Catalog) -> ColumnView:
    ref = RoleRef.parse(side)
    role = catalog.roles[ref.role]
    (title,) = [level.title for level in role.levels if level.id == ref.level]
    return ColumnView(
        side=side,
        role=ref.role,
        level=ref.level,
        level_title=title,
        place=None,
        place_title=None,
        title=role.title,
        family=role.family,
        family_title="",
    )


def page(before: str, after: str, catalog: Catalog = STAFF) -> Page:
    columns = (column(before, catalog), column(after, catalog))
    return Page(tuple(changes_blocks(changes(before, after, catalog), columns, Citations(()))))


def text(
    before: str,
    after: str,
    catalog: Catalog = STAFF,
    *,
    width: int | None = 80,
    encoding: Literal["utf-8", "ascii"] = "utf-8",
) -> str:
    return render(page(before, after, catalog), RenderOptions(width, False, encoding))


def words(told: Iterable[str]) -> str:
    return "".join("".join(told).split())


@pytest.mark.parametrize(("catalog", "before", "after"), PAIRS, ids=[f"{one}-{other}" for _, one, other in PAIRS])
def test_a_page_leaves_nothing_out_at_any_width(catalog: Catalog, before: str, after: str) -> None:
    view = changes(before, after, catalog)
    for width in (40, 60, 80, None):
        page_text = text(before, after, catalog, width=width)
        shown = words(page_text)
        for row in view:
            assert words(row.name or row.label) in shown or row.aspect in ("duties", "focus")
            if row.aspect != "skills":
                sides = (row.after,) if row.kind == "stays" else (row.before, row.after)
                assert all(words(side) in shown for side in sides if side is not None), row
        assert all(len(line) <= (width or 10_000) for line in page_text.splitlines())


@pytest.mark.parametrize(("catalog", "before", "after"), PAIRS, ids=[f"{one}-{other}" for _, one, other in PAIRS])
def test_every_sign_of_the_page_can_be_written_in_ascii(catalog: Catalog, before: str, after: str) -> None:
    assert text(before, after, catalog, encoding="ascii").count("?") == text(before, after, catalog).count("?")


def test_the_page_says_in_words_what_its_signs_mean() -> None:
    group = ""
    found: dict[str, str] = {}
    for block in page("dev@senior", "dev@lead").blocks:
        if isinstance(block, Heading):
            group = block.text
        elif isinstance(block, Paragraph):
            found["".join(span.text for span in block.spans)] = group
    assert found["Duty: Hire people."] == "New"
    assert found["Duty: Answer the phone."] == "Removed"
    assert found["Duty before: Lead a project of up to three developers."] == "Reworded"
    assert found["Skill: Coaching, level not given"] == "Increases"
    assert found["Skills: Programming (70), SQL (30)"] == "Stays"
    assert found["Track: specialist → management"] == "What changes from Senior to Lead"


def test_the_page_gives_a_raise_in_both_measures_and_in_words() -> None:
    assert "$35,000 → $46,200, $11,200 or 32.0% more" in text("baker@journeyman", "baker@master", read(SMALL))
    assert "$46,200 → $43,750, $2,450 or 5.3% less" in text("baker@master", "baker@shift-lead", read(SMALL))


def test_the_page_names_the_side_that_is_silent() -> None:
    shown = text("dev@junior", "dev@senior")
    assert "Listed only for Senior  nothing is listed for Junior" in shown
    assert "? Autonomy: Works alone." in shown
    assert "? Duty: Answer the phone.\n? Duty: Write tests.\n? Focus: Presenting, Inspection, Testing" in shown
    assert "Neither level says anything about pay, autonomy, impact, duties, focus or skills." in text(
        "bare@a", "bare@b", width=None
    )


def test_levels_of_one_title_are_told_apart_by_name() -> None:
    assert "What changes from Lead (dev@lead) to Lead (boss@one)" in text("dev@lead", "boss@one")


def test_a_rating_that_only_one_side_has_is_not_shown_as_one_that_stays() -> None:
    stays = text("dev@senior", "boss@one").split("Stays")[1]
    assert "coaching" in stays
    assert "(80)" not in stays


def test_skills_with_a_comma_in_their_names_stay_apart() -> None:
    catalog = read(HEAD + LADDER.lstrip().replace("name: SQL", 'name: "C, C++"').replace("SQL", "C"))
    assert "Programming (40); C, C++ (30)" in text("bare@a", "dev@junior", catalog)


def test_every_source_that_a_change_names_is_cited(library_of: LibraryOf) -> None:
    view = compare(library_of(HEAD + LADDER.lstrip()), ["dev@senior", "boss@one"])
    assert [source.source for source in view.sources] == ["us", "them"]


def test_a_skill_stands_with_its_id_and_its_name() -> None:
    found = {row.skill: row.name for row in rows(changes("dev@senior", "boss@one"), "skills")}
    assert found["their-coach"] == "coaching", "as it is called after, where the sides have two ids for it"
    assert (found["sql"], found["write"]) == ("SQL", "Writing")
    assert {(row.skill, row.name) for row in changes("dev@senior", "boss@one") if row.aspect != "skills"} == {
        (None, None)
    }


def test_a_change_is_flat() -> None:
    for row in changes("dev@senior", "boss@one"):
        values = msgspec.to_builtins(row).values()
        assert all(value is None or isinstance(value, str | int | float) for value in values)
