"""The first screen of a path: how far the ladder goes and what it pays, then its levels, the jobs after and before."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from careercli.amounts import Num, difference, format_number, join_words
from careercli.answers.path.branches import Branch, branches
from careercli.answers.path.edges_screen import edges_screen
from careercli.answers.path.edges_table import rung_of
from careercli.answers.path.screen_jobs import MAX_JOBS, WAYS_IN, Job, job_tables, jobs_after, jobs_before
from careercli.answers.path.view import PathView
from careercli.answers.shared.page_parts import key_pay_text
from careercli.answers.shared.screen_figures import is_number
from careercli.answers.shared.screen_ladder import Rung, flat, ladder_table, rung_amount, years_text
from careercli.answers.shared.screen_parts import (
    MARKS,
    capitalized,
    fit_mark,
    sentence,
    short_sources,
    strong,
    with_article,
)
from careercli.answers.shared.wording import pays
from careercli.blocks import Group, Label, Paragraph, Screen, Span, Table, Tree, TreeNode, cite

MAX_TOPS = 3
"""Levels that the first sentence names as where the ladder leads."""


def screen(view: PathView) -> Screen:
    """Return the ladder with the jobs before and after it, or as many edges as stand on a screen."""
    if view.edges:
        return edges_screen(view)
    tree = branches(view.rows)
    ladder = tuple(_rungs(tree, view.role))
    after, before = jobs_after(view, tree), jobs_before(tree)
    groups = [Group((ladder_table(ladder),), unit=("level", "levels"))] if ladder else []
    groups += job_tables(view, after, before)
    if any(job.further for job in after):
        groups = [*(_without_ranks(group) for group in groups), Group((Tree(_further(after)),))]
    gone = (len(after[MAX_JOBS:]), "next job", "next jobs"), (len(before[MAX_JOBS:]), *WAYS_IN)
    notes = sum(bool(job.why) for job in (*after, *before)) + len(view.milestones)
    return Screen(
        title=f"{view.title}: career path",
        answer=(_answer(view, ladder, after),),
        groups=tuple(groups),
        sources=short_sources(view.sources),
        marks=MARKS,
        commands=(Label("Similar jobs", (f"careercli related {view.role}",), "code"),)
        if view.role and not view.rows
        else (),
        left_out=(*gone, (notes, "note", "notes")),
        options="--full. Route: --to ROLE",
        complete="nothing is left out. Route: --to ROLE",
    )


def _without_ranks(group: Group) -> Group:
    """Return a group that stays whole however long the screen becomes: the reader asked for more."""
    tables = (block for block in group.blocks if isinstance(block, Table))
    kept = (structs.replace(table, rows=tuple(structs.replace(row, rank=0) for row in table.rows)) for table in tables)
    return structs.replace(group, blocks=tuple(kept))


def _rungs(tree: Iterable[Branch], role: str | None) -> Iterator[Rung]:
    """Yield the levels of the role itself, each with those that it leads to."""
    for edge, children in tree:
        if edge.kind == "level" and edge.to.role == role:
            yield rung_of(edge, tuple(_rungs(children, role)))


# ---- the answer ----

_Said = tuple[str | Span, ...]


def _answer(view: PathView, ladder: Sequence[Rung], after: Sequence[Job]) -> Paragraph:
    split = next((rung for rung in flat(ladder) if len(rung.children) > 1), None)
    said: list[_Said] = []
    if ladder:
        tops = split.children if split else (list(flat(ladder))[-1],)
        said += [_climb(view, ladder[0], tops), _pay(view, ladder)]
    if split and len({rung.track for rung in split.children}) > 1:
        said.append((f"After {split.title} the path splits: expert work or leading people.",))
    elif after and is_number(after[0].pay):
        said.append(_best_next(after[0]))
    if not any(said):
        said = [(f"No levels and no moves are known for {view.title}.",)]
    first, *others = filter(None, said)
    return sentence(*first, *(span for one in others for span in (" ", *one)))


def _climb(view: PathView, first: Rung, tops: Sequence[Rung]) -> _Said:
    """Say where the ladder leads, and how long it takes to get there."""
    goals = [rung.title for rung in tops]
    if goals == [first.title]:
        return (strong(first.title), " is the last step of this ladder.")
    starts_here = view.level is not None or view.title in goals or first.stage != "employed"
    subject = capitalized(with_article(first.title if starts_here or view.title is None else view.title))
    named = join_words([with_article(goals[0]), *goals[1:MAX_TOPS]], "or")
    return (f"{subject} can become ", strong(named), *_time(first, tops), ".")


def _time(first: Rung, tops: Sequence[Rung]) -> _Said:
    if first.years is None or any(rung.years is None for rung in tops):
        return ()
    begin = first.years[0]
    waits = sorted({difference(rung.years[0], begin) for rung in tops if rung.years})
    if waits[-1] <= 0:
        return ()
    ends = (
        [format_number(wait) for wait in (waits[0], waits[-1])] if waits[0] != waits[-1] else [format_number(waits[0])]
    )
    return (" in about ", strong(f"{' to '.join(ends)} {'year' if ends == ['1'] else 'years'}"))


def _pay(view: PathView, ladder: Sequence[Rung]) -> _Said:
    """Say what the first and the best paid level pay by one measure; else what all levels pay together."""
    levels = list(flat(ladder))
    estimated = [rung for rung in levels if rung.estimate]
    given = [rung for rung in levels if rung.pay and rung.pay.occupation is None and rung.pay.central_pay()]
    for rungs in (given, estimated):
        if not rungs:
            continue
        best = max(rungs, key=_amount)
        if _amount(best) > _amount(rungs[0]) and _measure(best) == _measure(rungs[0]):
            return (
                "Pay goes from ", strong(rung_amount(rungs[0])), f" as {with_article(rungs[0].title)} to ",
                strong(rung_amount(best)), f" as {with_article(best.title)}.{cite(_measure(best)[0])}",
            )  # fmt: skip
    pay = view.role_pay
    if pay is None or not is_number(pay):
        return ()
    told = "average" if pay.statistic == "mean" else "median: half earn more"
    amount = strong(key_pay_text(pay) + fit_mark(pay.fit))
    return "All levels together, pay is ", amount, f" a year ({told}).{cite(pay.source)}"


def _amount(rung: Rung) -> Num:
    known = rung.pay.central_pay() if rung.pay else None
    return rung.estimate.value if rung.estimate else known[1] if known else 0


def _measure(rung: Rung) -> tuple[str, ...]:
    """Return what the pay of two levels must share to be said in one breath: the source, and what was counted."""
    if rung.estimate:
        return rung.estimate.source, rung.estimate.occupation
    known = rung.pay.central_pay() if rung.pay else None
    return (rung.pay.source, known[0], rung.pay.currency, rung.pay.place) if rung.pay and known else ("",)


def _best_next(job: Job) -> _Said:
    if job.pay is None:
        return ()
    amount = strong(key_pay_text(job.pay) + fit_mark(job.pay.fit))
    said = f" a year.{cite(job.pay.source)}"
    return "Of the jobs people move to next, ", strong(job.title), f" {pays(job.title)} most: ", amount, said


# ---- the ladders of the jobs after it ----


def _further(after: Sequence[Job]) -> TreeNode:
    """Return the jobs after this one with their ladders, as far as the reader asked for."""
    return TreeNode(
        (Span("Further on", "strong"),),
        children=tuple(TreeNode((Span(job.title),), children=tuple(map(_branch, job.further))) for job in after),
    )


def _branch(branch: Branch) -> TreeNode:
    edge = branch.edge
    spans = [Span(edge.to.title)]
    if edge.years_from is not None:
        spans.append(Span(f"  {years_text(edge.years_from, edge.years_to)} years", "muted"))
    return TreeNode(tuple(spans), children=tuple(map(_branch, branch.children)))
