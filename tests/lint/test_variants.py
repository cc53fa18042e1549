"""Faults in other forms than the examples, and what comes near to a fault and is none."""

from pathlib import Path

import pytest

from tests.lint.linting import BAKER, HEAD, looked_at, rules_of

SOURCES = (
    "sources: {survey: {title: A survey, kind: survey, publisher: A guild, period: 2025},"
    " oews: {title: OEWS, kind: official, publisher: A bureau, period: 2024-05},"
    " bls: {title: Projections, kind: official, publisher: A bureau, period: 2024-34},"
    " other: {title: Projections, kind: official, publisher: A bureau, period: 2031-41}}\n"
    "places: {US: {title: United States}, US-NY: {title: New York, within: US}, GB: {title: Britain}}\n"
)
_UNUSED = ("source-unused", "figure-old")


def of_pay(folder: Path, *records: str) -> list[str]:
    pay = "".join(f"      - {{source: survey, place: US, per: year, currency: USD, {record}}}\n" for record in records)
    text = f"{HEAD}{SOURCES}{BAKER}    pay:\n{pay}"
    return rules_of(looked_at(folder, text, ignore=_UNUSED))


def of_figures(folder: Path, *figures: str) -> list[str]:
    lines = "".join(f"      - {{{figure}}}\n" for figure in figures)
    return rules_of(looked_at(folder, f"{HEAD}{SOURCES}{BAKER}    figures:\n{lines}", ignore=_UNUSED))


def of_levels(folder: Path, *levels: str, more: str = "") -> list[str]:
    lines = "".join(
        f"      - {{id: l{at}, title: Title {at}, source: survey, {level}}}\n" for at, level in enumerate(levels)
    )
    return rules_of(looked_at(folder, f"{HEAD}{SOURCES}{BAKER}    levels:\n{lines}{more}", ignore=_UNUSED))


def of_roles(folder: Path, *roles: str) -> list[str]:
    lines = "".join(
        f"  role-{at}: {{family: shop, summary: It is job {at}., {role}}}\n" for at, role in enumerate(roles)
    )
    return rules_of(looked_at(folder, f"{HEAD}roles:\n{lines}"))


@pytest.mark.parametrize(
    ("record", "rules"),
    [
        ("p10: 30000, p25: 30000, median: 30000", []),
        ("p90: 60000, at_least: {p75: 61000}", ["pay-percentiles-fall"]),
        ("p75: 60000, at_least: {p90: 59000}", []),
        ("p75: 60000, at_most: {p90: 59000}", ["pay-percentiles-fall"]),
        ("median: 70000, p90: 60000", ["pay-percentiles-fall"]),
        ("p25: 40000, at_most: {median: 39000}", ["pay-median-outside-middle"]),
        ("p75: 40000, median: 40000", []),
        ("low: 30000, at_least: {high: 50000}, mean: 90000", []),
        ("low: 30000, at_most: {high: 50000}, mean: 90000", ["pay-range-excludes-centre"]),
        ("low: 50000, high: 30000", ["range-upside-down"]),
        ("mean: 41.50", ["figure-implausible"]),
        ("mean: 0", []),
        ("median: 999999", ["bound-as-number"]),
        ("low: 50000, high: 80000, note: 'from 50,000 to 80,000 or more'", ["bound-as-number"]),
        ("low: 50000, high: 80000, note: 'some 5,000+ people asked, 80,000 at the top'", []),
        ("low: 50000, at_least: {high: 180000}, note: 180k+", []),
    ],
)
def test_points_of_one_distribution(tmp_path: Path, record: str, rules: list[str]) -> None:
    assert of_pay(tmp_path, record) == rules


