"""The neighbors of a role as a page, one table for each kind of evidence."""

from collections.abc import Iterable, Sequence

from careercli.amounts import format_percent, in_sentence, join_some, join_words
from careercli.answers.related.view import (
    DeclaredView,
    InferredView,
    NeighborView,
    OfficialView,
    RelatedView,
)
from careercli.answers.shared.page_parts import (
    Citations,
    bullets,
    command_line,
    heading,
    key_pay_text,
    prose,
    source_list,
)
from careercli.answers.shared.view_parts import SkillNameView
from careercli.answers.shared.wording import fit_words, statistic_word
from careercli.blocks import Block, Cell, Heading, Page, Row, Table

MAX_REASON_SKILLS = 4
"""Skills that a reason names."""


def page(view: RelatedView) -> Page:
    """Return the neighbors as a page."""
    citations = Citations(view.sources)
    blocks: list[Block] = [Heading(f"{view.title}: similar jobs", 1)]
    declared, official, inferred = view.declared(), view.official(), view.inferred()
    roles = [row for row in view.rows if row.role is not None]
    if declared:
        blocks += [heading("Known career moves", "from our editors"), _declared(declared)]
    if official:
        blocks += [heading("On an official list", "picked by experts"), _official(official, citations)]
    if inferred:
        blocks += [heading("Similar jobs", "calculated from what is known about both"), _inferred(inferred)]
        blocks += _legend(tied=any(near.tied for _, near in inferred))
    if roles:
        blocks += [heading("Figures", "for this job and each one above"), _facts((view, *roles), citations)]
    if view.no_data:
        told = (f"{one.evidence.capitalize()}: {in_sentence(one.text)}" for one in view.no_data)
        blocks += [heading("No data"), *bullets(told)]
    if roles:
        first = roles[0].role
        blocks.append(heading("Try next"))
        blocks.append(command_line(f"careercli path {view.role} --to {first}", "the route, step by step"))
        blocks.append(command_line(f"careercli compare {view.role} {first}", "both side by side"))
    return Page((*blocks, *source_list(view.sources)))


def _declared(rows: Iterable[tuple[NeighborView, DeclaredView]]) -> Table:
    table = tuple(Row(Cell((row.title,), "strong"), (Cell((said.how,)), Cell((said.why,)))) for row, said in rows)
    return Table(("Job", "How", "Why"), table)


def _official(rows: Iterable[tuple[NeighborView, OfficialView]], citations: Citations) -> Table:
    table = tuple(
        Row(
            Cell((f"{row.occupation_title}{citations.mark(said.source)}",), "strong"),
            (Cell((str(said.rank),), numeric=True), Cell((said.tier,)), Cell((row.occupation or "",))),
        )
        for row, said in rows
    )
    return Table(("Occupation", "Rank", "Tier", "Code"), table)


def _inferred(rows: Iterable[tuple[NeighborView, InferredView]]) -> Table:
    table = []
    for row, near in rows:
        rank = f"{near.rank}, tied" if near.tied else str(near.rank)
        covers = format_percent(row.overlap, 0) if row.overlap is not None else "–"
        cells = (
            Cell((rank,), numeric=True),
            Cell((format_percent(near.percentile),), numeric=True),
            Cell((covers,), numeric=True),
        )
        table.append(Row(Cell((row.title,), "strong"), (*cells, Cell((_reason(row, near),)))))
    return Table(("Job", "Rank", "Similarity", "You have", "Why"), tuple(table))


def _facts(rows: Iterable[RelatedView | NeighborView], citations: Citations) -> Table:
    table = []
    for row in rows:
        pay, growth = "–", "–"
        if row.pay:
            amount = f"{key_pay_text(row.pay)} {statistic_word(row.pay.statistic)}"
            pay = f"{amount}{fit_words(row.pay.fit)}{citations.mark(row.pay.source)}"
        if row.growth:
            growth = f"{format_percent(row.growth.value)}{fit_words(row.growth.fit)}{citations.mark(row.growth.source)}"
        cells = (pay, growth, f"{row.education}{fit_words(row.education_fit)}" if row.education else "–")
        table.append(Row(Cell((row.title,), "strong"), tuple(Cell((cell,)) for cell in cells)))
    return Table(("Job", "Pay a year", "Growth", "Typical education"), tuple(table))


def _reason(row: NeighborView, near: InferredView) -> str:
    """Say in words what is shared and what would have to be learned."""
    parts = []
    if row.shares:
        parts.append(f"shares {_names(row.shares)}")
    if row.needs:
        parts.append(f"needs {_names(row.needs)}")
    if not row.shares:
        known: dict[str, float] = {
            kind: share for kind, share in near.evidence_percentiles.items() if share is not None
        }
        parts.insert(0, f"similar in {join_words(sorted(known, key=lambda kind: -known[kind])[:2])}")
    return "; ".join(parts)


def _names(skills: Sequence[SkillNameView]) -> str:
    return join_some([skill.name for skill in skills], MAX_REASON_SKILLS)


def _legend(*, tied: bool) -> Iterable[Block]:
    yield prose(
        "Similarity: 99% means more similar than 99% of the other jobs in this catalog. You have: the share of the "
        "other job's skills that you already have from this job, weighted by importance.",
        "muted",
    )
    if tied:
        yield prose("Jobs that are tied are equally similar. Their order means nothing.", "muted")
