"""Which roles are near: by which kinds of evidence, in which order, and when nothing can be said."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalog import similarity_space
from careercli.catalog.occupation_roles import roles_from_occupations
from careercli.catalog.reader import SimilarRoleRow
from careercli.catalog.similarity import EvidenceKind, Features, features
from careercli.catalog.similarity_space import MAX_SIMILAR, SimilarRole, most_similar
from careercli.catalog.tfidf import (
    VECTOR_LENGTH,
    Vector,
    Vectors,
    idf_vector,
    rarities,
    vector,
    weighted_sum,
    word_weights,
)
from careercli.model import Catalog
from tests.conftest import LibraryOf, embedded_catalog, read
from tests.unit.reading import HEAD

START = HEAD + "sources: {s: {title: S, kind: official}}\nfamilies: {f: {title: F}}\n"
NAMES = st.dictionaries(st.sampled_from("abcdefghij"), st.floats(0, 100), max_size=8)


def idf_vectors(roles: Sequence[Mapping[str, float]]) -> list[Vector]:
    """Return the vectors of roles, weighed by how rare each feature is among them."""
    rarity = rarities(roles)
    return [idf_vector(weights, rarity) for weights in roles]


def near(*roles: tuple[str, Mapping[EvidenceKind, str]], keep: int = MAX_SIMILAR) -> dict[str, tuple[SimilarRole, ...]]:
    """Return the neighbours of roles that are each told by words: {"text": "sells cars"}."""
    described = [
        Features(role, {kind: dict.fromkeys(words.split(), 1.0) for kind, words in told.items()})
        for role, told in roles
    ]
    return dict(most_similar(described, keep=keep))


def names(found: tuple[SimilarRole, ...]) -> list[str]:
    return [one.role for one in found]


BAKER: tuple[str, Mapping[EvidenceKind, str]] = ("baker", {"text": "bread oven dough flour night"})
COOK: tuple[str, Mapping[EvidenceKind, str]] = ("cook", {"text": "oven dough flour pans soup"})
WAITER: tuple[str, Mapping[EvidenceKind, str]] = ("waiter", {"text": "soup guests tables wine"})
SELLER: tuple[str, Mapping[EvidenceKind, str]] = ("seller", {"text": "guests contracts quotas travel"})
DRIVER: tuple[str, Mapping[EvidenceKind, str]] = ("driver", {"text": "travel lorry night road"})
MINER: tuple[str, Mapping[EvidenceKind, str]] = ("miner", {"text": "coal shaft"})
SIX = (BAKER, COOK, WAITER, SELLER, DRIVER, MINER)


def completed(*layers: str | Path) -> Catalog:
    """Return a catalog with the roles that its occupations are."""
    catalog = read(*layers)
    return msgspec.structs.replace(catalog, roles={**catalog.roles, **roles_from_occupations(catalog).roles})


def test_the_role_that_shares_most_is_the_nearest() -> None:
    found = near(*SIX)
    assert names(found["baker"])[0] == "cook"
    assert names(found["cook"])[0] == "baker"
    assert found["baker"][0].rank == 1


def test_nearness_has_no_direction() -> None:
    found = near(*SIX)
    scores = {(role, one.role): one.score for role, nearby in found.items() for one in nearby}
    assert scores
    assert all(scores[other, role] == score for (role, other), score in scores.items())


def test_the_order_of_the_catalog_does_not_matter() -> None:
    shuffled = list(SIX)
    random.Random(5).shuffle(shuffled)
    assert near(*shuffled) == near(*SIX)
    assert list(near(*SIX)) == sorted(role for role, _ in SIX)


def test_roles_that_are_equally_near_share_a_rank_and_the_next_rank_is_left_out() -> None:
    twin = ("aardvark-cook", COOK[1])
    found = near(*SIX, twin)["baker"]
    assert [(one.role, one.rank) for one in found][:3] == [("aardvark-cook", 1), ("cook", 1), ("driver", 3)]
    assert found[0].percentile == found[1].percentile > found[2].percentile


def test_a_percentile_is_the_share_of_the_other_roles_that_are_less_near() -> None:
    found = near(*SIX)["baker"]
    assert (found[0].rank, found[0].percentile) == (1, 80.0), "4 of the 5 others are less near than the first"
    assert (found[1].rank, found[1].percentile) == (2, 60.0)


def test_a_role_that_shares_nothing_has_no_neighbours_and_is_nobodys() -> None:
    found = near(*SIX)
    assert found["miner"] == ()
    assert all("miner" not in names(nearby) for nearby in found.values())


@pytest.mark.parametrize("roles", [(), (BAKER,), (BAKER, MINER)])
def test_too_few_roles_to_compare_have_no_neighbours(roles: tuple[tuple[str, Mapping[EvidenceKind, str]], ...]) -> None:
    assert near(*roles) == {role: () for role, _ in roles}


def test_two_roles_alone_are_neighbours_and_nothing_is_less_near() -> None:
    found = near(BAKER, COOK)
    assert [(one.role, one.rank, one.percentile) for one in found["baker"]] == [("cook", 1, 0.0)]


def test_a_role_of_which_nothing_is_known_has_no_neighbours() -> None:
    found = near(*SIX, ("blank", {}))
    assert found["blank"] == ()
    assert found["baker"] == near(*SIX)["baker"], "it is not counted among the others either"


def test_a_kind_that_one_of_the_two_lacks_is_no_data_and_not_nothing() -> None:
    skilled = [
        (role, {**told, "skills": "knead" if role in ("baker", "waiter") else "drive"}) for role, told in SIX[:5]
    ]
    found = near(*skilled, ("mason", {"text": "oven bricks mortar"}))
    by_role = {one.role: one.evidence for one in found["baker"]}
    assert by_role["mason"].skills is None
    assert by_role["driver"].skills == 0.0
    assert by_role["mason"].text is not None


def test_a_kind_that_is_missing_neither_helps_nor_harms() -> None:
    told = dict(SIX)
    with_skills: list[tuple[str, Mapping[EvidenceKind, str]]] = [
        (role, {**told[role], "skills": "talk" if role in ("waiter", "seller") else "lift"})
        for role in told
        if role != "cook"
    ]
    found = near(*with_skills, COOK)
    assert names(found["baker"])[0] == "cook"
    assert names(found["cook"])[0] == "baker"


def test_a_job_zone_in_common_makes_no_roles_near() -> None:
    zone: Mapping[EvidenceKind, str] = {"preparation": "2-yes 3-yes 4-no 5-no"}
    other: Mapping[EvidenceKind, str] = {"preparation": "2-yes 3-no 4-no 5-no"}
    found = near(("a", zone), ("b", zone), ("c", other), *SIX)
    assert found["a"] == found["b"] == found["c"] == ()


def test_only_so_many_neighbours_are_kept_and_they_are_the_first() -> None:
    every = near(*SIX)
    for role, nearby in near(*SIX, keep=2).items():
        assert nearby == every[role][:2]


def test_percentiles_fall_with_the_rank_and_no_evidence_is_beyond_all_pairs() -> None:
    for nearby in dict(most_similar(features(embedded_catalog()))).values():
        ranks, percentiles = [one.rank for one in nearby], [one.percentile for one in nearby]
        assert ranks == sorted(ranks)
        assert percentiles == sorted(percentiles, reverse=True)
        told = [value for one in nearby for value in msgspec.structs.astuple(one.evidence) if value is not None]
        assert all(0 <= value < 100 for value in (*told, *percentiles))


def test_the_neighbours_that_the_embedded_catalog_declares_are_mostly_among_the_first_ten() -> None:
    embedded = embedded_catalog()
    found = dict(most_similar(features(embedded)))
    shares = []
    for role_id, role in embedded.roles.items():
        declared = {*role.related, *role.contrast} & embedded.roles.keys()
        if declared:
            shares.append(len(declared & set(names(found[role_id][:10]))) / len(declared))
    assert sum(shares) / len(shares) > 0.8, "measured .87"


PROFILE = """
    scheme: soc-2018
    profile:
      source: s
      description: %s
      titles: [%s]
      tasks: [{text: %s, activities: [%s]}]
      ratings:
      - {element: 2.A.1.a, name: Reading, kind: skill, importance: %s, level: 4}
      - {element: 2.C.1.a, name: Trade, kind: knowledge, importance: %s, level: 4}
