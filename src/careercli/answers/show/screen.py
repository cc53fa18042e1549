"""The first screen of a guide: what the job is and pays, what people ask, its levels, what the work is."""

from collections.abc import Iterator, Sequence

from careercli.answers.shared.screen_ladder import Rung, ladder_table
from careercli.answers.shared.screen_parts import MARKS, sentence, short_sources
from careercli.answers.show.level_screen import level_answer, level_groups, rung_of
from careercli.answers.show.quick_facts import section_of
from careercli.answers.show.screen_facts import education_sentence, fact_rows, growth_sentence, pay_sentence
from careercli.answers.show.view import GuideView, LevelView, ShowView
from careercli.blocks import Cell, Group, Label, Labels, Mark, Paragraph, Row, Screen, Span, Table

SHOWN = frozenset({"pay", "outlook", "duties", "skills", "education", "entry", "levels", "pros", "cons", "related"})
"""Sections of which a first screen shows the first entries."""
NEXT = {"salary": "What it pays", "path": "Where it leads", "compare": "Compare it"}
MOST = 3
"""Entries of a list."""
LINES = ("line", "lines")
LEVELS = Mark(r"\d of 100", "Skill levels: 50 is solid, 70 is experienced.", word=True)


def screen(view: ShowView) -> Screen:
    """Return the guide of a role or a level; of several, what each is and the facts, one below the other."""
    several = len(view.rows) > 1
    sections = {one.section for guide in view.rows for one in guide.contents if guide.level or one.section not in SHOWN}
    left = len(sections) if not (several or view.rows[0].level) else 0
    return Screen(
        title=" and ".join(guide.title for guide in view.rows),
        answer=tuple(_answer(guide) for guide in view.rows),
        groups=tuple(group for guide in view.rows for group in _groups(guide, several=several)),
        sources=short_sources(view.sources),
        marks=(*MARKS, LEVELS),
        left_out=((left, "section", "sections"),),
        options="--toc lists them, or --full" if left else "--full",
        commands=tuple(_commands(view.rows)),
        complete="the whole guide: --full",
    )


def _commands(guides: Sequence[GuideView]) -> Iterator[Label]:
    """Yield what one asks next of a level; a guide is long enough without."""
    if len(guides) == 1 and guides[0].level:
        for entry in guides[0].see_also[:2]:
            yield Label(NEXT.get(entry.command.split()[1], entry.answers), (entry.command,), tone="code")


def _answer(guide: GuideView) -> Paragraph:
    level = _level(guide)
    if level is not None:
        return sentence(*level_answer(level))
    said: list[tuple[str | Span, ...]] = [(_what_it_is(guide),)]
    if guide.key_figures is not None:
        said += [pay_sentence(guide), growth_sentence(guide.key_figures), education_sentence(guide)]
    first, *others = filter(None, said)
    return sentence(*first, *(span for one in others for span in (" ", *one)))


def _what_it_is(guide: GuideView) -> str:
    """Return the first sentence of the summary; one that does not name the job begins with its title."""
    first, stop, _ = guide.summary.partition(". ")
    text = first + stop.rstrip()
    return text if guide.title.casefold() in text.casefold() else f"{guide.title}: {text}"


def _level(guide: GuideView) -> LevelView | None:
    levels = section_of(guide, "levels").levels
    return levels[0] if guide.level and levels else None


def _groups(guide: GuideView, *, several: bool) -> Iterator[Group]:
    level = _level(guide)
    if level is not None:
        yield from level_groups(guide, level, several=several)
        return
    facts = tuple(fact_rows(guide))
    if facts:
        title = (Row(Cell((guide.title,), "strong")),) if several else ()
        yield Group((Table(("", ""), (*title, *facts)),), unit=LINES)
    if several:
        return
    if levels := section_of(guide, "levels").levels:
        yield Group((ladder_table(tuple(_rungs(levels))),), unit=("level", "levels"))
    yield from _work(guide)


def _work(guide: GuideView) -> Iterator[Group]:
    duties, pros, cons, skills = (section_of(guide, name) for name in ("duties", "pros", "cons", "skills"))
    if duties.items:
        items = (
            Paragraph((Span(text),), "-", rank) for text, rank in zip(duties.items[:MOST], (1, 6, 8), strict=False)
        )
        yield Group((Paragraph((Span("What you do", "strong"),), rank=1), *items), unit=LINES)
    good, bad = (section.items[:MOST] for section in (pros, cons))
    if good or bad:
        pairs = zip((2, 7, 9), _filled(good), _filled(bad), strict=True)
        rows = (Row(_item("+", one), (_item("-", other),), rank) for rank, one, other in pairs if one or other)
        yield Group((Table(("Pros", "Cons"), tuple(rows)),), unit=LINES)
    if skills.skills:
        names = [skill.name for skill in skills.skills if "," not in skill.name]
        line = Label("Top skills", (", ".join(names[:MOST]),))
        yield Group((Labels((line,)),), rank=3, unit=LINES)


def _filled(texts: Sequence[str]) -> tuple[str, ...]:
    return (*texts, *([""] * (MOST - len(texts))))


def _item(sign: str, text: str) -> Cell:
    return Cell((f"{sign} {text}" if text else "",))


def _rungs(levels: Sequence[LevelView]) -> Iterator[Rung]:
    """Yield the levels that no other leads to, each with what it leads to; a level where two ways meet stands once."""
    left = {level.level: level for level in levels}

    def rung(level: LevelView) -> Rung:
        left.pop(level.level, None)
        after = [one for one in levels if level.level in one.previous_levels]
        return rung_of(level, tuple(rung(one) for one in after if one.level in left))

    known = set(left)
    for level in levels:
        if level.level in left and not known.intersection(level.previous_levels):
            yield rung(level)
    while left:  # levels that only lead to each other
        yield rung(next(iter(left.values())))
