"""The first screen of one level of a role: what people on it are, what they earn, do and decide."""

from collections.abc import Iterator

from careercli.amounts import format_number
from careercli.answers.shared.screen_figures import left_aligned
from careercli.answers.shared.screen_ladder import Rung, rung_amount, rung_pay_cell, years_text
from careercli.answers.shared.screen_parts import UNKNOWN, capitalized, strong, with_article
from careercli.answers.show.view import GuideView, LevelView
from careercli.blocks import Cell, Group, Label, Labels, Paragraph, Row, Span, Table, cite

_STAGES = {"study": "is still in school", "training": "is still in training"}


def rung_of(level: LevelView, children: tuple[Rung, ...] = ()) -> Rung:
    """Return a level as a step of a ladder, by its yearly pay."""
    return Rung(
        title=level.title,
        track=level.track,
        years=level.years_band(),
        stage=level.stage,
        pay=next((pay for pay in level.distributions if pay.per == "year"), None),
        estimate=level.estimate,
        source=level.source,
        children=children,
    )


def level_answer(level: LevelView) -> Iterator[str | Span]:
    """Yield what people on the level are, after how many years, and what they earn."""
    leads = "leads people" if level.track == "management" else ""
    yield capitalized(with_article(level.title)) + " "
    if level.stage in _STAGES or level.years_from is None:
        yield _STAGES.get(level.stage, leads or "is one step of this ladder")
    else:
        yield f"{leads} and usually has " if leads else "usually has "
        yield strong(f"{_years(level)} of experience")
    yield f".{cite(level.source)}"
    amount = rung_amount(rung_of(level))
    if amount:
        yield " Pay is "
        yield strong(amount)
        yield _whose(level)


def _whose(level: LevelView) -> str:
    """Return how a sentence on the pay of a level ends: by our estimate, or of whom it is the median or the average."""
    pay = rung_of(level).pay
    if level.estimate:
        return f" a year, our estimate.{cite(level.estimate.source)}"
    if pay is None:
        return " a year."
    told = "average" if pay.median is None else "median: half earn more"
    whose = f" for {pay.occupation_title}, the group it is counted in" if pay.fit == "part" else ""
    return f" a year{whose} ({told}).{cite(pay.source)}"


def level_groups(guide: GuideView, level: LevelView, *, several: bool) -> Iterator[Group]:
    """Yield the facts of a level, its duties, what counts most and the skills that rise."""
    pay = rung_pay_cell(rung_of(level))
    facts = [
        ("Experience", Cell((_years(level),)) if level.years_band() else UNKNOWN),
        ("Pay", UNKNOWN if pay is UNKNOWN else left_aligned(pay)),
        ("Decides", Cell((level.autonomy,)) if level.autonomy else UNKNOWN),
        ("Reach", Cell((level.impact,)) if level.impact else UNKNOWN),
    ]
    title = (Row(Cell((guide.title,), "strong")),) if several else ()
    rows = tuple(Row(Cell((name,)), (cell,)) for name, cell in facts if cell is not UNKNOWN)
    yield Group((Table(("", ""), (*title, *rows)),))
    if level.duties:
        items = (Paragraph((Span(text),), "-", max(rank - 3, 0)) for rank, text in enumerate(level.duties, start=1))
        yield Group((Paragraph((Span("What you do", "strong"),)), *items), unit=("duty", "duties"))
    if level.focus:
        yield Group((Labels((Label("Counts most", (", ".join(level.focus),)),)),), rank=50)
    if level.skills:
        skills = tuple(
            Row(Cell((skill.name,)), (Cell((_mastery(skill.skill_level),), numeric=True),), 20 + number)
            for number, skill in enumerate(level.skills)
        )
        yield Group((Table(("Skills you need more of", "To"), skills),), unit=("skill", "skills"))


def _years(level: LevelView) -> str:
    band = level.years_band()
    text = years_text(*band) if band else ""
    return text if text.endswith("months") else f"{text} year" if text == "under 1" else f"{text} years"


def _mastery(level: int | float | None) -> str:
    return f"{format_number(level)} of 100" if level is not None else "–"
