"""How names are compared, and which are near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.matching import did_you_mean, fuzzy_matches, name_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Customer-Service  Rep.", "customer service rep"),
        ("customer_service_rep", "customer service rep"),
        ("R&D Manager", "r and d manager"),
        ("Café-Leiter", "cafe leiter"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁle clerk", "file clerk"),
        ("  C++ / C# ", "c c"),
        ("İstanbul", "istanbul"),
        ("日本 語", "日本 語"),
        ("Vice President (Sales)", "vice president sales"),
        ("", ""),
        ("--", ""),
        ("e\u0301lan", "elan"),
        ("１２ roles", "12 roles"),
    ],
)
def test_case_accents_and_punctuation_do_not_count(text: str, key: str) -> None:
    assert name_key(text) == key


@given(st.text(max_size=30))
def test_the_key_of_a_key_is_itself_and_has_single_blanks(text: str) -> None:
    key = name_key(text)
    assert name_key(key) == key
    assert key == " ".join(key.split())


@given(st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,3}", fullmatch=True))
def test_an_id_and_its_title_have_one_key(role_id: str) -> None:
    assert (
        name_key(role_id) == name_key(role_id.replace("-", " ").title()) == name_key(role_id.upper().replace("-", "_"))
    )


def test_the_nearest_name_is_offered_and_a_far_one_is_not() -> None:
    names = ["baker", "pastry-chef", "flour-buyer"]
    assert did_you_mean("bakr", names) == " (did you mean 'baker'?)"
    assert did_you_mean("zzzz", names) == ""
    assert did_you_mean("baker", []) == ""


def test_the_nearest_names_come_best_first_and_ties_in_their_order() -> None:
    assert [name for name, _ in fuzzy_matches("sale", ["sales", "sale", "salad"], limit=2)] == ["sale", "sales"]
    assert [name for name, _ in fuzzy_matches("ab", ["abc", "abd"], limit=2)] == ["abc", "abd"]
    assert [name for name, _ in fuzzy_matches("ab", ["abd", "abc"], limit=2)] == ["abd", "abc"]


@given(st.text(max_size=20), st.lists(st.text(max_size=10), max_size=5))
def test_any_text_can_be_compared_with_any_names(text: str, names: list[str]) -> None:
    assert all(name in names and 70 <= score <= 100 for name, score in fuzzy_matches(text, names, limit=3))
