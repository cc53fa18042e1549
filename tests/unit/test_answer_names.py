"""What the user typed is a role or a level, or a question with the candidates; never a guess."""

import pytest

from careercli.answers.shared.names import Names
from careercli.errors import NotFound
from tests.conftest import SMALL, LibraryOf
from tests.unit.reading import HEAD

NEAR = (
    HEAD
    + """\
families: {a: {title: A}}
sources: {s: {title: S, kind: judgement}}
roles:
  customer-relationship-manager: {title: Customer Relationship Manager, family: a, summary: X, aliases: [Key Accounts]}
  customer-relations-manager:
    title: Customer Relations Manager
    family: a
    summary: X
    aliases: [Key Accounts]
    levels:
      - {id: junior, title: Junior Manager, track: ic, years: [0, 2], source: s}
      - {id: senior-one, title: Senior Manager I, track: ic, years: [2, 4], source: s}
      - {id: senior-two, title: Senior Manager II, track: ic, years: [4, 6], source: s}
  product-manager: {title: Product Manager, family: a, summary: X}
"""
)


@pytest.mark.parametrize(
    "text",
    [
        "baker",
        "Baker",
        "BAKER",
        " baker ",
        "bread-maker",
        "Bread Maker",
        "bread_maker!",
        "boulanger",
        "BOULANGER",
        "bakr",
        "boulangr",
        "Bread Makr",
    ],
)
def test_a_role_is_named_by_id_title_or_alias_exactly_or_nearly(text: str, library_of: LibraryOf) -> None:
    assert str(Names(library_of(SMALL)).resolve(text)) == "baker"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("baker@head", "baker@head"),
        ("Baker@Head Baker", "baker@head"),
        ("Boulanger @ SHIFT LEAD", "baker@shift-lead"),
        ("baker@shift_lead", "baker@shift-lead"),
        ("baker@journyman", "baker@journeyman"),
        ("baker@", "baker"),
        ("baker@ ", "baker"),
        ("pastry chef@Senior Pastry Chef", "pastry-chef@senior"),
    ],
)
def test_a_level_is_named_by_id_or_title_after_the_at_sign(text: str, name: str, library_of: LibraryOf) -> None:
    assert str(Names(library_of(SMALL)).resolve(text)) == name


@pytest.mark.parametrize(
    "text", ["customer-relationship-manager", "Customer Relationship Manager", "customer relationship manager"]
)
def test_an_exact_name_is_no_question_however_near_another_is(text: str, library_of: LibraryOf) -> None:
    assert Names(library_of(NEAR)).resolve(text).role == "customer-relationship-manager"


@pytest.mark.parametrize(
    "text",
    ["customer relation manager", "customer-relationshp-manager", "customer relations", "customer manager", "Customer"],
)
def test_a_near_tie_asks_with_both_candidates(text: str, library_of: LibraryOf) -> None:
    with pytest.raises(NotFound) as caught:
        Names(library_of(NEAR)).resolve(text)
    message = caught.value.message
    assert message.startswith(f"no role is called '{text}'; did you mean ")
    assert "customer-relationship-manager" in message
    assert "customer-relations-manager" in message
    assert caught.value.hint == f"Search titles, skills and duties with: careercli search '{text}'"


def test_an_alias_of_two_roles_asks_which(library_of: LibraryOf) -> None:
    with pytest.raises(NotFound) as caught:
        Names(library_of(NEAR)).resolve("key accounts")
    assert caught.value.message == (
        "'key accounts' is the name of more than one role: customer-relationship-manager, customer-relations-manager"
    )
    assert caught.value.hint == "Use one of these ids."


@pytest.mark.parametrize("text", ["astronaut", "zzz", "", "   ", "@", "@senior", "!!", "日本語", "x" * 5000])
def test_a_name_that_resembles_none_is_not_found_with_the_way_to_all(text: str, library_of: LibraryOf) -> None:
    with pytest.raises(NotFound) as caught:
        Names(library_of(SMALL)).resolve(text)
    assert caught.value.hint


def test_a_part_of_a_name_is_a_question_and_no_misspelling(library_of: LibraryOf) -> None:
    with pytest.raises(NotFound, match="did you mean"):
        Names(library_of(SMALL)).resolve("pastry")


def test_an_unknown_level_is_told_with_the_levels_that_are(library_of: LibraryOf) -> None:
    with pytest.raises(NotFound) as caught:
        Names(library_of(SMALL)).resolve("pastry-chef@principal")
    assert caught.value.message == (
        "pastry-chef has no level 'principal'; its levels: pastry-chef@junior, pastry-chef@senior"
    )


def test_a_near_tie_of_levels_asks(library_of: LibraryOf) -> None:
    with pytest.raises(NotFound, match="has no level 'senior'; its levels: "):
        Names(library_of(NEAR)).resolve("customer-relations-manager@senior")


def test_a_level_of_a_role_without_levels_is_told_so(library_of: LibraryOf) -> None:
    with pytest.raises(NotFound) as caught:
        Names(library_of(SMALL)).resolve("flour-buyer@senior")
    assert caught.value.message == "flour-buyer has no levels"
    assert caught.value.hint == "Ask for the role: careercli show flour-buyer"


def test_the_order_of_the_catalog_decides_nothing(library_of: LibraryOf) -> None:
    head, _, roles = NEAR.partition("roles:\n")
    product = roles.rindex("  product-manager")
    turned = head + "roles:\n" + roles[product:] + roles[:product]
    for text in ("produkt manager", "customer relation manager", "manager"):
        answers = []
        for catalog in (NEAR, turned):
            try:
                answers.append(str(Names(library_of(catalog)).resolve(text)))
            except NotFound as error:
                answers.append(" ".join(sorted(error.message.replace(",", " ").replace("?", " ").split())))
        assert answers[0] == answers[1]