"""


def occupation(title: str, words: str, rating: int = 4) -> str:
    return f"    title: {title}" + PROFILE % (words, f"{title} hand", words, f"Activity of {words}", rating, rating)


def with_fit(fit: str) -> Catalog:
    """Return a role that is told by two words only, and the class that it points at, among others."""
    return completed(text_with_fit(fit))


def text_with_fit(fit: str) -> str:
    """Return the text of that catalog."""
    return (
        START
        + "occupations:\n"
        + "".join(
            f"  11-000{number}:\n{occupation(title, words, number)}"
            for number, (title, words) in enumerate(
                [("Bakers", "bread oven"), ("Cooks", "soup oven"), ("Smiths", "iron forge"), ("Clerks", "forms iron")],
                1,
            )
        )
        + "roles: {hearth: {title: Hearth, family: f, summary: Quiet place,"
        + f" occupations: [{{code: 11-0001, fit: {fit}}}]}}}}\n"
    )


def test_a_role_is_described_by_the_profile_of_the_occupation_that_it_is() -> None:
    (role,) = (role for role in features(with_fit("exact")) if role.role == "hearth")
    assert {"bread", "oven", "quiet"} <= role.weights["text"].keys()
    assert {"hearth", "baker", "hand"} <= role.weights["titles"].keys()
    assert role.weights["activities"] == {"Activity of bread oven": 1.0}
    assert role.weights["knowledge"] == {"2.C.1.a": 0.0}
    assert names(dict(most_similar(features(with_fit("exact"))))["hearth"])[0] == "cooks"


@pytest.mark.parametrize("fit", ["part", "proxy"])
def test_a_role_is_not_described_by_a_class_that_only_holds_it_or_stands_in_for_it(fit: str) -> None:
    (role,) = (role for role in features(with_fit(fit)) if role.role == "hearth")
    assert role.weights["text"].keys() == {"quiet", "place"}
    assert not any(role.weights.get(kind) for kind in ("activities", "knowledge", "rated skills"))


def test_skills_that_a_survey_rated_stand_in_its_ratings_only() -> None:
    catalog = with_fit("exact")
    assert catalog.roles["smiths"].skills
    (smiths,) = (role for role in features(catalog) if role.role == "smiths")
    assert not smiths.weights["skills"]
    assert smiths.weights["rated skills"] == {"2.A.1.a": 2.0}


def test_evidence_by_skills_is_the_vocabulary_where_both_name_their_own_and_else_the_ratings() -> None:
    rated: Mapping[EvidenceKind, Mapping[str, float]] = {"rated skills": {"a": 1.0, "b": 3.0}}
    other: Mapping[EvidenceKind, Mapping[str, float]] = {"rated skills": {"a": 3.0, "b": 1.0}}
    described = [
        Features("a", {"text": {"x": 1, "y": 1}, "skills": {"sew": 1.0}, **rated}),
        Features("b", {"text": {"x": 1, "z": 1}, "skills": {"sew": 1.0}, **other}),
        Features("c", {"text": {"y": 1, "z": 1}, "skills": {"dig": 1.0}, **rated}),
        Features("d", {"text": {"x": 1, "w": 1}, "skills": {"dig": 1.0}, **other}),
        Features("e", {"text": {"x": 1, "w": 1}, **rated}),
        Features("f", {"text": {"v": 1, "w": 1}, **other}),
    ]
    told = {(role, one.role): one.evidence.skills or 0.0 for role, found in most_similar(described) for one in found}
    assert told["a", "b"] > told["a", "c"], "the vocabulary, though the ratings say the opposite"
    assert told["a", "e"] > told["a", "f"], "the ratings"


def test_a_neighbour_is_read_as_it_was_worked_out(library_of: LibraryOf) -> None:
    catalog, reader = with_fit("exact"), library_of(text_with_fit("exact"))
    read_back = {role: reader.similar_roles(role) for role in catalog.roles}
    worked_out = {
        role: [SimilarRoleRow(one.role, one.rank, one.percentile, one.evidence) for one in found]
        for role, found in most_similar(features(catalog))
    }
    printed = [msgspec.json.encode(one, order="deterministic") for one in (read_back, worked_out)]
    assert printed[0] == printed[1], "0.0 and 0 are equal, and not printed alike"
    told = [row.evidence for found in worked_out.values() for row in found]
    assert 0.0 in [getattr(one, kind) for one in told for kind in one.__struct_fields__]


def test_a_catalog_too_large_to_compare_all_pairs_finds_nearly_the_same_first_neighbours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    described = features(embedded_catalog())
    whole = dict(most_similar(described, keep=10))
    monkeypatch.setattr(similarity_space, "MAX_ALL_PAIRS", 0)
    picked = dict(most_similar(described, keep=10))
    shares = [len(set(names(picked[role])) & set(names(found))) / len(found) for role, found in whole.items()]
    assert sum(shares) / len(shares) > 0.75
    assert dict(most_similar([*described, Features("unlike", {"text": {"xyzzy": 1.0}})]))["unlike"] == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bakes cakes; bakes PIES.", {"bake", "cake", "pie"}),
        ("class glass bus gas", {"class", "glass", "bus", "gas"}),
        ("policies, cities", {"policy", "city"}),
        ("A/B tests with C and SQL_2", {"test", "with", "and", "sql"}),
        ("Überblick, résumé", {"überblick", "résumé"}),
        ("", set()),
    ],
)
def test_words_are_folded_into_their_singular_and_single_letters_say_nothing(text: str, words: set[str]) -> None:
    assert word_weights([text]).keys() == words


def test_a_text_that_stands_twice_counts_once() -> None:
    assert word_weights(["sells cars", "sells cars"]) == word_weights(["sells cars"])
    assert word_weights(["sells cars", "sells vans"])["sell"] > word_weights(["sells cars"])["sell"]


def test_what_nearly_all_roles_have_or_only_one_has_says_nothing() -> None:
    roles = [{"all": 1.0, f"own {number}": 1.0, f"pair {number // 2}": 1.0} for number in range(40)]
    assert [set(names) for names in idf_vectors(roles)] == [{f"pair {number // 2}"} for number in range(40)]


def test_in_a_catalog_of_a_handful_of_roles_what_all_have_still_counts_a_little() -> None:
    (first, *_) = idf_vectors([{"all": 1.0, f"pair {number // 2}": 1.0} for number in range(6)])
    assert first["pair 0"] > first["all"] > 0


def test_a_rarer_name_weighs_more() -> None:
    (first, *_) = idf_vectors([{"rare": 1.0, "usual": 1.0}] * 2 + [{"usual": 1.0}] * 2 + [{"other": 1.0}] * 8)
    assert first["rare"] > first["usual"] > 0


@given(st.lists(NAMES, min_size=1, max_size=60))
def test_one_role_against_all_at_once_is_the_same_as_pair_by_pair(roles: list[dict[str, float]]) -> None:
    vectors = [vector(names) for names in roles]
    everyone = range(len(roles))
    for role in everyone:
        options = [sum(weight * other.get(name, 0) for name, weight in vectors[role].items()) for other in vectors]
        assert Vectors(vectors).products_with(role, everyone) == options
        assert Vectors(vectors).products_with_all(role).of(everyone) == options
        assert max(options) <= VECTOR_LENGTH**2, "more would run into the slot of the next role"


@given(st.lists(NAMES, min_size=1, max_size=60), st.integers(0, 30_000), st.integers(0, 35_535))
def test_kinds_are_combined_without_running_into_each_other(roles: list[dict[str, float]], one: int, two: int) -> None:
    vectors = Vectors([vector(names) for names in roles])
    mirrored = Vectors([vector({name: 100 - amount for name, amount in names.items()}) for names in roles])
    first, second = vectors.products_with_all(0), mirrored.products_with_all(0)
    everyone = range(len(roles))
    options = [one * left + two * right for left, right in zip(first.of(everyone), second.of(everyone), strict=True)]
    assert weighted_sum([(one, first), (two, second)], len(roles)) == options
