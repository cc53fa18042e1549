"""A catalog diff tells what changed in the field's terms, subtracts like from like, and misses nothing."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.answers.catalog_diff.answer import diff
from careercli.answers.catalog_diff.page import MAX_SHOWN, page
from careercli.answers.catalog_diff.view import CatalogDiffView, DiffRow
from careercli.answers.shared.flat_records import flat_fields, flat_records
from careercli.blocks import Heading, Paragraph, Table
from careercli.model import Catalog
from careercli.render.markdown import render
from careercli.render.records import render as render_records
from tests.conftest import SMALL, read
from tests.unit.reading import HEAD
from tests.unit.strategies import catalogs

NASTY = SMALL.with_name("nasty.yaml")
HEADS = """
sources:
  us: {title: Our pay bands, kind: company, period: "2025"}
  them: {title: Their survey, kind: survey, publisher: Guild, period: "2024"}
  rule: {title: A rule, kind: rule, period: "2025"}
places: {US: {title: United States}}
families: {f: {title: F}}
skills: {code: {name: Programming, kind: technical}, mentor: {name: Mentoring, kind: soft}}
"""
TRACK = (
    HEAD
    + HEADS
    + """
roles:
  track:
    title: Engineering track
    abstract: true
    family: f
    summary: A track.
    levels:
      - {id: one, title: Engineer I, track: ic, source: us, years: [0, 2], duties: [Write code.]}
      - {id: two, title: Engineer II, track: ic, source: us, years: [2, null], duties: [Review code.]}
  back: {title: Back-end engineer, extends: track, summary: Works behind.}
  front: {title: Front-end engineer, extends: track, summary: Works before.}
