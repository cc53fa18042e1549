"""What the user typed is a role or a level, or a question with the candidates; never a guess."""

import pytest

from careercli.answers.shared.names import Names
from careercli.answers.shared.view_parts import ReadAsView
from careercli.errors import NotFound, UsageProblem
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


OFFICIAL = """\
families: {a: {title: A}}
sources: {s: {title: S, kind: official}}
occupations:
  15-1252: {title: Software Developers, scheme: soc-2018, profile: {source: s, description: D, titles: [Coder]}}
  27-3041: {title: Editors, scheme: soc-2018, profile: {source: s, description: D, titles: [Copy Reader]}}
  11-3031: {title: Financial Managers, scheme: soc-2018}
roles:
  software-developer:
    title: Software Developer
    family: a
    summary: X
    aliases: [Software Engineer, Editor]
    occupations: [{code: 15-1252, fit: exact}]
  controller: {title: Controller, family: a, summary: X, occupations: [{code: 11-3031, fit: part}]}
  treasurer: {title: Treasurer, family: a, summary: X, occupations: [{code: 11-3031, fit: part}]}
"""
OWN = """\
schema_version: 1
name: ourco
families: {ours: {title: Ours}}
roles:
  software-engineer: {title: Software Engineer, family: ours, summary: X}
  our-lead: {title: Treasurer, family: ours, summary: X}
"""


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("software-engineer", "software-engineer"),
        ("Software Engineer", "software-engineer"),
        ("editors", "editors"),
        ("Editor", "software-developer"),
        ("treasurer", "treasurer"),
        ("our-lead", "our-lead"),
        ("Coder", "software-developer"),
    ],
)
def test_an_id_comes_before_a_title_a_title_before_an_alias_and_a_role_before_an_occupation(
    text: str, role: str, library_of: LibraryOf
) -> None:
    names = Names(library_of(HEAD + OFFICIAL, OWN))
    assert (names.resolve(text).role, names.read_as) == (role, None)


def test_a_title_of_two_roles_asks_and_every_id_that_is_named_works(library_of: LibraryOf) -> None:
    reader = library_of(HEAD + OFFICIAL, OWN)
    with pytest.raises(NotFound, match="more than one role: treasurer, our-lead"):
        Names(reader).resolve("Treasurer")
    assert [Names(reader).resolve(role).role for role in ("treasurer", "our-lead")] == ["treasurer", "our-lead"]


@pytest.mark.parametrize(
    ("code", "role"),
    [("15-1252", "software-developer"), ("15-1252.00", "software-developer"), (" 27-3041 ", "editors")],
)
def test_the_code_of_an_occupation_names_its_role(code: str, role: str, library_of: LibraryOf) -> None:
    names = Names(library_of(HEAD + OFFICIAL))
    assert (names.resolve(code).role, names.read_as) == (role, None)


def test_a_code_that_several_roles_are_part_of_asks_and_an_unknown_one_is_no_other(library_of: LibraryOf) -> None:
    reader = library_of(HEAD + OFFICIAL)
    with pytest.raises(NotFound, match="'11-3031' is the name of more than one role: controller, treasurer"):
        Names(reader).resolve("11-3031")
    for code in ("11-3032", "15-1252.01", "15-125"):
        with pytest.raises(NotFound) as caught:
            Names(reader).resolve(code)
        assert "did you mean" not in caught.value.message


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("bakr", ("bakr", "Baker", "baker")),
        ("Bread Makr", ("Bread Makr", "Bread Maker", "baker")),
        ("breadmaker", ("breadmaker", "Bread Maker", "baker")),
        ("baker@journyman", ("baker@journyman", "Journeyman Baker", "baker@journeyman")),
        ("boulangr@Shift Led", ("boulangr@Shift Led", "Boulanger, Shift Lead", "baker@shift-lead")),
    ],
)
def test_a_name_that_was_read_as_another_is_told(text: str, read: tuple[str, str, str], library_of: LibraryOf) -> None:
    names = Names(library_of(SMALL))
    names.resolve(text)
    assert names.read_as == (ReadAsView(typed=read[0], name=read[1], match=read[2]),)


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        (["pastry", "chef"], ["pastry-chef"]),
        (["pastry", "chef@senior", "baker"], ["pastry-chef@senior", "baker"]),
        (["baker", "pastry", "chef"], ["baker", "pastry-chef"]),
        (["pastry", "chf"], ["pastry-chef"]),
        (["bakr", "flour-byer"], ["baker", "flour-buyer"]),
        (["boulangr", "bakr@journyman", "pastry", "chef"], ["baker", "baker@journeyman", "pastry-chef"]),
        (["flour", "buyer", "flour-buyer"], ["flour-buyer"]),
        (["pastry", "chef", "boulangr", "bread", "maker", "flour", "byer"], ["pastry-chef", "baker", "flour-buyer"]),
    ],
)
def test_words_that_are_a_name_together_are_one_name(words: list[str], refs: list[str], library_of: LibraryOf) -> None:
    assert [str(ref) for ref in Names(library_of(SMALL)).resolve_words(words)] == refs


def test_a_word_that_is_a_name_by_itself_may_begin_a_misspelled_one(library_of: LibraryOf) -> None:
    names = Names(library_of(NEAR + "  product: {title: Product, family: a, summary: X}\n"))
    assert [ref.role for ref in names.resolve_words(["product", "managr", "product"])] == ["product-manager", "product"]


def test_words_that_are_no_name_are_asked_about_together(library_of: LibraryOf) -> None:
    with pytest.raises(NotFound, match="no role is called 'customer manager'; did you mean "):
        Names(library_of(NEAR)).resolve_words(["customer", "manager"])


def test_two_roles_where_one_is_wanted_are_told(library_of: LibraryOf) -> None:
    with pytest.raises(UsageProblem, match="'baker pastry-chef' is more than one role: baker, pastry-chef"):
        Names(library_of(SMALL)).resolve("baker pastry-chef")


@pytest.mark.parametrize("text", ["Buyer 2", "boulangers 3d", "R", "C++", "C#", ".NET", "cook", "zbaker", "bkae"])
def test_numbers_short_words_and_far_ones_are_never_respelled(text: str, library_of: LibraryOf) -> None:
    with pytest.raises(NotFound):
        Names(library_of(SMALL)).resolve(text)
