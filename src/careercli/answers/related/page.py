"""The neighbours of a role as a page, one table for each kind of evidence."""

from collections.abc import Iterable

from careercli.amounts import format_percent, join_some, join_words
from careercli.answers.related.view import DeclaredView, InferredView, OfficialView, RelatedView, RoleFactsView
from careercli.answers.shared.page_parts import (
    Citations,
    bullets,
    command_line,
    heading,
    key_pay_text,
    prose,
    source_list,
)
from careercli.blocks import Block, Cell, Heading, Page, Row, Table

MAX_REASON_SKILLS = 4
"""Skills that a reason names."""


def page(view: RelatedView) -> Page:
    """Return the neighbours as a page."""
    citations = Citations(view.sources)
    blocks: list[Block] = [Heading(f"{view.title}: related roles", 1)]
    if view.declared:
        blocks += [heading("Declared", "the catalog says so"), _declared(view.declared)]
    if view.official:
        blocks += [heading("Official", "an expert list says so"), _official(view.official, citations)]
    if view.inferred:
        blocks += [heading("Inferred", "near by what is known of both; nobody says so"), _inferred(view.inferred)]
        blocks += _legend(view.inferred)
    if len(view.facts) > 1:
        blocks += [heading("Figures", "of the role itself and of each one above"), _facts(view.facts, citations)]
    if view.no_data:
        blocks += [heading("No data"), *bullets(view.no_data)]
    first = next((row.role for row in view.rows if row.role is not None), None)
    if first:
        blocks.append(heading("See also"))
        blocks.append(command_line(f"careercli path {view.role} --to {first}", "the way there, step by step"))
        blocks.append(command_line(f"careercli compare {view.role} {first}", "both side by side"))
    return Page((*blocks, *source_list(view.sources)))


def _declared(rows: Iterable[DeclaredView]) -> Table:
    table = tuple(Row(Cell((row.title,), "strong"), (Cell((row.how,)), Cell((row.why,)))) for row in rows)
    return Table(("Role", "How", "Why"), table)


def _official(rows: Iterable[OfficialView], citations: Citations) -> Table:
    table = tuple(
        Row(
            Cell((f"{row.title}{citations.mark(row.source)}",), "strong"),
            (Cell((str(row.rank),), numeric=True), Cell((row.tier,)), Cell((row.code,))),
        )
        for row in rows
    )
    return Table(("Occupation", "Rank", "Tier", "Code"), table)


def _inferred(rows: Iterable[InferredView]) -> Table:
    table = []
    for row in rows:
        rank = f"{row.rank}, tied" if row.tied else str(row.rank)
        covers = format_percent(row.coverage, 0) if row.coverage is not None else "–"
        cells = (
            Cell((rank,), numeric=True),
            Cell((format_percent(row.percentile),), numeric=True),
            Cell((covers,), numeric=True),
        )
        table.append(Row(Cell((row.title,), "strong"), (*cells, Cell((_reason(row),)))))
    return Table(("Role", "Rank", "Nearer than", "Covered", "Why"), tuple(table))


def _facts(rows: Iterable[RoleFactsView], citations: Citations) -> Table:
    table = []
    for row in rows:
        pay, growth = "–", "–"
        if row.pay:
            pay = f"{key_pay_text(row.pay)} {row.pay.statistic}{_fit(row.pay.fit)}{citations.mark(row.pay.source)}"
        if row.growth and row.growth.value is not None:
            growth = f"{format_percent(row.growth.value)}{_fit(row.growth.fit)}{citations.mark(row.growth.source)}"
        cells = (pay, growth, f"{row.education}{_fit(row.education_fit)}" if row.education else "–")
        table.append(Row(Cell((row.title,), "strong"), tuple(Cell((cell,)) for cell in cells)))
    return Table(("Role", "Pay a year", "Growth", "Typical education"), tuple(table))


def _fit(fit: str | None) -> str:
    return f", {fit}" if fit and fit != "exact" else ""


def _reason(row: InferredView) -> str:
    """Say in words what is shared and what would have to be learnt."""
    parts = []
    if row.shares:
        parts.append(f"shares {join_some(row.shares, MAX_REASON_SKILLS)}")
    if row.needs:
        parts.append(f"needs {join_some(row.needs, MAX_REASON_SKILLS)}")
    if not row.shares:
        kinds = sorted(row.evidence, key=lambda kind: -row.evidence[kind])[:2]
        parts.insert(0, f"near by {join_words(kinds)}")
    return "; ".join(parts)


def _legend(rows: tuple[InferredView, ...]) -> Iterable[Block]:
    yield prose(
        "Rank and share are within this catalog: nearer than so many percent of its other roles. Covered is another "
        "thing: how much of what the other role asks this one brings, weighted by importance.",
        "muted",
    )
    if any(row.tied for row in rows):
        yield prose("Roles that are tied are equally near; their order means nothing.", "muted")
