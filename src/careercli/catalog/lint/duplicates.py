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
            message = "the same statement as another record of this list; only one of them can count"
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
            message = f"all {len(numbers)} numbers by '{source}' are those of '{other}': was one column read twice?"
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
        "Pay is known by source, place, unit, currency, period, class, industry, population and components, a figure "
        "by measure, source, class, unit, place, period and population. Two records that share all of these are one "
        "statement with two values, and nobody can tell which counts; a later catalog can correct only the first.",
        "Take one out, or say in `population`, `period` or `of` what sets the two apart.",
        Example(f"{MEASURED}{AGE}{AGE.replace('47', '42')}", AGE.replace("47", "42"), ""),
        _twice,
    ),
    Rule(
        "numbers-of-another",
        "error",
        "All numbers of a role are those of another role.",
        f"One source gives two roles the same numbers in everything it says, and that is {MIN_SHARED_NUMBERS} or more. "
        "Two jobs are never that alike: one column of a comparison was read twice, or its header stood one column off.",
        "Import the table again, with each row's own label first; check one row by hand.",
        Example(
            f"{MEASURED}{''.join(_ROWS)}{SELLER}    figures:\n{''.join(reversed(_ROWS))}",
            _SAME, _SAME.replace("8", "16"),
        ),
        _same_numbers,
    ),
)  # fmt: skip