"""
)


def changed(*edits: tuple[str, str], text: str | None = None) -> CatalogDiffView:
    """Return the difference that edits of the sample catalog, or of another text, make."""
    old = new = SMALL.read_text("utf-8") if text is None else text
    for before, after in edits:
        assert before in new, f"the catalog does not hold {before!r}"
        new = new.replace(before, after, 1)
    return diff(read(old), read(new))


def told(view: CatalogDiffView) -> list[tuple[str, str, str | None, str | None]]:
    """Return what each row says in short."""
    return [(row.kind, row.what, row.before, row.after) for row in view.rows]


def only(view: CatalogDiffView) -> DiffRow:
    (row,) = view.rows
    return row


# ---- nothing missed, nothing invented ----


@settings(max_examples=60)
@given(catalogs(), catalogs())
def test_there_are_rows_exactly_where_two_catalogs_differ(old: Catalog, new: Catalog) -> None:
    assert bool(diff(old, new).rows) == (old != new)
    assert diff(old, old).rows == ()


@settings(max_examples=150)
@given(catalogs(), catalogs(), st.data())
def test_no_field_can_change_without_a_row(old: Catalog, other: Catalog, data: st.DataObject) -> None:
    section = data.draw(st.sampled_from(["sources", "places", "families", "skills", "occupations", "roles"]))
    entries, others = getattr(old, section), getattr(other, section)
    key = data.draw(st.sampled_from([key for key in entries if key in others] or [next(iter(entries))]))
    field = data.draw(st.sampled_from(entries[key].__struct_fields__))
    entry = msgspec.structs.replace(entries[key], **{field: getattr(others.get(key, entries[key]), field)})
    new = msgspec.structs.replace(old, **{section: {**entries, key: entry}})
    view = diff(old, new)
    assert bool(view.rows) == (old != new)
    render(page(view))


def test_the_same_catalog_says_so_in_one_sentence() -> None:
    view = changed()
    assert view.sentences == ("The two catalogs say the same.",)
    assert [type(block) for block in page(view).blocks] == [Heading, Paragraph]


def test_the_order_of_entries_in_a_file_is_no_difference() -> None:
    catalog = read(SMALL)
    turned = msgspec.structs.replace(catalog, roles=dict(reversed(catalog.roles.items())))
    assert diff(catalog, turned).rows == ()


# ---- roles ----


def test_a_role_under_another_id_is_renamed_and_what_points_at_it_has_not_changed() -> None:
    view = changed(("  flour-buyer:\n", "  miller:\n"), ("to: flour-buyer", "to: miller"))
    assert told(view) == [("renamed", "Id", "flour-buyer", "miller")]
    assert view.sentences == ("Flour Buyer has the id miller instead of flour-buyer.",)


def test_a_role_with_another_title_under_its_id_is_renamed() -> None:
    view = changed(("title: Baker\n", "title: Bread Baker\n"))
    assert told(view) == [("renamed", "Title", "Baker", "Bread Baker")]
    assert view.sentences == ("Baker is now called Bread Baker.",)


def test_a_role_of_other_content_under_another_id_is_gone_and_added() -> None:
    view = changed(
        ("  flour-buyer:\n    title: Flour Buyer", "  miller:\n    title: Miller"),
        ("summary: Buys flour by the ton.", "summary: Grinds it."),
        ("to: flour-buyer", "to: miller"),
    )
    kinds = {(row.kind, row.entry) for row in view.rows if row.section == "roles" and not row.field}
    assert kinds == {("added", "miller"), ("gone", "flour-buyer")}


def test_two_roles_that_are_equally_near_are_told_as_gone_and_added() -> None:
    twins = "  {}: {{title: Miller, family: f, summary: Grinds it.}}\n"
    head = HEAD + HEADS + "roles:\n"
    view = diff(read(head + twins.format("a")), read(head + twins.format("b") + twins.format("c")))
    assert [(row.kind, row.entry) for row in view.rows] == [("added", "b"), ("added", "c"), ("gone", "a")]


def test_a_text_that_many_roles_have_makes_no_two_of_them_the_same() -> None:
    head = HEAD + HEADS + "roles:\n"
    role = "  {0}: {{title: {0}, family: f, summary: About {0}., duties: [Arrive., Work., Leave.]}}\n"
    old, new = ("".join(map(role.format, names)) for names in ("abcdef", "abcdeg"))
    kinds = {(row.kind, row.entry) for row in diff(read(head + old), read(head + new)).rows}
    assert kinds == {("gone", "f"), ("added", "g")}


def test_a_change_that_others_take_up_is_told_once() -> None:
    view = changed(("[Review code.]", "[Review code., Mentor engineers.]"), text=TRACK)
    row = only(view)
    assert (row.entry, row.level, row.after, row.also) == ("track", "two", "Mentor engineers.", ("back", "front"))
    assert view.sentences == ("Engineer II (Engineering track) now needs “Mentor engineers”. So do back and front.",)


# ---- levels ----


def test_a_level_tells_what_it_asks_for_more_and_less() -> None:
    view = changed(
        ("skills: [{skill: baking, level: 75}]", "skills: [{skill: baking, level: 80}, {skill: negotiation}]"),
        ("duties: [Weigh and clean.]", "duties: [Teach whoever comes new.]"),
    )
    assert told(view) == [
        ("added", "Duty", None, "Teach whoever comes new."),
        ("gone", "Duty", "Weigh and clean.", None),
        ("raised", "Baking", "75 of 100", "80 of 100"),
        ("added", "Negotiation", None, "not rated"),
    ]
    assert view.sentences == (
        "Apprentice Baker now needs “Teach whoever comes new” and no longer needs “Weigh and clean”.",
        "Journeyman Baker now needs Negotiation and needs more of Baking.",
    )


def test_a_duty_in_other_words_is_no_new_duty() -> None:
    row = only(changed(("Keep the starter alive.", "Keep the starters alive.")))
    assert (row.kind, row.before, row.after) == ("changed", "Keep the starter alive.", "Keep the starters alive.")
    assert row.note == "reworded"


def test_a_band_of_years_that_begins_later_is_raised() -> None:
    row = only(changed(("years: [5, 10]", "years: [6, 10]")))
    assert (row.kind, row.before, row.after, row.amount) == ("raised", "5 to under 10 years", "6 to under 10 years", 1)


def test_a_level_under_another_id_is_renamed_and_so_is_what_it_leads_to() -> None:
    view = changed(("id: master\n", "id: senior\n"), ("after: [master, shift-lead]", "after: [senior, shift-lead]"))
    assert told(view) == [("renamed", "Id", "master", "senior")]


def test_levels_that_are_new_or_gone_are_named() -> None:
    view = changed(
        ("      - {id: senior, title: Senior Pastry Chef", "      - {id: chief, title: Chief of Pastry"),
        ("track: ic, years: [4, null]", "track: management, years: [9, null]"),
    )
    assert told(view) == [
        ("added", "Level", None, "management, 9+ years"),
        ("gone", "Level", "specialist, 4+ years", None),
    ]
    assert view.sentences == (
        "1 level is new: Chief of Pastry (Pastry Chef).",
        "1 level is removed: Senior Pastry Chef.",
    )


# ---- pay ----


def test_pay_goes_up_by_an_amount_and_a_percentage() -> None:
    view = changed(("median: 46200", "median: 48510"))
    row = only(view)
    assert (row.kind, row.statistic, row.level) == ("raised", "median", "master")
    assert (row.before_value, row.after_value, row.amount, row.percent) == (46200, 48510, 2310, 5.0)
    assert (row.currency, row.per, row.source) == ("USD", "year", "oven-survey")
    assert view.sentences == ("For Baker, pay goes up by 5.0%.",)


def test_the_summary_gives_the_least_and_the_most_that_pay_moves() -> None:
    rises = (("median: 28000", "median: 28868"), ("median: 46200", "median: 48510"), ("mean: 44500", "mean: 45835"))
    assert changed(*rises).sentences == ("For 2 roles, pay goes up by 3.0% to 5.0%.",)


def test_pay_of_a_later_period_is_renewed_and_says_both_times() -> None:
    view = changed(("    period: 2025-05\n", "    period: 2026-05\n"), ("median: 36000", "median: 37000"))
    period, median = sorted(view.rows, key=lambda row: row.section, reverse=True)
    assert (period.kind, period.before, period.after) == ("renewed", "2025-05", "2026-05")
    assert period.note == "1 figure of it is unchanged"
    assert (median.kind, median.before_period, median.after_period) == ("renewed", "2025-05", "2026-05")
    assert median.amount == 1000


def test_a_newer_edition_under_another_id_renews_the_older_one() -> None:
    text = SMALL.read_text("utf-8").replace("bakers-census", "bakers-census-2026").replace("2025-05", "2026-05")
    text = text.replace("median: 17.31", "median: 18.31")
    rows = [row for row in diff(read(SMALL), read(text)).rows if row.statistic == "median"]
    assert [(row.kind, row.before, row.after, row.percent) for row in rows] == [
        ("renewed", "$36,000", "$36,000", 0.0),
        ("renewed", "$17.31", "$18.31", 5.78),
    ]


def test_an_edition_beside_the_older_one_is_held_against_it() -> None:
    titled = "{title: Census of Bakers, kind: official, publisher: Bureau of Bread, period: 2026-05}"
    older = "      - {source: bakers-census, place: US, per: year"
    newer = "      - {source: bakers-census-2026, place: US, per: year, currency: USD, median: 37800}\n"
    view = changed(("places:\n", f"  bakers-census-2026: {titled}\nplaces:\n"), (older, newer + older))
    rows = {row.section: row for row in view.rows if row.statistic in (None, "median")}
    assert (rows["pay"].kind, rows["pay"].before_value, rows["pay"].amount) == ("renewed", 36000, 1800)
    assert rows["sources"].note == "the earlier edition, bakers-census, stays"


def test_pay_of_other_people_is_not_subtracted() -> None:
    row = only(changed(("low: 25000, mean: 40000", "population: members, low: 26000, mean: 45000")))
    assert (row.kind, row.amount, row.percent) == ("changed", None, None)
    assert row.note == "not subtracted, because population differs"
    assert row.before == "low $25,000, mean $40,000, high $60,000"
    assert row.after == "low $26,000, mean $45,000, high $60,000"


def test_a_bound_is_never_subtracted() -> None:
    row = only(changed(("at_least: {p90: 50000}", "at_least: {p90: 52000}")))
    assert (row.kind, row.before, row.after, row.amount) == ("changed", "≥ $50,000", "≥ $52,000", None)
    row = only(changed(("at_least: {median: 55000}", "median: 56000")))
    assert (row.before, row.after, row.amount) == ("≥ $55,000", "$56,000", None)


def test_pay_in_another_currency_is_gone_and_new() -> None:
    kinds = [row.kind for row in changed(("per: month, currency: NAD", "per: month, currency: ZAR")).rows]
    assert sorted(kinds) == ["added", "gone"]


def test_an_estimate_by_a_rule_is_not_subtracted() -> None:
    pay = "{source: rule, place: US, per: year, currency: USD, median: 100}"
    role = f"roles: {{r: {{title: R, family: f, summary: S., pay: [{pay}]}}}}"
    row = only(changed(("median: 100", "median: 110"), text=HEAD + HEADS + role))
    assert (row.amount, row.note) == (None, "estimates, not subtracted")


def test_growth_moves_by_points_and_not_by_a_percentage_of_a_percentage() -> None:
    row = only(changed(("value: 6.4", "value: 5.1")))
    assert (row.kind, row.amount, row.percent, row.unit) == ("lowered", -1.3, None, "percent")


# ---- the page ----


def test_the_page_marks_each_figure_with_its_source_and_lists_the_sources() -> None:
    text = render(page(changed(("median: 46200", "median: 48510"))))
    assert "| Master Baker: Pay a year in United States, median \\[1] | $46,200 | $48,510 | +$2,310 (+5.0%) |" in text
    assert "\\[1] The Oven Survey, 2024." in text


def test_the_other_points_of_a_distribution_share_a_line() -> None:
    view = changed(("p10: 26000, p25: 30000, median: 36000", "p10: 26520, p25: 30900, median: 37000"))
    assert "| same, 10th percentile and 25th percentile | | | +2.0% to +3.0% |" in render(page(view))


def test_a_long_list_is_counted_on_the_page_and_whole_in_the_data() -> None:
    duties = ", ".join(
        f"Duty number {number} of the day {chr(97 + number % 26) * 9}." for number in range(MAX_SHOWN + 5)
    )
    view = changed(("duties: [Weigh and clean.]", f"duties: [Weigh and clean., {duties}]"))
    text = render(page(view))
    assert "and 5 more; --json lists them" in text
    assert len(view.rows) == MAX_SHOWN + 5


def test_a_hostile_catalog_stays_text() -> None:
    view = diff(read(SMALL), read(NASTY))
    text = render(page(view))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert any(isinstance(block, Table) for block in page(changed(("median: 46200", "median: 48510"))).blocks)


def test_records_are_flat_and_the_rows_themselves() -> None:
    view = changed(("median: 46200", "median: 48510"))
    fields = list(flat_fields(view.record))
    line = render_records(flat_records(view, fields), fields, "csv").splitlines()[1]
    assert line.startswith("raised,pay,baker,Baker,baker,master,Master Baker,pay,")


@pytest.mark.parametrize("catalog", [SMALL, NASTY])
def test_everything_is_gone_or_new_between_a_catalog_and_an_empty_one(catalog: object) -> None:
    full, empty = read(SMALL if catalog is SMALL else NASTY), read(HEAD)
    for old, new, kind in ((full, empty, "gone"), (empty, full, "added")):
        kinds = {row.kind for row in diff(old, new).rows if row.section != "catalog"}
        assert kinds == {kind}


def test_ratios_that_changed_are_one_row_that_shows_them() -> None:
    text = (
        "schema_version: 1\nname: x\nsources: {s: {title: S, kind: survey}}\noccupations:\n  '11-1111':\n    title: O\n"
        "    scheme: soc-2018\n    wage_ratios: {source: s, areas: 9, levels: [0.7, 0.9, 1, 1.2], low: [0.6, 1.1], "
        "high: [0.8, 1.3]}\n"
    )
    (row,) = diff(read(text), read(text.replace("0.7,", "0.65,"))).rows
    assert (row.kind, row.before, row.after) == ("changed", "0.7, 0.9, 1, 1.2", "0.65, 0.9, 1, 1.2")
