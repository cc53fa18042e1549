"""The jobs that people move to and come from, for the first screen of a path: each once, by pay."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, structs

from careercli.amounts import Num
from careercli.answers.path.branches import Branch
from careercli.answers.path.view import EdgeView, PathView
from careercli.answers.shared.screen_figures import cited, difference_cell, growth_cell, is_number, key_pay_cell
from careercli.answers.shared.screen_parts import UNKNOWN
from careercli.answers.shared.view_parts import KeyFigureView, KeyPayView
from careercli.blocks import Cell, Group, Row, Table

MAX_JOBS = 6
"""Jobs of a list."""
MAX_SOURCES = 2
"""Sources that the header of a column cites."""
AFTER, BEFORE = "Where you can go next", "Where people come from"
WAYS_IN = ("way in", "ways in")
AGAINST = "vs.\u00a0this\u00a0job"
"""The header of the differences, which is never broken."""
BLANK = Cell(("",))


class Job(Struct, frozen=True):
    """A role beside this one, by its own title and not by that of the level at which people come in."""

    title: str
    role: str | None
    pay: KeyPayView | None
    growth: KeyFigureView | None
    why: str | None
    further: tuple[Branch, ...] = ()
    """What hangs on the move to it."""


def jobs_after(view: PathView, tree: Sequence[Branch]) -> tuple[Job, ...]:
    """Return the roles that people move to, those that pay most first."""
    ways = (branch for branch in _moves(tree) if branch.edge.to.role != view.role)
    return _by_pay(_each_once(_after(branch) for branch in ways))


def jobs_before(tree: Sequence[Branch]) -> tuple[Job, ...]:
    """Return the roles that people come from: six by pay, then the rest; those that the role names itself go first."""
    feeders = (branch.edge for branch in tree if branch.edge.kind == "feeder")
    jobs = sorted(_each_once(map(_before, feeders)), key=lambda job: job.role is None)
    return (*_by_pay(jobs[:MAX_JOBS]), *_by_pay(jobs[MAX_JOBS:]))


def _after(branch: Branch) -> Job:
    edge = branch.edge
    return Job(
        edge.to_role_title, edge.to.role, edge.to_role_pay, edge.to_role_growth, edge.why, further=branch.children
    )


def _before(edge: EdgeView) -> Job:
    start = edge.from_
    title = edge.from_role_title or (start.title if start else "")
    return Job(title, start.role if start else None, edge.from_role_pay, edge.from_role_growth, edge.why)


def job_tables(view: PathView, after: Sequence[Job], before: Sequence[Job]) -> Iterator[Group]:
    """Yield a table of the jobs after it and one of those before, with the same columns, and this job below them."""
    lists = ((after[:MAX_JOBS], AFTER, ("next job", "next jobs"), 1), (before[:MAX_JOBS], BEFORE, WAYS_IN, 2))
    told = [name for jobs, name, *_ in lists if jobs]
    if not told:
        return
    every = [job for jobs, *_ in lists for job in jobs]
    pays, growths = [job.pay for job in every], [job.growth for job in every]
    differs = all(_are_mostly_comparable(jobs, view) for jobs, *_ in lists if jobs)
    headers = (
        told[0],
        ("Median" if all(pay is None or pay.statistic == "median" for pay in pays) else "Pay") + cited(pays),
        *((AGAINST,) if differs else ()),
        "Growth" + cited(growths),
    )
    spare = (AGAINST,) if differs else ()
    for jobs, name, unit, rank in lists:
        rows = tuple(_row(job, view, rank=rank + 2 * number, differs=differs) for number, job in enumerate(jobs))
        title = () if name == told[0] else (Row(Cell((name,), "strong")),)
        if rows:
            rows = (*title, structs.replace(rows[0], rank=0), *rows[1:])
            yield Group((Table(headers, rows, spare=spare, unbroken=True),), unit=unit)
    if is_number(view.role_pay):
        cells = (key_pay_cell(view.role_pay), *((BLANK,) if differs else ()), growth_cell(view.role_growth))
        own = (Row(Cell(("This job, all levels",)), cells),)
        yield Group((Table(headers, own, spare=spare, unbroken=True),))


def _are_mostly_comparable(jobs: Sequence[Job], view: PathView) -> bool:
    known = [difference_cell(job.pay, view.role_pay) is not UNKNOWN for job in jobs]
    return 2 * sum(known) >= len(known)


def _row(job: Job, view: PathView, *, rank: int, differs: bool) -> Row:
    change = (difference_cell(job.pay, view.role_pay),) if differs else ()
    return Row(Cell((job.title,)), (key_pay_cell(job.pay), *change, growth_cell(job.growth)), rank)


def _moves(tree: Iterable[Branch]) -> Iterator[Branch]:
    """Yield the moves from the levels of a ladder, not those from the ladders that they lead to."""
    for branch in tree:
        if branch.edge.kind == "level":
            yield from _moves(branch.children)
        elif branch.edge.kind != "feeder":
            yield branch


def _each_once(jobs: Iterable[Job]) -> list[Job]:
    found: dict[str, Job] = {}
    for job in jobs:
        found.setdefault(job.title, job)
    return list(found.values())


def _by_pay(jobs: Sequence[Job]) -> tuple[Job, ...]:
    """Return the jobs that pay most first; those whose pay is not known, or counted for another job, come last."""
    return tuple(sorted(jobs, key=_order))


def _order(job: Job) -> tuple[bool, Num]:
    pay = job.pay
    return (False, -pay.value) if pay and pay.value is not None and is_number(pay) else (True, 0)
