"""An export loses nothing where it says so, and says nothing that its form has no words for."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings

from careercli.answers.catalog_export.answer import ExportForm, export
from careercli.catalog import index_cache
from careercli.catalog.git_revision import read_layers
from careercli.catalog.linked_data import linked_data
from careercli.catalog.subset import select
from careercli.catalog.yaml_reader import parse
from careercli.cli.catalog_export import export as write_export
from careercli.cli.catalog_export import rendered
from careercli.errors import NotFound
from careercli.model import Catalog
from tests.conftest import SMALL, read
from tests.unit.reading import HEAD
from tests.unit.strategies import catalogs

NASTY = SMALL.with_name("nasty.yaml")
FORMS: tuple[ExportForm, ...] = ("yaml", "jsonl", "csv", "jsonld")
ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
SECTIONS = {
    "source": "sources", "place": "places", "family": "families", "skill": "skills", "occupation": "occupations",
    "role": "roles",
}  # fmt: skip
FAMILY = (
    HEAD
    + """
sources: {s: {title: S, kind: judgement}}
places: {US: {title: United States}}
families: {f: {title: F}}
roles:
  track:
    title: Track
    abstract: true
    family: f
    summary: A track.
    progression: Slow.
    levels: [{id: one, title: One, track: ic, source: s, duties: [Work.], autonomy: None at all.}]
    pay: [{source: s, place: US, per: year, currency: USD, median: 1000}]
  plain: {title: Plain, extends: track, summary: Plain work.}
  other:
    title: Other
    extends: track
    progression: null
    duties: []
    levels: [{id: one, autonomy: null, duties: []}, {id: two, title: Two, track: ic, source: s}]
  grandchild: {title: Grandchild, extends: plain, pay: [{source: s, place: US, per: year, currency: USD, median: 7}]}
  twice:
    title: Twice
    family: f
    summary: Says one thing twice.
    training: [{title: A, source: s, note: One.}, {title: A, source: s, note: Two.}]
  heir: {title: Heir, extends: twice, training: [{title: A, source: s, note: One.}]}
