"""The first screens of skills: those of a job, who needs one, what learning one opens, and all that there are."""

from collections.abc import Sequence

from careercli.answers.shared.screen_figures import key_pay_cell
from careercli.answers.shared.screen_parts import MARKS, UNKNOWN, sentence, short_sources, strong
from careercli.answers.shared.skill_words import skills_in_text
from careercli.answers.skills.learning_screen import next_skill, unlocked
from careercli.answers.skills.screen_cells import LEVEL, WEIGHT, options, rating
from careercli.answers.skills.view import SkillRoleView, SkillRowView, SkillsView
from careercli.blocks import Cell, Group, Label, Mark, Paragraph, Row, Screen, Span, Table, cite

MAX_SKILLS, MAX_ROLES, MAX_VOCABULARY = 14, 24, 24
MAX_MUSTS = 5
"""Must-haves that the answer names."""
LONG_NAME = 20
"""Characters from which a name does not stand before a command."""
COMMON = 2
"""Skills of which it says in how many other jobs they are useful."""
_KIND = Mark(r"\bJobs\b", "Jobs: how many need the skill or are helped by it.", word=True)


def screen(view: SkillsView) -> Screen:
    """Return the screen of the question that was asked."""
    sides = {"vocabulary": _vocabulary, "role": _of_role, "users": _users, "unlock": unlocked, "next": next_skill}
    return sides[view.question](view)


# ---- the skills of a job ----


def _of_role(view: SkillsView) -> Screen:
    musts, helps = _by_need(view.rows)
    shown = [*musts, *helps[: max(MAX_SKILLS - len(musts), 0)]]
    blocks = [
        (name, rows) for name, rows in (("Must have", musts), ("Helps", helps[: len(shown) - len(musts)])) if rows
    ]
    commands = [Label("What you lack", (f"careercli gap {view.role} --resume me.yaml",), tone="code")]
    if shown:
        name = shown[0].name
        who = Label(
            f"Who needs {name if len(name) < LONG_NAME else 'the first'}", (_unlock_command(shown[0].id),), tone="code"
        )
        commands.insert(0, who)
    return Screen(
        title=f"{view.title}: skills",
        answer=_role_answer(view, musts, helps),
        groups=(Group((_role_table(blocks),), unit=("skill", "skills")),) if blocks else (),
        sources=short_sources(view.sources),
        marks=(
            *MARKS,
            Mark(WEIGHT.pattern, "Weight in this job, 0 to 100. Level: 50 is solid, 70 is experienced.", word=True),
        ),
        commands=tuple(commands),
        left_out=((view.total - len(shown), "skill", "skills"),),
        options=options(view),
        complete=f"all {len(shown)} skills are shown. With their kinds: --full",
    )


def _by_need(rows: Sequence[SkillRowView]) -> tuple[list[SkillRowView], list[SkillRowView]]:
    needed = [row for row in rows if row.asked and row.asked.need == "must"]
    return needed, [row for row in rows if row.asked and row.asked.need != "must"]


def _role_answer(
    view: SkillsView, musts: Sequence[SkillRowView], helps: Sequence[SkillRowView]
) -> tuple[Paragraph, ...]:
    kind = f"{view.kind} " if view.kind else ""
    if not musts and not helps:
        return (sentence(f"The catalog does not say which {kind}skills {view.title} needs."),)
    sources = cite(*dict.fromkeys(row.asked.source for row in view.rows if row.asked))
    more = f" {_count_word(len(helps))} more {'helps' if len(helps) == 1 else 'help'}." if helps else ""
    these = f"these {kind}skills: " if kind else ""
    first = (
        sentence(strong(view.title or ""), f" needs {these}", strong(_names(musts, MAX_MUSTS)), f".{more}{sources}")
        if musts
        else sentence(
            f"{view.title} needs no {kind}skill. Useful are ", strong(_names(helps, MAX_MUSTS)), f".{sources}"
        )
    )
    common = sorted((*musts, *helps), key=lambda row: -row.must - row.nice)[:COMMON]
    if not common or not common[0].must + common[0].nice:
        return (first,)
    told = " and ".join(f"{row.name} ({row.must + row.nice})" for row in common)
    return (first, sentence("Useful in the most other jobs: ", strong(told), "."))


def _names(rows: Sequence[SkillRowView], most: int) -> str:
    return skills_in_text([row.name for row in rows], most)


def _count_word(count: int) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    return words[count] if count < len(words) else str(count)


def _role_table(blocks: Sequence[tuple[str, Sequence[SkillRowView]]]) -> Table:
    table: list[Row] = []
    for place, (name, rows) in enumerate(blocks):
        if place:
            table.append(Row(Cell((name,), "strong")))
        for nth, row in enumerate(rows):
            ratings = (rating(row.asked.importance), rating(row.asked.level)) if row.asked else (UNKNOWN, UNKNOWN)
            others = Cell((str(row.must + row.nice),), numeric=True)
            table.append(Row(Cell((row.name,)), (*ratings, others), 100 * place + nth))
    return Table((blocks[0][0], "Weight", "Level", "Other jobs"), tuple(table))