@pytest.mark.parametrize(
    ("year", "hour", "place", "meets"),
    [
        ("mean: 78814", "mean: 37.89", "US", True),
        ("mean: 78850", "mean: 37.89", "US", False),
        ("mean: 133120", "mean: 64", "US", True),
        ("mean: 52200", "mean: 25", "US", True),
        ("mean: 55000", "mean: 25", "US", False),
        ("mean: 55000", "median: 25", "US", True),
        ("mean: 35000", "mean: 20", "US-NY", False),
        ("mean: 35000", "mean: 20", "GB", True),
        ("mean: 60000", "mean: 20", "GB", False),
    ],
)
def test_the_hour_meets_the_year_within_what_rounding_leaves(
    tmp_path: Path, year: str, hour: str, place: str, meets: bool
) -> None:
    record = "      - {source: survey, place: %s, currency: USD, per: %s, %s}\n"
    pay = record % (place, "year", year) + record % (place, "hour", hour)
    rules = rules_of(looked_at(tmp_path, f"{HEAD}{SOURCES}{BAKER}    pay:\n{pay}", ignore=_UNUSED))
    assert rules == ([] if meets else ["pay-hours-and-year"])


@pytest.mark.parametrize(
    ("points", "period", "rules"),
    [
        ("p75: 180000, p90: 239200", "2024-05", ["bound-as-number"]),
        ("p75: 180000, p90: 239200", "2019-05", []),
        ("p75: 180000, p90: 208000", "2019-05", ["bound-as-number"]),
        ("p75: 180000, p90: 208000", "2025-05", []),
        ("p75: 239200, p90: 507730", "2025-05", []),
        ("p75: 239200, p90: 239200", "2024-05", ["bound-as-number", "bound-as-number"]),
        ("p75: 180000, at_least: {p90: 239200}", "2024-05", []),
    ],
)
def test_a_top_code_of_its_time_is_a_bound(tmp_path: Path, points: str, period: str, rules: list[str]) -> None:
    pay = f"      - {{source: oews, place: US, per: year, currency: USD, period: {period}, {points}}}\n"
    text = f"{HEAD}{SOURCES}{BAKER}    pay:\n{pay}"
    assert rules_of(looked_at(tmp_path, text, ignore=_UNUSED)) == rules


def test_a_band_that_ends_with_nobodys_years_is_open(tmp_path: Path) -> None:
    assert of_levels(tmp_path, "track: ic, years: [0, 99]") == ["bound-as-number"]


@pytest.mark.parametrize(
    ("figures", "rules"),
    [
        (["measure: growth, source: bls, value: 3.4, phrase: As fast as average"], []),
        (["measure: growth, source: bls, value: 3.5, phrase: about as fast as the average"], []),
        (["measure: growth, source: bls, value: 4.5, phrase: as fast as average"], ["growth-phrase-unfit"]),
        (["measure: growth, source: bls, value: 0, phrase: little or no change"], []),
        (["measure: growth, source: bls, value: 5, phrase: very bright"], []),
        (["measure: growth, source: bls, low: 2, high: 3, phrase: slower than average"], []),
        (["measure: growth, source: other, value: 8, phrase: as fast as average"], ["growth-decade-unchecked"]),
        (
            ["measure: growth, source: other, value: -8, phrase: faster than average"],
            ["growth-phrase-unfit", "growth-decade-unchecked"],
        ),
        (["measure: growth, source: survey, value: 8"], ["growth-without-decade"]),
        (["measure: growth, source: survey, value: 8, period: 2024-05"], ["growth-without-decade"]),
        (["measure: growth, source: survey, value: 8, period: 2002-12"], []),
        (["measure: growth, source: survey"], []),
        (["measure: degree, source: survey, value: 59, of: Bachelor's degree"], []),
        (
            [
                "measure: gender, source: survey, value: 59, of: Female",
                "measure: gender, source: survey, value: 40, of: Male",
            ],
            [],
        ),
        (
            [
                "measure: gender, source: survey, value: 59, of: Female",
                "measure: gender, source: survey, value: 38, of: Male",
            ],
            ["shares-not-hundred"],
        ),
        (
            [
                "measure: degree, source: survey, value: 59, of: Bachelor",
                "measure: degree, source: survey, value: 49, of: Master",
            ],
            ["shares-not-hundred"],
        ),
        (["measure: race, source: survey, value: 59, of: White", "measure: race, source: survey, of: Asian"], []),
        (["measure: gender, source: survey, value: 120, of: Female"], ["figure-implausible"]),
        (["measure: job-zone, source: survey, value: 6"], ["figure-implausible"]),
        (["measure: time-to-enter, source: survey, low: 3, high: 60, unit: months"], []),
        (["measure: best-city, source: survey, of: '$66,782'"], ["table-shifted"]),
        (["measure: best-city, source: survey, of: 'Between $54,000 And $113,000'"], ["table-shifted"]),
        (["measure: best-city, source: survey, of: 'San Francisco, CA'"], []),
        (["measure: best-company, source: survey, of: 3M"], []),
        (["measure: age, source: survey, value: 40, of: 35-44"], []),
        (["measure: major, source: survey, of: Baker"], ["table-shifted"]),
        (["measure: experience, source: survey, value: 9, low: 4, high: 6"], ["range-upside-down"]),
    ],
)
def test_figures(tmp_path: Path, figures: list[str], rules: list[str]) -> None:
    assert sorted(of_figures(tmp_path, *figures)) == sorted(rules)


