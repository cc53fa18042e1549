"""What stands in lines of their own on a first screen of a comparison: skills, and what the work is."""

from collections.abc import Iterator, Sequence

from careercli.amounts import in_sentence
from careercli.answers.compare.short_titles import names_in_labels
from careercli.answers.compare.view import ColumnView, RowView
from careercli.answers.shared.screen_parts import some
from careercli.answers.shared.wording import is_plural
from careercli.blocks import Label

MAX_SKILLS = 3
"""Skills that a line names; of the others it says how many."""
MAX_NAME = 16
"""Characters of a title that stands whole before a line of text."""
MAX_SKILLS_ASKED = 24
"""The same where the skills were asked for."""


def skill_labels(columns: Sequence[ColumnView], rows: Sequence[RowView], *, whole: bool = False) -> Iterator[Label]:
    """Yield what all need, then what only each of them needs; must-haves come first."""
    most = MAX_SKILLS_ASKED if whole else MAX_SKILLS
    shared = next((row.cells for row in rows if row.measure == "skills-shared"), ())
    needed = [
        [
            skill.name
            for row in rows
            if row.measure != "skills-shared" and (cell := row.cells[index])
            for skill in cell.skills
        ]
        for index in range(len(columns))
    ]
    if shared and shared[0]:
        everyone = "Both need" if len(columns) == 2 else "All need"
        yield Label(everyone, (skill_names(shared[0].texts(), most),))
    names = names_in_labels([column.heading() for column in columns], MAX_NAME)
    for index, (name, skills) in enumerate(zip(names, needed, strict=True)):
        others = {skill for position, some_skills in enumerate(needed) if position != index for skill in some_skills}
        own = [skill for skill in skills if skill not in others]
        if own:
            yield Label(f"Only {name} {'need' if is_plural(name) else 'needs'}", (skill_names(own, most),))


def skill_names(names: Sequence[str], most: int = MAX_SKILLS) -> str:
    """Return names of skills in a sentence: `empathy, CRM software and 5 more`; names that hold a comma are counted."""
    plain = [name for name in names if "," not in name]
    return some([*plain, *(name for name in names if name not in plain)], most)


def summary_label(columns: Sequence[ColumnView], row: RowView) -> Label:
    """Return the first sentence of what each side does, without the words that say its name once more."""
    names = names_in_labels([column.heading() for column in columns], MAX_NAME)
    lines = (
        f"{name[:1].upper()}{name[1:]}: {in_sentence(work(column.heading(), cell.text))}"
        for name, column, cell in zip(names, columns, row.cells, strict=True)
        if cell and cell.text
    )
    return Label("The work", tuple(lines))


def work(title: str, summary: str) -> str:
    """Return the first sentence of a summary; `A registered nurse assesses ...` begins with `Assesses`."""
    first = summary.partition(". ")[0].removesuffix(".") + "."
    for article in ("A ", "An "):
        if first.casefold().startswith(f"{article}{title} ".casefold()):
            first = first[len(article) + len(title) + 1 :]
    return first[:1].upper() + first[1:]