# ---- who needs a skill ----


def _users(view: SkillsView) -> Screen:
    shown = view.roles[:MAX_ROLES]
    several = len(view.rows) > 1
    headers: tuple[str, ...] = ("", f"Median pay{cite(*dict.fromkeys(role.pay.source for role in shown if role.pay))}")
    headers += ("Needs",) if several else ("Need", "Weight", "Level")
    table = tuple(_user_row(role, nth, several=several) for nth, role in enumerate(shown))
    unlock = " ".join(f"--unlock {row.id}" for row in view.rows)
    return Screen(
        title=f"Who needs {_names(view.rows, MAX_MUSTS)}",
        answer=_users_answer(view),
        groups=(Group((Table(headers, table),), unit=("job", "jobs")),) if table else (),
        sources=short_sources(view.sources),
        marks=(*MARKS, WEIGHT, LEVEL),
        commands=(Label("What it opens to you", (f"careercli skills YOUR-JOB {unlock}",), tone="code"),),
        left_out=((view.total - len(shown), "job", "jobs"),),
        options=options(view),
        complete=f"all {view.total} jobs are shown; more on each: --full",
    )


def _users_answer(view: SkillsView) -> tuple[Paragraph, ...]:
    names = _names(view.rows, MAX_MUSTS)
    if not view.roles:
        return (sentence("No job of the catalog needs ", strong(names), "."),)
    jobs = "1 job" if view.total == 1 else f"{view.total} jobs"
    if len(view.rows) == 1:
        row = view.rows[0]
        helped = f"{row.nice or 'none'} {'is' if row.nice == 1 else 'are'} helped by it"
        how = f"{row.must or 'None'} must have it, and {helped}."
        first = sentence(strong(jobs), f" {'needs' if view.total == 1 else 'need'} ", strong(names), f". {how}")
    else:
        first = sentence(strong(jobs), f" {'needs' if view.total == 1 else 'need'} one or more of ", strong(names), ".")
    paid = [role for role in view.roles if role.pay and role.pay.value is not None and role.pay.fit != "proxy"]
    if not paid or view.total == 1:
        return (first,)
    title, best = paid[0].title, paid[0].pay
    amount = key_pay_cell(best).lines[0] if best else ""
    source = cite(best.source if best else None)
    pays = sentence(
        "Of these ", strong(title), " pays most: ", strong(amount), f" a year.{source}",
        " The skill alone does not make the pay.",
    )  # fmt: skip
    return (first, pays)


def _user_row(role: SkillRoleView, nth: int, *, several: bool) -> Row:
    if several:
        words = ", ".join(f"{need.name} ({_need(need.need)})" for need in role.asks)
        return Row(Cell((role.title,)), (key_pay_cell(role.pay), Cell((words,))), nth)
    need = role.asks[0]
    cells = (key_pay_cell(role.pay), Cell((_need(need.need),)), rating(need.importance), rating(need.level))
    return Row(Cell((role.title,)), cells, nth)


def _need(need: str) -> str:
    return "must" if need == "must" else "helps"


# ---- all skills ----


def _vocabulary(view: SkillsView) -> Screen:
    shown = view.rows[:MAX_VOCABULARY]
    table = tuple(
        Row(
            Cell((row.name,)),
            (
                *((Cell((row.kind,)),) if not view.kind else ()),
                Cell((str(row.must + row.nice),), numeric=True),
                Cell((str(row.must),), numeric=True),
            ),
            nth,
        )
        for nth, row in enumerate(shown)
    )
    kind = f"{view.kind} " if view.kind else ""
    counted = strong(f"{view.total} {kind}skill{'' if view.total == 1 else 's'}")
    most: tuple[str | Span, ...] = ()
    if shown:
        first = shown[0]
        needed = f": {first.must + first.nice}, and {first.must} of them must have it."
        sources = cite(*(source.source for source in view.sources))
        most = (" Most jobs use ", strong(first.name), needed, sources)
    headers = ("", *(("Kind",) if not view.kind else ()), "Jobs", "Must have")
    return Screen(
        title=f"{view.total} {kind}skills",
        answer=(sentence("The catalog knows ", counted, ".", *most),),
        groups=(Group((Table(headers, table),), unit=("skill", "skills")),) if table else (),
        sources=short_sources(view.sources),
        marks=(*MARKS, _KIND),
        commands=(Label("Who needs one", (_unlock_command(shown[0].id),), tone="code"),) if shown else (),
        left_out=((view.total - len(shown), "skill", "skills"),),
        options=options(view),
        complete=f"all {view.total} skills are shown; their ids: --full",
    )


def _unlock_command(skill: str) -> str:
    return f"careercli skills --unlock {skill}"
