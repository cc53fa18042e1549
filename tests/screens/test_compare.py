"""The first screen of `careercli compare`: what the drawn examples say, and the promises for any roles."""

import random
from collections.abc import Iterator, Sequence

import pytest

from careercli.answers.compare.answer import compare
from careercli.answers.compare.screen import screen
from careercli.answers.compare.view import CompareView
from careercli.catalog.reader import CatalogReader
from careercli.render.first_screen import fit
from careercli.render.table import render
from careercli.terminal import RenderOptions
from tests.screens.words import WIDTHS, faults

SEED = 13
PAIR = ("customer-relationship-manager", "customer-relations-manager")
NURSES = ("registered-nurse", "licensed-practical-nurse", "nurse-practitioner")
LEVELS = ("customer-relationship-manager@senior", "customer-relationship-manager@lead")


def shown(embedded: CatalogReader, *names: str, width: int = 80, sections: Sequence[str] = ()) -> str:
    page = fit(screen(compare(embedded, names, sections=sections)), width)
    return render(page, RenderOptions(width, color=False, encoding="utf-8"))


def words(text: str) -> str:
    return " ".join(text.split())


def texts_of(view: CompareView) -> frozenset[str]:
    """Return what the catalog says in its own words: first sentences, titles, skills."""
    cells = [cell for row in view.rows for cell in row.cells if cell]
    found = {text for cell in cells for text in (cell.text, cell.occupation_title, *cell.texts()) if text}
    found |= {text for row in view.changes for text in (row.before, row.after, row.name or row.label) if text}
    pieces = {piece.strip() for text in found for piece in (*text.split(". "), *text.replace(";", ".").split("."))}
    pieces |= {piece[len(column.heading()) + 3 :] for piece in pieces for column in view.columns}
    lowered = {piece[:1].lower() + piece[1:] for piece in found | pieces}
    return frozenset(piece for piece in found | pieces | lowered if len(piece) > 3)


def questions(embedded: CatalogReader) -> Iterator[tuple[str, ...]]:
    """Yield every role beside another or as a step of its ladder, then three, levels and many at random."""
    draw = random.Random(SEED)
    ids = sorted(role.id for role in embedded.role_summaries() if not embedded.is_generated(role.id))
    roles = embedded.roles(ids)
    levels = [f"{role}@{level.id}" for role in ids for level in roles[role].levels]
    mixed = draw.sample(ids, len(ids))
    for role, other in zip(mixed[::2], mixed[1::2], strict=False):
        yield role, other
        ladder = roles[role].levels
        if len(ladder) > 1:
            step = draw.randrange(len(ladder) - 1)
            yield f"{role}@{ladder[step].id}", f"{role}@{ladder[step + 1].id}"
    yield mixed[0], mixed[-1]
    for _ in range(8):
        yield tuple(draw.sample(ids, 3))
        yield tuple(draw.sample(levels, 2))
        yield tuple(draw.sample(levels, 3))
        yield draw.choice(ids), draw.choice(levels)
        yield tuple(draw.sample(ids, draw.randrange(4, 9)))


def test_every_role_keeps_the_promises_of_a_first_screen(embedded: CatalogReader) -> None:
    """Each question at one of the four widths in turn: all of them at all would take a minute."""
    found: list[str] = []
    for number, names in enumerate(questions(embedded)):
        view = compare(embedded, names)
        width = WIDTHS[number % len(WIDTHS)]
        found += [f"{names} at {width}: {fault}" for fault in faults(screen(view), width, texts_of(view))]
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("names", [PAIR, NURSES, LEVELS, ("actor", "cashier"), ("physician", "electrician@apprentice")])
def test_drawn_examples_keep_the_promises_at_every_width(
    embedded: CatalogReader, names: tuple[str, ...], width: int
) -> None:
    view = compare(embedded, names)
    assert list(faults(screen(view), width, texts_of(view))) == []


def test_two_roles_who_pays_more_and_who_is_quicker(embedded: CatalogReader) -> None:
    text = shown(embedded, *PAIR)
    answer = words("\n".join(text.splitlines()[:4]))
    assert answer == (
        "Customer Relationship Manager pays more: $78,814 against $66,782 a year (average), $12,032 or 18% more. [1] "
        "Customer Relations Manager is quicker to get into, 2–4 years against 4–6, and should grow faster, 8% against "
        "5%. [1]"
    )
    rows = [line.split() for line in text.splitlines()]
    assert ["Average", "pay", "[1]", "$78,814", "$66,782", "-$12,032"] in rows
    assert ["Time", "to", "get", "in", "[1]", "4–6", "years", "2–4", "years", "-2", "years"] in rows
    assert ["Job", "growth", "[1]", "+5%", "+8%", "+3", "points"] in rows
    assert ["nearest", "job,", "median", "$148,270*", "$69,500*"] in rows
    assert "$54,000–$113,000" in text
    assert "Only Relationship needs  Customer service, Customer relationships" in text
    assert "The work  Relationship: looks after the customers" in text


def test_three_roles_are_ranked_and_held_against_the_first(embedded: CatalogReader) -> None:
    text = shown(embedded, *NURSES)
    assert words(text).startswith(
        "Nurse Practitioner pays most: $132,300 a year, against $97,550 for Registered Nurse and $64,400 for Licensed "
        "Practical Nurse (medians). [1] It should also grow fastest, 40.1% by 2034. [2] Licensed Practical Nurse needs "
        "the least school, a certificate, and Nurse Practitioner the most, a master's degree. [2]"
    )
    assert "against the first                     -$33,150            +$34,750" in text
    assert "━ the middle half  ◆ median" in text


def test_a_step_up_shows_what_changes(embedded: CatalogReader) -> None:
    text = shown(embedded, *LEVELS)
    assert "Customer Relationship Lead is a management job" in words(text)
    assert "usually takes 8 to 12 years of experience" in words(text)
    rows = [line.split() for line in text.splitlines()]
    assert ["Median", "pay", "[1]", "$90,000", "$110,000", "+$20,000"] in rows
    assert ["Track", "Specialist", "Management"] in rows
    for heading in (" New duties", " Duties you hand over", " Skills to add", " Skills to deepen", " Skills you keep"):
        assert f"\n{heading}" in text
    assert text.endswith("are left out: --full\n")


def test_estimates_are_marked_and_never_subtracted(embedded: CatalogReader) -> None:
    text = shown(embedded, "electrician@apprentice", "electrician@journeyman")
    assert ["Pay,", "estimated", "[1]", "~$48,700", "~$71,500"] in [line.split() for line in text.splitlines()]
    assert "~ our estimate, rounded" in text


def test_eight_roles_are_a_line_each(embedded: CatalogReader) -> None:
    names = ("baker", "cook", "waiter", "bartender", "chef", "barista", "hotel-manager", "travel-agent")
    text = shown(embedded, *names, width=60)
    (baker,) = [line.split() for line in text.splitlines() if line.startswith(" Baker")]
    assert baker == ["Baker", "$37,160", "None", "+5.6%", "39,900"]


def test_a_section_that_is_asked_for_stands_on_the_screen(embedded: CatalogReader) -> None:
    text = shown(embedded, *PAIR, sections=("people",))
    assert "Average age" in text
    assert "Women" in text
    assert "Average pay" not in text