@pytest.mark.parametrize(
    ("levels", "rules"),
    [
        (["track: ic, years: [0, 2]", "track: ic, years: [2, 5]", "track: ic, years: [5, null]"], []),
        (["track: ic, years: [0, null]", "track: ic, years: [2, null]"], ["bands-overlap"]),
        (["track: ic, years: [0, 5]", "track: management, years: [3, null]"], []),
        (["track: ic, years: [0, null]", "track: management, years: [3, null]"], []),
        (["track: ic, years: [3, 5]", "track: ic, years: [5, null]"], []),
        (["track: ic", "track: ic"], []),
        (["track: ic, years: [0, 2]", "track: ic"], []),
        (
            [
                "track: ic, years: [0, 5]", "track: ic, years: [5, 10]", "track: ic, years: [5, 8], after: [l0]",
                "track: ic, years: [8, null], after: [l1, l2]",
            ],
            [],
        ),
        (["track: ic, years: [0, 2]", "track: ic, years: [0, 2], after: []"], []),
        (["track: ic, years: [0, 2]", "track: ic, years: [4, null], after: []"], ["level-unreachable"]),
        (
            [
                "track: ic, years: [0, 2]", "track: ic, years: [2, 4], after: [l2]",
                "track: ic, years: [4, 6], after: [l1]",
            ],
            ["ladder-cycle", "level-unreachable", "level-unreachable"],
        ),
        (["track: ic, years: [0, 2], after: [l0]"], ["ladder-cycle", "level-unreachable"]),
    ],
)  # fmt: skip
def test_ladders(tmp_path: Path, levels: list[str], rules: list[str]) -> None:
    assert sorted(of_levels(tmp_path, *levels)) == rules


def test_a_level_that_a_move_of_another_role_leads_to_can_be_reached(tmp_path: Path) -> None:
    levels = ("track: ic, years: [0, 2]", "track: ic, years: [4, null], after: []")
    miller = (
        "  miller: {title: Miller, family: shop, summary: Mills., moves: [{to: baker@l1, kind: lateral, why: Up.}]}\n"
    )
    assert of_levels(tmp_path, *levels, more=miller) == []


def test_a_range_that_lost_a_digit_is_seen_at_its_lower_end(tmp_path: Path) -> None:
    bands = (Path(__file__).parent.parent / "catalogs" / "bands.yaml").read_text("utf-8")
    view = looked_at(tmp_path, bands.replace("low: 87000", "low: 8700"), select=["pay-falls-on-ladder"])
    assert [row.message for row in view.rows] == [
        "the lower end of the range falls from 72,000 at 'senior' to 8,700 at 'staff'"
    ]


def test_pay_that_falls_is_seen_past_a_level_without_pay(tmp_path: Path) -> None:
    pay = "pay: [{source: survey, place: US, per: year, currency: USD, median: %s}]"
    levels = (
        f"track: ic, years: [0, 2], {pay % 50000}",
        "track: ic, years: [2, 4]",
        f"track: ic, years: [4, 6], {pay % 48000}",
    )
    assert of_levels(tmp_path, *levels) == ["pay-falls-on-ladder"]


def test_pay_of_other_people_is_no_fall(tmp_path: Path) -> None:
    pay = "pay: [{source: survey, place: US, per: year, currency: USD, %s}]"
    levels = (
        f"track: ic, years: [0, 2], {pay % 'median: 50000'}",
        f"track: ic, years: [2, 6], {pay % 'population: part-time, median: 20000'}",
    )
    assert of_levels(tmp_path, *levels) == []


