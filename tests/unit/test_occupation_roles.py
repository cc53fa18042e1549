"""An occupation that has a profile and is no role yet answers like one, whatever its scheme, code and title."""

import pytest

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
    role = "families: {f: {title: F}}\nroles: {nurse: {title: Nurse, family: f, summary: S, occupations: [%s]}}\n"
    text = occupations(("29-1141", "soc-2018", "Nurses")) + role
    exact, proxy = "{code: 29-1141, fit: exact}", "{code: 29-1141, fit: proxy}"
    assert [summary.id for summary in library_of(text % exact).role_summaries()] == ["nurse"]
    assert [card.id for card in library_of(text % proxy).role_summaries()] == ["nurse", "nurses"]


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
