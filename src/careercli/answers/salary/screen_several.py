"""Roles or places below each other: which of them pays most, and what each pays."""

from collections.abc import Sequence

from careercli.amounts import Num, format_money, format_per, format_percent, join_words, percent_of
from careercli.answers.salary import screen_mine
from careercli.answers.salary.screen_amounts import amount_cell, central, central_cell, central_text, money, unit
from careercli.answers.salary.screen_answer import HALF
from careercli.answers.salary.screen_subjects import Subject
from careercli.answers.salary.view import SalaryView
from careercli.answers.shared.screen_parts import UNKNOWN, capitalized, place_in_text, sentence, strong
from careercli.answers.shared.view_parts import PayView
from careercli.blocks import Cell, Group, Paragraph, Row, Span, Table, cite

Known = tuple[Subject, PayView, Num]


def answer_of_several(view: SalaryView, found: Sequence[Subject]) -> list[Paragraph]:
    """Say which pays most, by how much more than the next, and of which nothing is known."""
    paid = [(one, one.main) for one in found if one.main and one.main.fit != "proxy"]
    known: list[Known] = [(one, pay, middle[1]) for one, pay in paid if (middle := central(pay))]
    told: list[Paragraph] = []
    groups: dict[tuple[str, ...], list[Known]] = {}
    for one in known:
        groups.setdefault((one[1].currency, one[1].per, (central(one[1]) or ("",))[0]), []).append(one)
    largest = max(groups.values(), key=len, default=[])
    if known and len(largest) == 1 < len(known):
        told.append(sentence("These figures are of different kinds, so they cannot be compared."))
    elif largest:
        told.append(_best(sorted(largest, key=lambda one: -one[2]), several_places=len(view.places) > 1))
        others = [one.whom for one, pay, _ in known if all(pay is not other[1] for other in largest)]
        if others:
            said = join_words(others)
            told.append(sentence(f"The figure of {said} is of another kind, so it is not compared."))
    else:
        told.append(sentence("Official figures count none of these."))
    if view.without_pay:
        names = [place.place_title for place in view.without_pay]
        told.append(sentence(f"No pay is known for {join_words(names, 'or')}."))
    return told


def _best(known: Sequence[Known], *, several_places: bool) -> Paragraph:
    best, pay, most = known[0]
    where = f" in {place_in_text(pay.place_title)}" if several_places else ""
    statistic = (central(pay) or ("",))[0]
    spans: list[str | Span] = [
        f"{capitalized(best.whom)}{where} {best.earns} ",
        strong(central_text(pay)),
        f" {unit(pay)} {HALF if statistic == 'median' else 'on average'}",
    ]
    if len(known) > 1 and most > known[1][2] > 0:
        second, other, amount = known[1]
        apart = percent_of(most - amount, amount)
        than = place_in_text(other.place_title) if several_places and second.title == best.title else ""
        than = f"in {than}" if than else second.whom
        share = f" or {format_percent(apart, 0)}" if apart is not None else ""
        spans.append(f". That is {money(most - amount, pay)}{share} more than {than}")
    return sentence(*spans, ".", cite(pay.source))


def table_of_several(view: SalaryView, found: Sequence[Subject]) -> Group:
    """Return a row for each, in the order in which they were asked for; with an amount, how far it is from each."""
    titles = len({one.role.ref() for one in found}) > 1
    places = len({one.main.place for one in found if one.main}) > 1
    units = {one.main.per for one in found if one.main}
    rows = []
    for one in found:
        words = [one.title] if titles or not places else []
        words += [one.main.place_title] if places and one.main else []
        words += [format_per(one.main.per)] if one.main and len(units) > 1 else []
        label = Cell((", ".join(words) + (cite(one.main.source) if one.main else ""),))
        rows.append(Row(label, _cells(view, one)))
    if view.mine and view.mine.currency:
        headers: tuple[str, ...] = ("", *screen_mine.HEADERS[1:])
    else:
        headers = ("", "Median", "1 in 10 earn less than", "9 in 10 earn less than")
    return Group((Table(headers, tuple(rows)),))


def _cells(view: SalaryView, one: Subject) -> tuple[Cell, ...]:
    pay, own = one.main, view.mine
    if pay is None:
        known = one.estimate
        amount = f"~{format_money(known.value, known.currency, known.per)}" if known else ""
        return (Cell((amount,), "muted", numeric=True) if amount else UNKNOWN, UNKNOWN, UNKNOWN)
    if own and own.currency:
        middle = central(pay)
        comparable = pay.fit != "proxy" and (pay.currency, pay.per) == (own.currency, own.per)
        apart = screen_mine.apart_cells(own.amount, middle[1], pay) if middle and comparable else (UNKNOWN, UNKNOWN)
        return (central_cell(pay), *apart)
    return (central_cell(pay), amount_cell(pay, "p10"), amount_cell(pay, "p90"))