def test_promotions_between_roles_may_not_go_in_a_circle_and_lateral_moves_may(tmp_path: Path) -> None:
    one = "title: Baker, moves: [{to: role-1, kind: %s, why: Up.}]"
    other = "title: Miller, moves: [{to: role-0, kind: promotion, why: Up.}]"
    assert of_roles(tmp_path, one % "promotion", other) == ["ladder-cycle"]
    assert of_roles(tmp_path, one % "lateral", other) == []


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Data Analyst", "Data Analysts", True),
        ("Director of Sales", "Sales Director", True),
        ("Sr. Developer", "Senior Developer", True),
        ("Front-end Developer", "Frontend Developer", True),
        ("Accountant", "Acountant", True),
        ("Software Developer (m/f/d)", "Software Developer", True),
        ("Customer Relationship Manager", "Customer Relations Manager", False),
        ("Product Manager", "Production Manager", False),
        ("Tailor", "Sailor", False),
        ("Geologist", "Zoologist", False),
        ("Engineer 1", "Engineer 2", False),
        ("Account Manager", "Accounting Manager", False),
    ],
)
def test_titles_that_are_nearly_one(tmp_path: Path, one: str, other: str, near: bool) -> None:
    assert of_roles(tmp_path, f"title: {one}", f"title: {other}") == (["near-duplicate-titles"] if near else [])


@pytest.mark.parametrize(
    ("role", "rules"),
    [
        ("title: Baker, aliases: [Millers]", ["alias-is-title"]),
        ("title: Baker, aliases: [baker]", []),
        ("title: Baker, related: {role-1: 'The same job under another title.'}", ["related-is-alias"]),
        ("title: Baker, related: {role-1: 'Near, and often in the same house.'}", []),
        ("title: Baker, entry: {feeders: [{title: baker}]}", ["related-is-alias"]),
        ("title: Baker, entry: {feeders: [{title: Kitchen helper}]}", []),
        ("title: Yearly salary", ["table-shifted"]),
        ("title: '77,430'", ["table-shifted"]),
        ("title: Baker, cons: [], pros: [Heat.]", ["section-empty"]),
        ("title: Baker, market: {summary: null}", ["section-empty"]),
        ("title: Baker, environment: {}", ["section-empty"]),
        ("title: Baker, duties: [TBD]", ["section-empty"]),
        ("title: Baker, duties: ['To do what must be done.']", []),
    ],
)
def test_names_and_texts(tmp_path: Path, role: str, rules: list[str]) -> None:
    assert of_roles(tmp_path, role, "title: Miller") == rules


@pytest.mark.parametrize(
    ("education", "rules"),
    [
        ("typical: A high school diploma., certificates: ['State licence, required by law']", []),
        (
            "typical: A bachelor's degree., certificates: ['Licence that requires a master''s degree']",
            ["education-below-licence"],
        ),
        ("typical: A master's degree., certificates: ['Licence that requires a master''s degree']", []),
        ("typical: A good nose., certificates: ['Licence that requires a master''s degree']", []),
        ("typical: A high school diploma., certificates: ['Journeyman or master licence by law']", []),
        ("typical: A high school diploma., certificates: ['Microsoft Associate, which needs no licence']", []),
    ],
)
def test_schooling_and_licences(tmp_path: Path, education: str, rules: list[str]) -> None:
    assert of_roles(tmp_path, f"title: Baker, education: {{{education}}}") == rules


def test_a_history_is_not_old_while_its_newest_release_is_not(tmp_path: Path) -> None:
    years = (f"measure: age, source: survey, period: {year}, value: 40" for year in (2010, 2015, 2024))
    text = f"{HEAD}{SOURCES}{BAKER}    figures:\n" + "".join(f"      - {{{figure}}}\n" for figure in years)
    assert rules_of(looked_at(tmp_path, text, ignore=["source-unused"])) == []


