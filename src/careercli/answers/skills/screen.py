"""The first screens of skills: those of a job, who needs one, what learning one opens, and all that there are."""

from collections.abc import Sequence

from careercli.answers.shared.screen_figures import key_pay_cell
from careercli.answers.shared.screen_parts import MARKS, sentence, short_sources, strong
from careercli.answers.shared.skill_words import skills_in_text
from careercli.answers.shared.wording import pays
from careercli.answers.skills.learning_screen import next_skill, unlocked
from careercli.answers.skills.screen_cells import LEVEL, WEIGHT, options, rating
from careercli.answers.skills.view import SkillDemandView, SkillRowView, SkillsUnlockView, SkillsView, UnlockRowView
from careercli.blocks import Cell, Group, Label, Mark, Paragraph, Row, Screen, Span, Table, cite

MAX_SKILLS, MAX_ROLES, MAX_VOCABULARY = 14, 24, 24
MAX_MUSTS = 5
"""Must-haves that the answer names."""
LONG_NAME = 20
"""Characters from which a name does not stand before a command."""
COMMON = 2
"""Skills of which it says in how many other jobs they are useful."""
_KIND = Mark(r"\bJobs\b", "Jobs: how many need the skill or are helped by it.", word=True)


def screen(view: SkillsView | SkillsUnlockView) -> Screen:
    """Return the screen of the question that was asked."""
    if isinstance(view, SkillsUnlockView):
        return unlocked(view) if view.role else _users(view)
    return {"vocabulary": _vocabulary, "role": _of_role, "next": next_skill}[view.question](view)


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
            f"Who needs {name if len(name) < LONG_NAME else 'the first'}",
            (_unlock_command(shown[0].skill),),
            tone="code",
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
        left_out=((view.found - len(shown), "skill", "skills"),),
        options=options(view),
        complete=f"all {len(shown)} skills are shown. With their kinds: --full",
    )


def _by_need(rows: Sequence[SkillRowView]) -> tuple[list[SkillRowView], list[SkillRowView]]:
    needed = [row for row in rows if row.need == "must"]
    return needed, [row for row in rows if row.need not in ("must", None)]


def _role_answer(
    view: SkillsView, musts: Sequence[SkillRowView], helps: Sequence[SkillRowView]
) -> tuple[Paragraph, ...]:
    kind = f"{view.kind} " if view.kind else ""
    if not musts and not helps:
        return (sentence(f"The catalog does not say which {kind}skills {view.title} needs."),)
    sources = cite(*dict.fromkeys(row.source for row in view.rows if row.need))
    more = f" {_count_word(len(helps))} more {'helps' if len(helps) == 1 else 'help'}." if helps else ""
    these = f"these {kind}skills: " if kind else ""
    first = (
        sentence(strong(view.title or ""), f" needs {these}", strong(_names(musts, MAX_MUSTS)), f".{more}{sources}")
        if musts
        else sentence(
            f"{view.title} needs no {kind}skill. Useful are ", strong(_names(helps, MAX_MUSTS)), f".{sources}"
        )
    )
    common = sorted((*musts, *helps), key=lambda row: -row.must_count - row.nice_count)[:COMMON]
    if not common or not common[0].must_count + common[0].nice_count:
        return (first,)
    told = " and ".join(f"{row.name} ({row.must_count + row.nice_count})" for row in common)
    return (first, sentence("Useful in the most other jobs: ", strong(told), "."))


def _names(rows: Sequence[SkillDemandView], most: int) -> str:
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
            others = Cell((str(row.must_count + row.nice_count),), numeric=True)
            table.append(
                Row(Cell((row.name,)), (rating(row.importance), rating(row.skill_level), others), 100 * place + nth)
            )
    return Table((blocks[0][0], "Weight", "Level", "Other jobs"), tuple(table))


# ---- who needs a skill ----


