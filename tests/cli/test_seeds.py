"""Every number of the two seed pages stands where a user would look for it, in the answers of the embedded catalog."""

import functools
import re

import pytest

from tests.render.answers import Case, text

A, B = "customer-relationship-manager", "customer-relations-manager"


@functools.cache
def words(command: str) -> str:
    """Return a command's page about the seed roles, its lines joined and its blanks single."""
    return " ".join(text(Case("embedded", command), None).split())


@functools.cache
def cells(label: str) -> tuple[str, ...]:
    """Return the cells of the row of the comparison that begins with the label."""
    lines = text(Case("embedded", "compare"), None).splitlines()
    line = next(line for line in lines if re.sub(r" \[\d\]$", "", re.split(r" {2,}", line)[0]) == label)
    return tuple(cell.strip() for cell in re.split(r" {2,}", line)[1:])


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Mean pay a year", ("$78,814", "$66,782", "$12,032 (18.0%)")),
        ("Mean pay an hour", ("$37.89", "$32.11", "$5.78 (18.0%)")),
        ("Pay range a year", ("$54,000–$113,000", "$42,000–$104,000", "from $12,000 (28.6%)")),
        ("Growth", ("5%", "8%", "3 points")),
        ("Jobs", ("77,430", "61,089", "16,341 (26.8%)")),
        ("Time to enter", ("4–6 years", "2–4 years")),
        ("Years of experience", ("6 years", "4 years", "2 years (50.0%)")),
        ("Most common degree: Bachelor's degree", ("59%", "57%", "2 points")),
        ("Most common major", ("Business", "Business")),
        ("Most common college", ("California State University - Bakersfield",) * 2),
        ("Best-paying city", ("San Francisco, CA", "Pleasanton, CA")),
        ("Best-paying state", ("Washington", "Nevada")),
        ("Best-paying company", ("Amazon", "Amazon")),
        ("Best-paying industry", ("Technology", "Automotive")),
        ("Job satisfaction", ("not given", "not given")),
        ("Average age", ("47 years", "42 years", "5 years (11.9%)")),
        ("Gender: Male", ("41.4%", "38.2%", "3.2 points")),
        ("Gender: Female", ("58.6%", "61.8%", "3.2 points")),
        ("Race and ethnicity: Black or African American", ("10.8%", "6%", "4.8 points")),
        ("Race and ethnicity: Unknown", ("4.7%", "4.7%", "equal")),
        ("Race and ethnicity: Hispanic or Latino", ("18.3%", "9.1%", "9.2 points")),
        ("Race and ethnicity: Asian", ("5.2%", "5.1%", "0.1 points")),
        ("Race and ethnicity: White", ("60.3%", "74.7%", "14.4 points")),
        ("Race and ethnicity: American Indian and Alaska Native", ("0.6%", "0.4%", "0.2 points")),
        ("LGBT share", ("8%", "16%", "8 points")),
    ],
)
def test_the_comparison_holds_the_comparison_pages_figures_side_by_side(label: str, expected: tuple[str, ...]) -> None:
    assert cells(label) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Customer Relationship Manager pays more: $78,814 against $66,782 a year (average)",
        "$12,032 or 18% more (a career comparison page, undated)",
        "Customer Relations Manager is quicker to get into, 2–4 years against 4–6",
        "and should grow faster, 8% against 5%",
        "Customer Relationship Manager needs Customer service, Customer relationships and",
        "Customer Relations Manager needs Customer issues, Customer relations and Customer satisfaction",
        "Sales Managers (SOC 11-2022), a different job",
    ],
)
def test_the_comparison_says_it_in_words(said: str) -> None:
    assert said in words("compare")


def test_the_comparison_keeps_the_comparison_pages_three_top_skills_of_each_side() -> None:
    page = words("compare")
    tops = ["Customer service", "Customer relationships", "CRM software"]
    tops += ["Customer issues", "Customer relations", "Customer satisfaction"]
    assert [skill for skill in tops if f"• {skill}" not in page] == []


@pytest.mark.parametrize(
    "said",
    [
        "from $54,000 · average $78,814 · to $113,000",
        "average $37.89",
        "from $60,000 · to ≥ $180,000",
        "from $50,000 · to $65,000",
        "from $80,000 · to ≥ $120,000",
        "from $70,000 · to $120,000",
        "Canada, CAD a year A complete career guide, no date given [2] from CAD 60,000 · to CAD 95,000",
        "Western Europe, EUR a year A complete career guide, no date given [2] from €40,000 · to €75,000",
        "United Kingdom, GBP a year A complete career guide, no date given [2] from £40,000 · to £65,000",
        "Singapore, SGD a year A complete career guide, no date given [2] from SGD 60,000 · to SGD 100,000",
        "Australia, AUD a year A complete career guide, no date given [2] from AUD 70,000 · to AUD 110,000",
        "Latin America, USD a year A complete career guide, no date given [2] from $25,000 · to $50,000",
    ],
)
def test_salary_shows_every_range_of_both_pages(said: str) -> None:
    assert said in words("salary")