def test_what_is_taken_up_from_another_role_is_told_once_and_is_no_copy(tmp_path: Path) -> None:
    children = "".join(f"  heir-{at}: {{extends: baker, title: Heir {chr(97 + at) * 5}}}\n" for at in range(3))
    text = f"{HEAD}{BAKER}    duties: [Keep the oven hot from two in the morning., TBD]\n    cons: []\n{children}"
    assert sorted(rules_of(looked_at(tmp_path, text))) == ["section-empty", "section-empty"]


def test_a_ladder_paid_in_two_currencies_has_no_raise(tmp_path: Path) -> None:
    pay = "pay: [{source: survey, place: %s, per: year, currency: %s, median: 40000}]"
    levels = (f"track: ic, years: [0, 2], {pay % ('US', 'USD')}", f"track: ic, years: [2, 6], {pay % ('GB', 'GBP')}")
    assert of_levels(tmp_path, *levels) == ["pay-mixed-currencies"]


@pytest.mark.parametrize(("low", "rules"), [(8700, ["pay-falls-on-ladder"]), (40000, [])])
def test_a_range_that_begins_below_half_of_the_last_one_lost_a_digit(
    low: int, rules: list[str], tmp_path: Path
) -> None:
    pay = "pay: [{source: survey, place: US, per: year, currency: USD, low: %s, high: %s}]"
    levels = (f"track: ic, {pay % (72000, 87000)}", f"track: ic, {pay % (low, 105000)}")
    assert of_levels(tmp_path, *levels) == rules


def test_a_range_falls_where_both_of_its_ends_do(tmp_path: Path) -> None:
    pay = "pay: [{source: survey, place: US, per: year, currency: USD, low: %s, high: %s}]"
    first = f"track: ic, years: [0, 2], {pay % (40000, 60000)}"
    assert of_levels(tmp_path, first, f"track: ic, years: [2, 6], {pay % (39000, 59000)}") == ["pay-falls-on-ladder"]
    assert of_levels(tmp_path, first, f"track: ic, years: [2, 6], {pay % (39000, 70000)}") == []


def test_growth_without_a_phrase_over_an_unknown_decade_is_told_once_for_each_source(tmp_path: Path) -> None:
    growth = [f"measure: growth, source: other, value: 4, population: group {at}" for at in range(3)]
    assert of_figures(tmp_path, *growth) == ["growth-decade-unchecked"]


@pytest.mark.parametrize(
    ("needs", "rules"),
    [
        (["must"] * 21 + ["nice"], ["needs-unbalanced"]),
        (["nice"] * 6, ["needs-unbalanced"]),
        (["must"] * 5, []),
        (["must"] * 6 + ["nice"], []),
    ],
)
def test_needs(tmp_path: Path, needs: list[str], rules: list[str]) -> None:
    skills = "".join(f"  s{at}: {{name: Skill {at}, kind: soft}}\n" for at in range(len(needs)))
    required = ", ".join(f"{{skill: s{at}, need: {need}}}" for at, need in enumerate(needs))
    text = f"{HEAD}skills:\n{skills}{BAKER}    skills: [{required}]\n"
    assert rules_of(looked_at(tmp_path, text)) == rules


@pytest.mark.parametrize(
    ("one", "other"),
    [("aliases: [Miller]", "pros: [Flour.]"), ("pros: [Heat.]", "aliases: [Baker]")],
)
def test_a_neighbour_whose_title_is_an_alias_is_only_another_name(tmp_path: Path, one: str, other: str) -> None:
    roles = (f"title: Baker, related: {{role-1: Next door.}}, {one}", f"title: Miller, {other}")
    assert sorted(of_roles(tmp_path, *roles)) == ["alias-is-title", "related-is-alias"]


def test_the_classes_of_one_question_to_a_trade_sum_to_a_hundred(tmp_path: Path) -> None:
    share = "{scale: education, category: %s, percent: %s}"
    text = (
        f"{HEAD}{SOURCES}occupations:\n  51-3011:\n    title: Bakers\n    scheme: soc-2018\n    profile:\n"
        f"      source: survey\n      shares: [{share % ('None', 70)}, {share % ('School', '%s')}]\n"
    )
    assert rules_of(looked_at(tmp_path, text % 29.6, ignore=_UNUSED)) == []
    assert rules_of(looked_at(tmp_path, text % 25, ignore=_UNUSED)) == ["shares-not-hundred"]
