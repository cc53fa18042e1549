"""How names are compared, and which are near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.matching import NameMatcher, did_you_mean, fuzzy_matches, name_key, respellings


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
        ("  C++ / C# ", "cpp csharp"),
        ("C++17, F#, .NET", "cpp fsharp dotnet"),
        ("ASP.NET", "asp net"),
        ("C + D, # 4, example.net", "c d 4 example net"),
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


NAMES = (
    "grower",
    "stocker",
    "case manager",
    "social worker",
    "machine learning engineer",
    "customer relations manager",
)


def _match(text: str, *known: str) -> tuple[str | None, tuple[str, ...]]:
    found = NameMatcher(NAMES, known).match(text, lambda name: [name.upper()])
    return found.sure, found.candidates


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("growr", "GROWER"),
        ("grrower", "GROWER"),
        ("gorwer", "GROWER"),
        ("growers", "GROWER"),
        ("case managers", "CASE MANAGER"),
        ("manager case", "CASE MANAGER"),
        ("casemanager", "CASE MANAGER"),
        ("machne learing enginer", "MACHINE LEARNING ENGINEER"),
        ("customer relatoins mangr", None),
        ("customer reltions manager", "CUSTOMER RELATIONS MANAGER"),
    ],
)
def test_a_slip_in_each_word_is_read(text: str, name: str | None) -> None:
    assert _match(text)[0] == name


def test_a_slip_in_the_first_letter_is_a_question() -> None:
    assert _match("rower") == (None, ("GROWER",))
    assert _match("gocial worker") == (None, ("SOCIAL WORKER",))


@pytest.mark.parametrize("word", ["stoker", "rower", "growr"])
def test_a_word_that_something_has_is_never_respelled(word: str) -> None:
    assert _match(word, word) == (None, ())


@pytest.mark.parametrize("text", ["asset manager", "audio worker", "c manager", "4 worker", "growr2", "x", ""])
def test_a_word_that_is_not_near_is_not_respelled(text: str) -> None:
    assert _match(text) == (None, ())


@pytest.mark.parametrize(
    ("word", "other", "is_near"), [("hef", "chef", True), ("foo", "coo", False), ("cef", "chef", True)]
)
def test_a_short_word_is_near_only_if_a_letter_was_left_out(word: str, other: str, is_near: bool) -> None:
    assert bool(list(respellings(word, [other]))) == is_near


def test_a_word_that_is_near_two_is_a_question() -> None:
    found = NameMatcher(["sale", "salt"]).match("sals", lambda name: [name])
    assert (found.sure, found.candidates) == (None, ("sale", "salt"))


def test_the_names_that_hold_the_words_come_shortest_first() -> None:
    matcher = NameMatcher(NAMES)
    assert matcher.holding("manager") == ["case manager", "customer relations manager"]
    assert matcher.holding("cust manager") == ["customer relations manager"]
    assert matcher.holding("mana ger") == matcher.holding("") == []


@given(st.text(max_size=20), st.lists(st.text(max_size=10), max_size=5))
def test_any_text_can_be_matched_with_any_names(text: str, names: list[str]) -> None:
    matcher = NameMatcher(map(name_key, names))
    assert set(matcher.readings(name_key(text))) <= set(map(name_key, names))
    assert all(word.edits <= 2 for word in respellings(text, names))


def test_a_word_that_names_have_may_still_be_the_beginning_of_the_one_that_was_meant() -> None:
    names = {"customer relations manager": "a", "customer relationship manager": "b", "public relation clerk": "c"}
    matcher = NameMatcher(names)
    match = matcher.match("customer relation manager", lambda name: [names[name]])
    assert (match.sure, match.candidates) == (None, ("a", "b"))
    assert matcher.match("customer relations managr", lambda name: [names[name]]).sure == "a"
