"""The first screen of `careercli related`: what the drawn example says, and the promises for every role."""

from careercli.answers.related.answer import related
from careercli.answers.related.screen import screen
from careercli.answers.related.view import RelatedView
from careercli.catalog.reader import CatalogReader
from tests.screens.catalog import role_ids, shown, words
from tests.screens.words import WIDTHS, faults


def texts_of(view: RelatedView) -> frozenset[str]:
    return frozenset((view.title, *(one.title for one in view.rows)))


def test_every_role_keeps_the_promises_of_a_first_screen(embedded: CatalogReader) -> None:
    found: list[str] = []
    for number, role in enumerate(role_ids(embedded)):
        view = related(embedded, role, limit=10)
        for width in {WIDTHS[number % 4], 60}:
            found += [f"{role} at {width}: {fault}" for fault in faults(screen(view), width, texts_of(view))]
    assert found == []


def test_a_nurse_sees_what_is_closest_and_what_pays_more(embedded: CatalogReader) -> None:
    text = shown(screen(related(embedded, "registered-nurse", limit=10)))
    assert words(text).startswith(
        "Closest to Registered Nurse: Licensed Practical Nurse (you have 76% of its skills) and Paramedic (63%). Both "
        "pay less than the $97,550 a year of Registered Nurse. [1] Of the other known moves, Nurse Practitioner "
        "(+$34,750) and Healthcare Manager (+$26,310) pay more and should grow faster. [1][2]"
    )
    rows = [line.split() for line in text.splitlines()]
    assert ["Nurse", "Practitioner", "$132,300", "+$34,750", "+40.1%", "master's", "45%"] in rows
    assert ["Acute", "Care", "Nurses", "$97,550†", "same", "group", "+4.9%†", "bachelor's†", "–"] in rows
    assert text.index("Known moves") < text.index("Similar skills")
    assert text.count("Licensed Practical Nurse") == 2


def test_pay_of_another_job_is_last_and_never_subtracted(embedded: CatalogReader) -> None:
    text = shown(screen(related(embedded, "customer-relationship-manager", limit=10)))
    assert "Against" not in text
    assert "Marketing Manager pays most, $166,790 a year." in words(text)
    assert "$44,770*" in text
    assert "* a different job, the nearest one counted" in text


def test_a_column_too_many_is_left_out_and_counted(embedded: CatalogReader) -> None:
    view = related(embedded, "registered-nurse", limit=10)
    text = shown(screen(view), 60)
    assert "education" not in text
    assert "1 column" in text
    assert "education" in shown(screen(view), 80)
