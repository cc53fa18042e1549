"""Rules of statements against each other: one said twice, and numbers of one role that are another's."""

from collections.abc import Iterator
from typing import TypeAlias

from careercli.catalog.lint.context import Context, LocatedFigure, LocatedPay
from careercli.catalog.lint.examples import AGE, MEASURED, SELLER
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding
from careercli.catalog.merge_rules import FIGURE_KEYS
from careercli.catalog.references import KeyPath
from careercli.model import STATISTICS, Pay

MIN_SHARED_NUMBERS = 5
"""Numbers that are not the same by chance, when all that one source says of two roles are."""
_Numbers: TypeAlias = tuple[tuple[object, ...], ...]


def _twice(context: Context) -> Iterator[Finding]:
    first: dict[tuple[object, ...], KeyPath] = {}
    for at in context.statements:
        said = (at.group, *(getattr(at.record, field) for field in FIGURE_KEYS[str(at.group[-1])]))
        other = first.setdefault(said, at.steps)
        if other != at.steps:
            message = "this list has the same statement twice; only one of them can count"
            yield make_finding(message, at.steps, other)


def _same_numbers(context: Context) -> Iterator[Finding]:
    spoken: dict[tuple[str, str], list[tuple[object, ...]]] = {}
    place: dict[tuple[str, str], KeyPath] = {}
    records: list[LocatedPay | LocatedFigure] = [*context.all_pays, *context.all_figures]
    for at in records:
        if at.steps[0] != "roles" or "levels" in at.steps:
            continue
        key = (at.record.source, str(at.steps[1]))
        spoken.setdefault(key, []).extend(_numbers(at))
        place.setdefault(key, at.steps)
    first: dict[tuple[str, _Numbers], str] = {}
    for (source, role), numbers in spoken.items():
        if len(numbers) < MIN_SHARED_NUMBERS or context.catalog.roles[role].extends:
            continue
        other = first.setdefault((source, tuple(sorted(numbers, key=str))), role)
        if other != role:
            message = (
                f"all {len(numbers)} numbers from '{source}' are the same as for '{other}': was one column read twice?"
            )
            yield make_finding(message, place[source, role], place[source, other])


def _numbers(at: LocatedPay | LocatedFigure) -> Iterator[tuple[object, ...]]:
    if isinstance(at.record, Pay):
        for name in STATISTICS:
            value = getattr(at.record, name)
            if value is not None and at.record.occupation is None:
                yield at.record.place, at.record.per, at.record.currency, at.record.population, name, value
    elif at.record.value is not None and at.record.occupation is None:
        yield at.record.measure, at.record.of, at.record.place, at.record.population, at.record.value


_ROWS = [
    f"      - {{measure: {measure}, source: survey, value: {value}}}\n"
    for measure, value in (("age", 47), ("experience", 6), ("employment", 77430), ("satisfaction", 61), ("lgbt", 8))
]
_SAME = "value: 8}\n      - {measure: satisfaction"

RULES = (
    Rule(
        "statement-twice",
        "warning",
        "A list says the same thing twice.",
        "Two pay records are the same statement if they share source, place, unit, currency, period, occupation, "
        "industry, population and components. Two figures are if they share measure, source, category, unit, place, "
        "period, occupation and population. Then one statement has two values, and no one can tell which is right. A "
        "later catalog can correct only the first.",
        "Take one out, or say in `population`, `period` or `of` how the two differ.",
        Example(f"{MEASURED}{AGE}{AGE.replace('47', '42')}", AGE.replace("47", "42"), ""),
        _twice,
    ),
    Rule(
        "numbers-of-another",
        "error",
        "All numbers of a role are the same as another role's.",
        f"One source gives two roles exactly the same numbers, {MIN_SHARED_NUMBERS} or more of them. No two jobs are "
        "that much alike. One column of a comparison was read twice, or its header was one column off.",
        "Import the table again, with each row's own label first. Check one row by hand.",
        Example(
            f"{MEASURED}{''.join(_ROWS)}{SELLER}    figures:\n{''.join(reversed(_ROWS))}",
            _SAME, _SAME.replace("8", "16"),
        ),
        _same_numbers,
    ),
)  # fmt: skip
