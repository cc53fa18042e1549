"""What is near on the real O*NET release, held against the experts' lists. Skips aloud where the release is absent."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from careercli.catalog.similarity import WEIGHTS, features
from careercli.model import Catalog
from tests.importers.workbooks import official

SCRIPT = Path(__file__).parents[2] / "scripts" / "similarity_recall.py"
SALES, SERVICE, DEVELOPERS, NURSES = "11-2022", "43-4051", "15-1252", "29-1141"
FIRST_FIVE = {
    SALES: (
        "Marketing Managers",
        "Sales Representatives of Services, Except Advertising, Insurance, Financial Services, and Travel",
        "Market Research Analysts and Marketing Specialists",
        "Advertising and Promotions Managers",
        "Wholesale and Retail Buyers, Except Farm Products",
    ),
    SERVICE: (
        "Sales Representatives of Services, Except Advertising, Insurance, Financial Services, and Travel",
        "Telemarketers",
        "Insurance Claims and Policy Processing Clerks",
        "New Accounts Clerks",
        "Credit Authorizers, Checkers, and Clerks",
    ),
    DEVELOPERS: (
        "Computer Systems Engineers/Architects",
        "Computer Programmers",
        "Computer Systems Analysts",
        "Computer Hardware Engineers",
        "Software Quality Assurance Analysts and Testers",
    ),
    NURSES: (
        "Clinical Nurse Specialists",
        "Nurse Practitioners",
        "Acute Care Nurses",
        "Critical Care Nurses",
        "Licensed Practical and Licensed Vocational Nurses",
    ),
}
"""The experts' first five, in their order."""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Return the script, which is no module of the package."""
    spec = importlib.util.spec_from_file_location("similarity_recall", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def release(script: ModuleType) -> Catalog:
    """Return the release as a catalog, each occupation a role."""
    catalog: Catalog = script.read_release(official("onet-29.2"))
    return catalog


@pytest.fixture(scope="module")
def near(script: ModuleType, release: Catalog) -> dict[str, list[str]]:
    """Return the twenty nearest roles of each role."""
    found: dict[str, list[str]] = script.nearest(features(release), WEIGHTS)
    return found


def role_of(catalog: Catalog, code: str) -> str:
    (role,) = (role for role, body in catalog.roles.items() if body.occupations[0].code == code)
    return role


@pytest.mark.parametrize("code", FIRST_FIVE)
def test_the_experts_first_five_are_read_in_their_order(code: str, release: Catalog) -> None:
    profile = release.occupations[code].profile
    assert profile is not None
    first = sorted(profile.related, key=lambda other: other.rank)[:5]
    assert tuple(release.occupations[other.code].title for other in first) == FIRST_FIVE[code]
    assert {other.tier for other in first} == {"primary-short"}


def test_most_of_what_experts_call_near_is_found(
    script: ModuleType, release: Catalog, near: dict[str, list[str]]
) -> None:
    experts = script.expert_lists(release)
    assert len(experts) == 923
    found = script.recall(near, experts)
    assert found.at_10 >= 0.63, "measured .636"
    assert found.at_20 >= 0.645, "measured .650"


def test_the_weights_are_as_good_on_either_half_of_the_occupations(
    script: ModuleType, release: Catalog, near: dict[str, list[str]]
) -> None:
    halves = script.halves(script.expert_lists(release)).values()
    assert [len(half) for half in halves] == [462, 461]
    assert all(script.recall(near, half).at_10 >= 0.62 for half in halves)


@pytest.mark.parametrize(("code", "wanted"), [(SALES, 6), (SERVICE, 7), (DEVELOPERS, 9), (NURSES, 7)])
def test_the_first_ten_have_so_many_of_the_experts_ten(
    code: str, wanted: int, script: ModuleType, release: Catalog, near: dict[str, list[str]]
) -> None:
    role = role_of(release, code)
    assert len(script.expert_lists(release)[role].primary & set(near[role][:10])) >= wanted


def test_an_occupation_without_ratings_is_compared_by_what_it_has(near: dict[str, list[str]], release: Catalog) -> None:
    developers = release.occupations[DEVELOPERS].profile
    assert developers is not None
    assert "knowledge" in developers.missing
    assert near[role_of(release, DEVELOPERS)][0] == "software-quality-assurance-analysts-and-testers"