@pytest.mark.parametrize(
    "said",
    [
        "Sales Managers (SOC 11-2022), a different job; A complete career guide, 2023-05 [2] median $127,490",
        "$127,490 (median for Sales Managers, A complete career guide) is 1.62 times $78,814 (average,",
        "$127,490 (median for Sales Managers, A complete career guide) is 1.82 times $70,000 (median",
        "an average is not a median",
        "135,160",
        "10% under $73,170 · 25% under $100,360 · median $148,270 · average $164,350 · 75% under $207,340 · "
        "90% under $290,540",
    ],
)
def test_salary_says_where_the_sources_disagree_and_whose_figure_it_is(said: str) -> None:
    assert said in words("salary")


@pytest.mark.parametrize(
    ("level", "points"),
    [
        ("Junior Customer Relationship Manager", "median $50,000 · average $55,000"),
        ("Customer Relationship Manager", "median $70,000 · average $75,000"),
        ("Senior Customer Relationship Manager", "median $90,000 · average $95,000"),
        ("Customer Relationship Lead", "median $110,000 · average $115,000"),
        ("Director of Customer Relationship Management", "median $140,000 · average $150,000"),
    ],
)
def test_salary_shows_the_pay_of_each_level(level: str, points: str) -> None:
    assert f"{level}; A complete career guide, no date given [2] {points}" in words("salary")


@pytest.mark.parametrize(
    ("level", "before", "after", "share"),
    [
        ("Customer Relationship Manager", "$50,000", "$70,000", "+40.0%"),
        ("Senior Customer Relationship Manager", "$70,000", "$90,000", "+28.6%"),
        ("Customer Relationship Lead", "$90,000", "$110,000", "+22.2%"),
        ("Director of Customer Relationship Management", "$110,000", "$140,000", "+27.3%"),
    ],
)
def test_salary_shows_the_raise_from_level_to_level(level: str, before: str, after: str, share: str) -> None:
    amount = int(after[1:].replace(",", "")) - int(before[1:].replace(",", ""))
    assert f"{level} median [2] {before} {after} +${amount:,} {share}" in words("salary")


def test_salary_says_how_far_the_ladder_reaches_and_how_means_stand_over_medians() -> None:
    assert "the median rises from $50,000 to $140,000, 2.8 times" in words("salary")
    assert "10.0%, 7.1%, 5.6%, 4.5% and 7.1%" in words("salary")


@pytest.mark.parametrize(
    "said",
    [
        "under 2 years",
        "2 to under 5 years",
        "5 to under 8 years",
        "8 to under 12 years",
        "12+ years",
        "$70,000 median [4] +40.0%",
        "$90,000 median [4] +28.6%",
        "$110,000 median [4] +22.2%",
        "$140,000 median [4] +27.3%",
        "lateral to Sales Manager",
        "lateral to Marketing Manager",
        "lateral to Product Manager",
        "pivot to Management Consultant",
    ],
)
def test_the_path_shows_bands_pay_raises_and_the_ways_out(said: str) -> None:
    assert said in words("path")


@pytest.mark.parametrize(
    "said",
    [
        "Time to enter [1] 4–6 years",
        "Time to enter [2] 3–6 months career changer with related experience",
        "Time to enter [2] 1–2 years complete beginner",
        "Years of experience [1] 6 years",
        "Growth [1] 5%",
        '5% (the source says "as fast as average") Sales Managers (SOC 11-2022), a different job, 2022-32',
        "33,700 a year Sales Managers (SOC 11-2022), a different job, 2022-32",
        "Jobs [1] 77,430",
        "Most common degree [1] 59% Bachelor's degree",
        "Average age [1] 47 years",
        "Gender [1] 41.4% Male",
        "The six add to 99.9.",
        "Job satisfaction [1] not given",
    ],
)
def test_the_guide_holds_the_figures_that_contradict_each_other_side_by_side(said: str) -> None:
    assert said in words("show")


@pytest.mark.parametrize(
    ("route", "cost", "time"),
    [
        ("Bachelor's degree", r"\$40,000 to ≥ \$100,000", "4 years"),
        ("Certificates and online courses", r"up to \$5,000", "not given"),
        ("Bootcamp", r"\$10,000–\$20,000", "12–24 weeks"),
    ],
)
def test_the_guide_says_what_training_costs_and_takes(route: str, cost: str, time: str) -> None:
    assert re.search(rf"{route} \[\d\] +{cost} +{time}", text(Case("embedded", "show"), None))


def test_the_guide_has_each_level_with_its_band_and_pay() -> None:
    page = words("show")
    for band, pay in (
        ("under 2 years", "median $50,000 · average $55,000"),
        ("2 to under 5 years", "median $70,000 · average $75,000"),
        ("5 to under 8 years", "median $90,000 · average $95,000"),
        ("8 to under 12 years", "median $110,000 · average $115,000"),
        ("12+ years", "median $140,000 · average $150,000"),
    ):
        assert f"{band} [2] Pay: {pay}" in page