def _users(view: SkillsUnlockView) -> Screen:
    shown = view.rows[:MAX_ROLES]
    several = len(view.skills_named) > 1
    headers: tuple[str, ...] = ("", f"Median pay{cite(*dict.fromkeys(role.pay.source for role in shown if role.pay))}")
    headers += ("Needs",) if several else ("Need", "Weight", "Level")
    table = tuple(_user_row(role, nth, several=several) for nth, role in enumerate(shown))
    unlock = " ".join(f"--unlock {skill.skill}" for skill in view.skills_named)
    return Screen(
        title=f"Who needs {_names(view.skills_named, MAX_MUSTS)}",
        answer=_users_answer(view),
        groups=(Group((Table(headers, table),), unit=("job", "jobs")),) if table else (),
        sources=short_sources(view.sources),
        marks=(*MARKS, WEIGHT, LEVEL),
        commands=(Label("What it opens to you", (f"careercli skills YOUR-JOB {unlock}",), tone="code"),),
        left_out=((view.found - len(shown), "job", "jobs"),),
        options=options(view),
        complete=f"all {view.found} jobs are shown; more on each: --full",
    )


def _users_answer(view: SkillsUnlockView) -> tuple[Paragraph, ...]:
    names = _names(view.skills_named, MAX_MUSTS)
    if not view.rows:
        return (sentence("No job of the catalog needs ", strong(names), "."),)
    jobs = "1 job" if view.found == 1 else f"{view.found} jobs"
    if len(view.skills_named) == 1:
        must, nice = view.skills_named[0].must_count, view.skills_named[0].nice_count
        helped = f"{nice or 'none'} {'is' if nice == 1 else 'are'} helped by it"
        how = f"{must or 'None'} must have it, and {helped}."
        first = sentence(strong(jobs), f" {'needs' if view.found == 1 else 'need'} ", strong(names), f". {how}")
    else:
        first = sentence(strong(jobs), f" {'needs' if view.found == 1 else 'need'} one or more of ", strong(names), ".")
    paid = [role for role in view.rows if role.pay and role.pay.value is not None and role.pay.fit != "proxy"]
    if not paid or view.found == 1:
        return (first,)
    title, best = paid[0].title, paid[0].pay
    amount = key_pay_cell(best).lines[0] if best else ""
    source = cite(best.source if best else None)
    best_paid = sentence(
        "Of these ", strong(title), f" {pays(title)} most: ", strong(amount), f" a year.{source}",
        " The skill alone does not make the pay.",
    )  # fmt: skip
    return (first, best_paid)


def _user_row(role: UnlockRowView, nth: int, *, several: bool) -> Row:
    if several:
        words = ", ".join(f"{need.name} ({_need(need.need)})" for need in role.requirements)
        return Row(Cell((role.title,)), (key_pay_cell(role.pay), Cell((words,))), nth)
    need = role.requirements[0]
    cells = (key_pay_cell(role.pay), Cell((_need(need.need),)), rating(need.importance), rating(need.skill_level))
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
                Cell((str(row.must_count + row.nice_count),), numeric=True),
                Cell((str(row.must_count),), numeric=True),
            ),
            nth,
        )
        for nth, row in enumerate(shown)
    )
    kind = f"{view.kind} " if view.kind else ""
    counted = strong(f"{view.found} {kind}skill{'' if view.found == 1 else 's'}")
    most: tuple[str | Span, ...] = ()
    if shown:
        first = shown[0]
        needed = f": {first.must_count + first.nice_count}, and {first.must_count} of them must have it."
        sources = cite(*(source.source for source in view.sources))
        most = (" Most jobs use ", strong(first.name), needed, sources)
    headers = ("", *(("Kind",) if not view.kind else ()), "Jobs", "Must have")
    return Screen(
        title=f"{view.found} {kind}skills",
        answer=(sentence("The catalog knows ", counted, ".", *most),),
        groups=(Group((Table(headers, table),), unit=("skill", "skills")),) if table else (),
        sources=short_sources(view.sources),
        marks=(*MARKS, _KIND),
        commands=(Label("Who needs one", (_unlock_command(shown[0].skill),), tone="code"),) if shown else (),
        left_out=((view.found - len(shown), "skill", "skills"),),
        options=options(view),
        complete=f"all {view.found} skills are shown; their ids: --full",
    )


def _unlock_command(skill: str) -> str:
    return f"careercli skills --unlock {skill}"
