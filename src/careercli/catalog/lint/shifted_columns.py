"""The rule of shifted tables: headers and numbers that stand where a name belongs.

Comparison pages print `| A | B | |` over rows of `| label | A | B |`. Read by its header, such a table gives the labels
to A and the values of A to B.
"""

import re
from collections.abc import Iterator

from careercli.catalog.lint.context import Context
from careercli.catalog.lint.examples import MEASURED
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding, quoted
from careercli.catalog.references import KeyPath
from careercli.matching import name_key
from careercli.measures import MEASURES

MAX_CELL_LENGTH = 80
"""Characters of a text that may be a cell."""
_HEADERS = frozenset(map(name_key, (
    *(info.title for info in MEASURES.values()),
    "Yearly salary", "Hourly rate", "Growth rate", "Number of jobs", "Average salary", "Salary range", "Average pay",
    "Median salary", "Median pay", "Mean salary", "Salary", "Most common degree", "Average age",
    "Years of experience", "Highest paying city", "Highest paying state", "Best paying company",
    "Best paying industry", "Most common major", "Most common college", "Gender ratio", "Race ratio",
    "LGBT percentage", "Median", "Mean", "Average", "Percentile", "10th percentile", "25th percentile",
    "75th percentile", "90th percentile", "Annual mean wage", "Annual median wage", "Hourly mean wage",
    "Hourly median wage", "Mean annual wage", "Median annual wage", "Employment", "A_MEAN", "A_MEDIAN", "H_MEAN",
    "H_MEDIAN", "TOT_EMP", "OCC_CODE", "OCC_TITLE", "A_PCT10", "A_PCT25", "A_PCT75", "A_PCT90", "O_GROUP",
    "AREA_TITLE", "Occupation title", "Occupation code", "Job title", "Typical entry-level education",
    "Typical education needed for entry", "Work experience in a related occupation", "Openings", "Projected growth",
)))  # fmt: skip
"""Labels of rows and columns of comparison pages and official tables, which name no job and no class."""
_FIRST = frozenset(header[0] for header in _HEADERS)
_AMOUNT = re.compile(
    r"(?:between )?(?:[$€£] ?\d[\d.,]*[kKmM]?\+?|\d{1,3}(?:,\d{3})+(?:\.\d+)?\+?|\d+(?:\.\d+)? ?%|\d+(?:\.\d+)?[kK]\+?)"
    r"(?: ?(?:-|–|to|and|an?|/|per) ?(?:[$€£]? ?\d[\d.,]*[kKmM%]?\+?|year|hour|month))*",
    re.IGNORECASE,
)
_BARE = re.compile(r"[+-]?\d+(?:\.\d+)?")
_DEGREE = re.compile(r"\b(?:bachelor|master|associate|doctora|high school)", re.IGNORECASE)
_GENDER = re.compile(r"(?:male|female|men|women)", re.IGNORECASE)
_NO_DEGREE = frozenset(("gender", "race", "best-city", "best-state", "best-company", "best-industry", "lgbt"))
_NO_GENDER = frozenset(("race", "degree", "major", "best-city", "best-state", "best-company", "best-industry"))


def _shifted(context: Context) -> Iterator[Finding]:
    for steps, text, is_title in _names(context):
        if len(text) > MAX_CELL_LENGTH:
            continue
        if text[:1].casefold() in _FIRST and name_key(text) in _HEADERS:
            yield make_finding(f"{quoted(text)} is the label of a row or column, not a name", steps)
        elif _AMOUNT.fullmatch(text.strip()) or (is_title and _BARE.fullmatch(text.strip())):
            yield make_finding(f"{quoted(text)} is a number where a name should be", steps)
    yield from _misplaced_names(context)


def _names(context: Context) -> Iterator[tuple[KeyPath, str, bool]]:
    """Yield every text that names something, and whether it is a title."""
    for key, role in context.roles.items():
        yield ("roles", key, "title"), role.title, True
        for index, alias in enumerate(role.aliases):
            yield ("roles", key, "aliases", index), alias, False
        for index, industry in enumerate(role.industries):
            yield ("roles", key, "industries", index), industry, True
        for index, level in enumerate(role.levels):
            yield ("roles", key, "levels", index, "title"), level.title, False
    for code, occupation in context.occupations.items():
        yield ("occupations", code, "title"), occupation.title, True
    for key, skill in context.checked_entries("skills").items():
        yield ("skills", key, "name"), skill.name, True
    for key, family in context.checked_entries("families").items():
        yield ("families", key, "title"), family.title, True
    for steps, figure, _ in context.figures:
        if figure.of:
            yield (*steps, "of"), figure.of, True


def _misplaced_names(context: Context) -> Iterator[Finding]:
    """Yield the figures that name a thing of another row, or one of the columns."""
    roles = {name_key(role.title) for role in context.concrete_roles.values()}
    for steps, figure, _ in context.figures:
        if figure.of is None or len(figure.of) > MAX_CELL_LENGTH:
            continue
        degree = figure.measure in _NO_DEGREE and _DEGREE.match(figure.of)
        gender = figure.measure in _NO_GENDER and _GENDER.fullmatch(figure.of.strip())
        if degree or gender:
            yield make_finding(f"{quoted(figure.of)} does not belong to {figure.measure}", (*steps, "of"))
        elif name_key(figure.of) in roles:
            message = f"{quoted(figure.of)} is the title of a role, like the header of a column"
            yield make_finding(message, (*steps, "of"))


RULES = (
    Rule(
        "table-shifted",
        "error",
        "A label or a number is where a name should be.",
        "In tables of comparison pages the header is often one column off. Then labels are read as the values of the "
        "first job, and its values as those of the second. You get titles that are amounts, a category called 'Growth "
        "rate', or a degree as the best-paying city. Nothing in such a table can be trusted.",
        "Import the table again, with each row's own label first. Check one row by hand.",
        Example(
            f"{MEASURED}      - {{measure: best-state, source: survey, of: Highest paying state}}\n",
            "Highest paying state", "Nevada",
        ),
        _shifted,
    ),
)  # fmt: skip