"""
)


@pytest.fixture(scope="module")
def embedded() -> Catalog:
    return read_layers(index_cache.embedded_layers())


def text_of(catalog: Catalog, form: ExportForm, **chosen: Sequence[str]) -> str:
    return rendered(export(catalog, form, **chosen), form)


def from_lines(text: str) -> Catalog:
    """Return the catalog that JSON Lines hold, as docs/publishing.md tells others to read them."""
    data: dict[str, Any] = {}
    for line in text.splitlines():
        entity = json.loads(line)
        type_ = entity.pop("type")
        if type_ == "catalog":
            data |= entity
        else:
            data.setdefault(SECTIONS[type_], {})[entity.pop("id")] = entity
    return msgspec.convert(data, Catalog)


# ---- YAML and JSON Lines ----


@settings(max_examples=60)
@given(catalogs())
def test_yaml_and_json_lines_hold_all_that_the_model_allows(drawn: Catalog) -> None:
    roles = {key: msgspec.structs.replace(role, extends=None) for key, role in drawn.roles.items()}
    catalog = msgspec.structs.replace(drawn, roles=roles)  # a drawn role extends nobody that is there
    data = parse("export.yaml", text_of(catalog, "yaml").encode()).data
    assert msgspec.convert(data, Catalog, strict=False) == catalog
    assert from_lines(text_of(catalog, "jsonl")) == catalog


@pytest.mark.parametrize("path", [SMALL, NASTY])
def test_a_catalog_comes_back_from_yaml_the_same(path: Any) -> None:
    catalog = read(path)
    assert read(text_of(catalog, "yaml")) == catalog


def test_the_embedded_catalog_comes_back_from_yaml_the_same(embedded: Catalog) -> None:
    assert read(text_of(embedded, "yaml")) == embedded


@pytest.mark.parametrize(
    "text", ["null", "~", "NO", "0110", "1e3", "12:30", "- x", "a: b", "#", "'", "@x", "\u202e", " x "]
)
def test_a_text_that_yaml_would_read_otherwise_stays_that_text(text: str) -> None:
    catalog = msgspec.structs.replace(read(HEAD), note=text)
    assert read(text_of(catalog, "yaml")) == catalog


def test_roles_that_extend_others_come_back_the_same_and_still_extend_them() -> None:
    catalog = read(FAMILY)
    done = export(catalog, "yaml")
    text = rendered(done, "yaml")
    back = read(text)
    assert back.roles["other"].progression is None
    assert {key for key in catalog.roles if back.roles[key] != catalog.roles[key]} == {"heir"}
    assert done.flattened == ("heir",), "it says anew one of two things of the same name, and nobody could tell which"
    assert msgspec.structs.replace(catalog.roles["heir"], extends=None) == back.roles["heir"]
    written = yaml.safe_load(text)["roles"]
    assert written["plain"] == {"title": "Plain", "summary": "Plain work.", "extends": "track"}
    assert [level["id"] for level in written["other"]["levels"]] == ["one", "two"]
    assert written["other"]["levels"][1] == {"id": "two", "title": "Two", "track": "ic", "source": "s"}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_catalog_gives_the_same_bytes_and_no_character_that_acts(form: ExportForm) -> None:
    catalog = read(NASTY)
    text = text_of(catalog, form)
    assert text == text_of(read(NASTY), form)
    assert re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", text) is None


# ---- some of it ----


def test_a_selection_stands_alone_with_all_that_it_refers_to() -> None:
    catalog = read(text_of(read(SMALL), "yaml", roles=["baker"]))
    assert list(catalog.roles) == ["baker"]
    assert set(catalog.skills) == {"baking", "food-safety", "spreadsheets"}
    assert set(catalog.sources) == {"bakers-census", "bread-outlook", "oven-survey", "editors"}
    assert (set(catalog.families), set(catalog.occupations), set(catalog.places)) == (
        {"kitchen"},
        {"51-3011"},
        {"US", "NA"},
    )


def test_what_leads_out_of_a_selection_is_told_and_a_feeder_keeps_its_title() -> None:
    catalog, dropped = select(read(SMALL), roles=["baker"])
    assert dropped == (
        "baker: move to pastry-chef",
        "baker: move to bakery-manager@manager",
        "baker: difference from pastry-chef",
        "baker: related to pastry-chef",
        "baker: comes from pastry-chef",
    )
    entry = catalog.roles["baker"].entry
    assert entry is not None
    assert [(feeder.title, feeder.role) for feeder in entry.feeders] == [
        ("Kitchen helper", None),
        ("Pastry Chef", None),
    ]


def test_families_and_roles_add_up_and_keep_the_order_of_the_catalog() -> None:
    catalog, _ = select(read(SMALL), roles=["flour-buyer"], families=["kitchen"])
    assert list(catalog.roles) == ["baker", "pastry-chef", "flour-buyer"]


def test_a_track_comes_along_and_a_role_that_is_extended_does_not() -> None:
    catalog, dropped = select(read(FAMILY), roles=["plain", "heir"])
    assert list(catalog.roles) == ["track", "plain", "heir"]
    assert dropped == ("heir: extends twice, whose text it keeps",)
    assert catalog.roles["heir"].summary == "Says one thing twice."


@pytest.mark.parametrize("family", ["software", "health-care", "sales"])
def test_every_family_of_the_embedded_catalog_stands_alone(embedded: Catalog, family: str) -> None:
    chosen = select(embedded, families=[family]).catalog
    assert read(text_of(embedded, "yaml", families=[family])) == chosen


def test_a_name_that_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(NotFound, match=r"no role 'bakr' in the catalog \(did you mean 'baker'\?\)"):
        select(read(SMALL), roles=["bakr"])
    with pytest.raises(NotFound, match="no family 'kitchens'"):
        select(read(SMALL), families=["kitchens"])


# ---- CSV ----


def rows_of(catalog: Catalog) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(catalog, "csv"), newline="")))


def test_csv_has_a_row_for_each_statement_with_all_that_it_must_be_read_with() -> None:
    rows = rows_of(read(SMALL))
    assert len(rows) == 19
    median = next(row for row in rows if row["occupation"] == "51-3011" and row["per"] == "year")
    assert (median["median"], median["unit"], median["period"], median["place"]) == ("36000", "USD", "2025-05", "US")
    assert median["roles"] == "baker exact; pastry-chef part; bakery-manager proxy"


def test_a_bound_is_words_and_no_number_in_csv() -> None:
    (head,) = [row for row in rows_of(read(SMALL)) if row["level"] == "head"]
    assert (head["median"], head["bounds"]) == ("", "median at least 55,000")


def test_no_cell_of_csv_is_a_formula() -> None:
    cells = [cell for row in rows_of(read(NASTY)) for cell in row.values() if not re.fullmatch(r"-?[\d.]*", cell)]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


# ---- JSON-LD ----

THING = {"name", "description", "identifier", "alternateName", "sameAs", "url", "subjectOf"}
WORK = THING | {"publisher", "temporalCoverage", "license"}
AREA = THING | {"containedInPlace"}
VOCABULARY: dict[str, set[str]] = {
    "Occupation": THING | {
        "educationRequirements", "estimatedSalary", "experienceRequirements", "occupationLocation",
        "occupationalCategory", "qualifications", "responsibilities", "skills",
    },
    "MonetaryAmountDistribution": THING | {
        "currency", "duration", "median", "percentile10", "percentile25", "percentile75", "percentile90",
    },
    "CategoryCode": THING | {"codeValue", "inCodeSet", "termCode", "inDefinedTermSet"},
    "CategoryCodeSet": WORK | {"hasCategoryCode", "hasDefinedTerm"},
    "DefinedTerm": THING | {"termCode", "inDefinedTermSet"},
    "DefinedTermSet": WORK | {"hasDefinedTerm"},
    "EducationalOccupationalCredential": WORK | {"credentialCategory", "educationalLevel", "competencyRequired"},
    "OccupationalExperienceRequirements": THING | {"monthsOfExperience"},
    "Dataset": WORK | {"variableMeasured"},
    "CreativeWork": WORK,
    "Organization": THING,
    "Country": AREA,
    "State": AREA,
    "AdministrativeArea": AREA,
}  # fmt: skip
"""The types of schema.org that are used, with the properties that they have there, those of wider types included."""
RANGES: dict[str, tuple[type | str, ...]] = {
    "occupationalCategory": ("CategoryCode",), "inCodeSet": ("CategoryCodeSet",),
    "inDefinedTermSet": ("DefinedTermSet",), "estimatedSalary": ("MonetaryAmountDistribution",),
    "occupationLocation": ("Country", "State", "AdministrativeArea"),
    "containedInPlace": ("Country", "State", "AdministrativeArea"), "skills": ("DefinedTerm",),
    "educationRequirements": ("EducationalOccupationalCredential", str),
    "experienceRequirements": ("OccupationalExperienceRequirements", str),
    "subjectOf": ("Dataset", "CreativeWork"), "publisher": ("Organization",), "license": ("CreativeWork",),
    "median": (int, float), "percentile10": (int, float), "percentile25": (int, float), "percentile75": (int, float),
    "percentile90": (int, float), "monthsOfExperience": (int, float),
}  # fmt: skip
"""What the values of properties are; all others are texts."""


def nodes_in(value: Any) -> Iterator[dict[str, Any]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            for inner in item.values():
                yield from nodes_in(inner)


def check(document: dict[str, Any]) -> None:
    """Hold a document against the vocabulary."""
    assert list(document) == ["@context", "@graph"]
    assert document["@context"] == "https://schema.org"
    ids = [node["@id"] for node in document["@graph"]]
    assert len(ids) == len(set(ids))
    for node in nodes_in(document["@graph"]):
        properties = {key for key in node if not key.startswith("@")}
        assert properties <= VOCABULARY[node["@type"]], node["@type"]
        for key in properties:
            for value in node[key] if isinstance(node[key], list) else [node[key]]:
                assert value not in ("", None)
                kind = value["@type"] if isinstance(value, dict) else type(value)
                assert kind in RANGES.get(key, (str,)), (key, value)


def by_id(catalog: Catalog) -> dict[str, dict[str, Any]]:
    return {node["@id"]: node for node in linked_data(catalog)["@graph"]}


@pytest.mark.parametrize("path", [SMALL, NASTY])
def test_linked_data_uses_the_words_of_the_vocabulary_only(path: Any) -> None:
    check(json.loads(text_of(read(path), "jsonld")))


def test_linked_data_of_the_embedded_catalog_uses_the_words_of_the_vocabulary_only(embedded: Catalog) -> None:
    check(json.loads(text_of(embedded, "jsonld")))


@settings(max_examples=40)
@given(catalogs())
def test_linked_data_of_any_catalog_uses_the_words_of_the_vocabulary_only(catalog: Catalog) -> None:
    check(json.loads(text_of(catalog, "jsonld")))


def test_pay_of_the_class_that_the_role_is_is_its_estimated_salary() -> None:
    baker = by_id(read(SMALL))["#baker"]
    year, hour = baker["estimatedSalary"]
    assert (year["currency"], year["duration"], hour["duration"]) == ("USD", "P1Y", "PT1H")
    points = ("percentile10", "percentile25", "median", "percentile75")
    assert [year[point] for point in points] == [26000, 30000, 36000, 41000]
    assert "percentile90" not in year, "it is only a bound"
    assert (year["subjectOf"]["name"], year["subjectOf"]["temporalCoverage"]) == ("Census of Bakers", "2025-05")
    assert baker["occupationalCategory"]["codeValue"] == "51-3011"
    assert baker["educationRequirements"] == ["No formal educational credential", "An apprenticeship"]


def test_another_job_and_a_wider_class_lend_no_pay() -> None:
    nodes = by_id(read(SMALL))
    assert "estimatedSalary" not in nodes["#bakery-manager"]
    assert "occupationalCategory" not in nodes["#bakery-manager"], "a proxy is another job"
    assert "estimatedSalary" not in nodes["#pastry-chef"]
    assert nodes["#pastry-chef"]["occupationalCategory"]["description"].startswith("The census counts everybody")


def test_an_estimate_is_no_salary() -> None:
    text = SMALL.read_text("utf-8").replace(
        "title: Census of Bakers\n    kind: official", "title: Rule\n    kind: rule"
    )
    assert "estimatedSalary" not in by_id(read(text))["#baker"]


def test_each_place_is_an_occupation_of_its_own_since_pay_has_no_place() -> None:
    own = "  - {source: oven-survey, place: NA, per: month, currency: NAD, median: 6000, population: members}"
    text = SMALL.read_text("utf-8").replace(
        "    pay:\n      - {source: oven-survey", f"    pay:\n    {own}\n      - {{source: oven-survey", 1
    )
    abroad = by_id(read(text))["#baker@NA"]
    assert abroad["occupationLocation"] == {"@type": "AdministrativeArea", "identifier": "NA", "name": "Namibia"}
    assert abroad["estimatedSalary"]["name"] == "members"
    assert "responsibilities" not in abroad


def test_places_that_lie_in_each_other_end() -> None:
    text = SMALL.read_text("utf-8").replace("US: {title: United States}", "US: {title: United States, within: NA}")
    catalog = read(text.replace("NA: {title: Namibia}", "NA: {title: Namibia, within: US}"))
    inner = by_id(catalog)["#baker"]["occupationLocation"]["containedInPlace"]
    assert (inner["identifier"], "containedInPlace" in inner) == ("NA", False)
    assert set(select(catalog, roles=["baker"]).catalog.places) == {"US", "NA"}


def test_the_newest_of_several_years_is_the_salary() -> None:
    older = "- {source: bakers-census, place: US, per: year, currency: USD, median: 30000, period: 2019-05}\n      "
    text = SMALL.read_text("utf-8").replace("- {source: bakers-census", older + "- {source: bakers-census", 1)
    assert [pay["median"] for pay in by_id(read(text))["#baker"]["estimatedSalary"]] == [36000, 17.31]


def test_experience_is_in_months_and_only_where_years_are_stated() -> None:
    nodes = by_id(read(SMALL))
    assert nodes["#bakery-manager"]["experienceRequirements"]["monthsOfExperience"] == 72
    assert "experienceRequirements" not in nodes["#flour-buyer"]
    related = "- {measure: related-experience, source: bread-outlook, of: %s}\n      - {measure: growth"
    for words, expected in (("5 years or more", 60), ("Less than 5 years", 0)):
        text = SMALL.read_text("utf-8").replace("- {measure: growth", related % words, 1)
        found = by_id(read(text))["#baker"]["experienceRequirements"]
        assert found["monthsOfExperience"] == expected


def test_a_track_is_nobodys_occupation() -> None:
    assert "#track" not in by_id(read(FAMILY))


def test_yaml_that_could_not_be_read_again_is_json_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "all.json", tmp_path / "all.yaml"
    made = export(read_layers([str(SMALL)]), "yaml")
    monkeypatch.setattr("careercli.catalog.yaml_reader.MAX_BYTES", 0)
    source.write_text(rendered(made, "yaml"), "utf-8")
    write_export([str(source)], output=target)
    assert "written as JSON, which is YAML too" in capfd.readouterr().err
    monkeypatch.undo()
    assert target.read_bytes()[:1] == b"{"
    assert read(target) == read(SMALL)
