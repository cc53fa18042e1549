"""An occupation that has a profile and is no role yet answers like one, whatever its scheme, code and title."""

from pathlib import Path

import pytest

from careercli.catalog import index_cache
from careercli.catalog.records import RoleSummary
from tests.conftest import LibraryOf, Run
from tests.unit.reading import HEAD

START = HEAD + "sources: {s: {title: S, kind: official}}\n"


def occupations(*classes: tuple[str, str, str]) -> str:
    """Return a catalog of (code, scheme, title), each with the least of a profile."""
    lines = "".join(
        f"  '{code}': {{title: {title}, scheme: {scheme}, profile: {{source: s, description: D}}}}\n"
        for code, scheme, title in classes
    )
    return f"{START}occupations:\n{lines}"


@pytest.mark.parametrize(
    ("code", "scheme"),
    [
        ("29-1141", "soc-2018"),
        ("29-1141.00", "onet-soc-2019"),
        ("0110", "isco-08"),
        ("C0110", "isco-08"),
        ("http://data.europa.eu/esco/occupation/1", "esco"),
        ("99-9999", "soc-2018"),
        ("1", "isco-08"),
    ],
)
def test_an_occupation_of_any_scheme_becomes_a_role_of_a_family_that_is_there(
    code: str, scheme: str, library_of: LibraryOf
) -> None:
    reader = library_of(occupations((code, scheme, "Nurses")))
    (summary,) = reader.role_summaries()
    role = reader.role(summary.id)
    assert (summary.id, role.title, role.aliases) == ("nurses", "Nurses", ("Nurse",))
    assert role.family in reader.families()


@pytest.mark.parametrize(
    "titles", [("Nurses", "Nurses"), ("Nurses", "Nurses!"), ("士官", "看護師"), ("Nurses", "nurses")]
)
def test_two_occupations_whose_titles_make_one_id_are_two_roles(titles: tuple[str, str], library_of: LibraryOf) -> None:
    text = occupations(("29-1141", "soc-2018", titles[0]), ("29-1142", "soc-2018", titles[1]))
    reader = library_of(text)
    summaries = reader.role_summaries()
    assert sorted(card.title for card in summaries) == sorted(titles)
    assert all(summary.id for summary in summaries)
    assert len(reader.roles(card.id for card in summaries)) == 2


def test_an_occupation_that_a_role_is_already_makes_no_second_role(library_of: LibraryOf) -> None:
    role = "families: {f: {title: F}}\nroles: {matron: {title: Matron, family: f, summary: S, occupations: [%s]}}\n"
    text = occupations(("29-1141", "soc-2018", "Nurses")) + role
    exact, proxy = "{code: 29-1141, fit: exact}", "{code: 29-1141, fit: proxy}"
    assert [summary.id for summary in library_of(text % exact).role_summaries()] == ["matron"]
    assert [card.id for card in library_of(text % proxy).role_summaries()] == ["matron", "nurses"]


def test_a_declared_role_keeps_its_id_and_the_derived_one_takes_its_code(library_of: LibraryOf) -> None:
    role = "families: {f: {title: F}}\nroles: {nurses: {title: Wards, family: f, summary: S}}\n"
    summaries = library_of(occupations(("29-1141", "soc-2018", "Nurses")) + role).role_summaries()
    assert [(summary.id, summary.title) for summary in summaries] == [("nurses", "Wards"), ("nurses-29-1141", "Nurses")]


def test_an_occupation_without_a_profile_is_no_role(library_of: LibraryOf) -> None:
    assert library_of(START + "occupations: {'29-1141': {title: Nurses, scheme: soc-2018}}\n").role_summaries() == []


@pytest.mark.parametrize("command", [("list",), ("show", "nurses"), ("salary", "nurses"), ("path", "nurses")])
def test_every_command_answers_for_an_occupation_of_another_scheme(command: tuple[str, ...], run: Run) -> None:
    text = occupations(("0110", "isco-08", "Nurses"))
    done = run(*command, "--no-default-catalog", "--catalog", "/dev/stdin", stdin=text)
    assert (done.stderr, done.code) == ("", 0)


SURVEY = """\
schema_version: 1
name: survey
sources: {s: {title: S, kind: official}}
places: {US: {title: United States, kind: country}}
occupations:
"""


def surveyed(path: Path, **titles: str) -> Path:
    """Write a layer that gives pay for classes, named by code, and says nothing of roles."""
    pay = "[{source: s, place: US, per: year, currency: USD, median: 53710}]"
    lines = (f"  '{code}': {{title: {title}, scheme: soc-2018, pay: {pay}}}\n" for code, title in titles.items())
    path.write_text(SURVEY + "".join(lines), "utf-8")
    return path


def summaries(*layers: Path) -> dict[str, RoleSummary]:
    found = index_cache.query([str(layer) for layer in layers], lambda reader: reader.role_summaries())
    return {summary.id: summary for summary in found}


def test_a_class_of_a_survey_can_be_asked_for_without_a_profile(
    small_catalog: Path, tmp_path: Path, cache: Path
) -> None:
    layer = surveyed(tmp_path / "survey.yaml", **{"29-1212": "Cardiologists", "51-3011": "Bakers"})
    alone = summaries(small_catalog)
    found = summaries(small_catalog, layer)
    assert found.keys() - alone.keys() == {"cardiologists"}, "a class that a role is already makes no second one"
    pay = found["cardiologists"].pay
    assert pay is not None
    assert (pay.amount, pay.fit) == (53710, "exact")


@pytest.mark.parametrize(
    ("part", "counted"),
    [
        ("21-1014", "21-1018"),  # joined by OEWS under a code that SOC does not have
        ("25-9042", "25-9045"),
        ("31-1121", "31-1120"),  # a broad class
        ("29-2011.01", "29-2010"),  # a part of a part
    ],
)
def test_a_part_of_a_class_that_statistics_count_inherits_its_pay_as_a_part(
    part: str, counted: str, tmp_path: Path, cache: Path
) -> None:
    wider = f", part_of: {part[:7]}" if "." in part else ""
    classes = [(part, f"{{title: Parts, scheme: onet-soc-2019{wider}, profile: {{source: s, description: D}}}}")]
    classes += [(part[:7], "{title: Wider, scheme: soc-2018, profile: {source: s, description: D}}")] if wider else []
    lines = "".join(f"  '{code}': {text}\n" for code, text in classes)
    profiles = tmp_path / "profiles.yaml"
    profiles.write_text(f"{START}occupations:\n{lines}", "utf-8")
    found = summaries(profiles, surveyed(tmp_path / "survey.yaml", **{counted: "Counted"}))
    pay = found["parts"].pay
    assert pay is not None
    assert (pay.amount, pay.occupation, pay.fit) == (53710, counted, "part")
    assert found["counted"].pay is not None
