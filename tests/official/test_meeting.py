"""Curated roles and imported occupations meet by code; what is in neither place is not made up."""

import pytest

from tests.official import Home, downloads


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home into which small files of every official kind were imported."""
    home = Home(tmp_path_factory.mktemp("official"), market=False)
    home.imported(downloads(tmp_path_factory.mktemp("downloads")))
    return home


def test_a_curated_role_keeps_its_text(official: Home) -> None:
    (ours,) = official.json("show", "sales-manager")["rows"]
    layers = official.folder / "empty"
    layers.mkdir(exist_ok=True)
    (alone,) = Home(layers, market=False).json("show", "sales-manager")["rows"]
    assert (ours["title"], ours["summary"], ours["aliases"]) == (alone["title"], alone["summary"], alone["aliases"])
    kept = {section["section"]: section for section in ours["sections"]}
    for section in alone["sections"]:
        if section["section"] not in ("pay", "outlook", "people"):
            assert kept[section["section"]]["text"] == section["text"]
            assert kept[section["section"]]["items"] == section["items"]
    assert "official distribution" not in str(ours)


def test_a_curated_role_gets_the_figures_of_its_class_with_their_fit(official: Home) -> None:
    rows = official.json("salary", "sales-manager", "--place", "TX")["rows"]
    assert [(row["median"], row["occupation"], row["fit"]) for row in rows if row["per"] == "year"] == [
        (130_000, "11-2022", "exact")
    ]


def test_the_official_titles_of_a_curated_role_are_found(official: Home) -> None:
    first = official.json("search", "zonal sales chieftain")["rows"][0]
    assert (first["role"], first["title"], first["matched_name"]) == (
        "sales-manager",
        "Sales Manager",
        "Zonal Sales Chieftain",
    )
    assert official.json("show", "Zonal Sales Chieftain")["rows"][0]["role"] == "sales-manager"
    assert official.json("show", "Sales Managers")["rows"][0]["role"] == "sales-manager"


def test_a_class_that_is_a_curated_role_does_not_become_a_second_one(official: Home) -> None:
    assert "sales-managers" not in {row["role"] for row in official.json("list")["rows"]}


def test_an_occupation_that_is_no_role_becomes_one_in_its_own_words(official: Home) -> None:
    (guide,) = official.json("show", "patternmakers-wood")["rows"]
    assert guide["title"] == "Patternmakers, Wood"
    assert guide["family_title"] == "Production"
    assert guide["summary"] == "Plan, lay out, and construct wooden unit patterns."
    sections = {section["section"]: section for section in guide["sections"]}
    assert sections["duties"]["items"] == ["Read blueprints, drawings, or written specifications."]
    # Importance 3.88 on a scale from 1 to 5, level 3.5 on one from 0 to 7; the unreliable rating is left out.
    assert [(skill["importance"], skill["skill_level"]) for skill in sections["skills"]["skills"]] == [(72, 50)]
    assert sections["related"]["said"]
    assert "primary, short, number 1" in str(sections["related"])
    assert official.json("show", "jig whittler")["rows"][0]["role"] == "patternmakers-wood"


def test_a_title_of_two_occupations_is_a_question_and_search_shows_both(official: Home) -> None:
    ran = official.run("show", "Timber Shaper")
    assert (ran.stdout, ran.code) == ("", 1)
    assert "patternmakers-wood" in ran.stderr
    assert "model-makers-wood" in ran.stderr
    found = [row["role"] for row in official.json("search", "Timber Shaper")["rows"]]
    assert {*found[:2]} == {"patternmakers-wood", "model-makers-wood"}


def test_an_occupation_without_skills_says_so(official: Home) -> None:
    (guide,) = official.json("show", "model-makers-wood", "--section", "skills")["rows"]
    (skills,) = guide["sections"]
    assert (skills["section"], skills["said"], skills["skills"]) == ("skills", False, [])
    assert "O*NET 29.2 Database has no skills for" in official.page("show", "model-makers-wood", "--section", "skills")


def test_the_whole_guide_of_an_occupation_without_skills_says_so_too(official: Home) -> None:
    page = official.page("show", "model-makers-wood", "--full")
    assert "\nSkills\n" in page


def test_a_role_and_an_occupation_can_be_compared(official: Home) -> None:
    page = official.page("compare", "sales-manager", "patternmakers-wood")
    assert "Sales Manager" in page
    assert "Patternmakers, Wood" in page


def test_a_role_of_the_catalog_shows_what_the_survey_says_of_its_class_and_cites_it(official: Home) -> None:
    answer = official.json("show", "sales-manager")
    surveyed = [section for section in answer["rows"][0]["sections"] if section["section"].startswith("survey-")]
    assert surveyed
    assert {section["source"] for section in surveyed} <= {source["source"] for source in answer["sources"]}
    assert all("11-2022" in section["text"] for section in surveyed)
