"""Parts that several pages share: source marks, the foot with the sources, figures in words."""

from collections.abc import Iterable, Iterator, Sequence

from careercli.amounts import at_least, format_extent, format_money, format_quantity, format_range
from careercli.answers.shared.view_parts import (
    FigureView,
    KeyFigureView,
    KeyPayView,
    NotJudgedView,
    ReadAsView,
    SourceView,
    TermView,
)
from careercli.answers.shared.wording import fit_words
from careercli.blocks import Block, Heading, Page, Paragraph, Span, Term, Terms


class Citations:
    """The number under which a page cites each source: `[1]`."""

    def __init__(self, sources: Sequence[SourceView]) -> None:
        self._numbers = {source.source: position for position, source in enumerate(sources, start=1)}
        self._titles = {source.source: source.title for source in sources}
        self._kinds = {source.source: source.kind for source in sources}

    def mark(self, source: str | None) -> str:
        """Return the mark with a space before it, or nothing for what cites no source."""
        return f" [{self._numbers[source]}]" if source in self._numbers else ""

    def title(self, source: str) -> str:
        """Return what the source is called."""
        return self._titles.get(source, source)

    def is_official(self, source: str) -> bool:
        """Say whether it is official statistics."""
        return self._kinds.get(source) == "official"

    def is_rule(self, source: str) -> bool:
        """Say whether its figures are worked out by a rule instead of counted."""
        return self._kinds.get(source) == "rule"


def with_names_read(page: Page, names: Sequence[ReadAsView]) -> Page:
    """Return the page with the names that were read as others in its first lines."""
    lines = (prose(f"Read '{name.typed}' as {name.name} ({name.match}).") for name in names)
    return Page((*lines, *page.blocks), page.title)


def heading(text: str, aside: str = "") -> Heading:
    """Return a section heading."""
    return Heading(text, 2, aside)


def prose(text: str, tone: str = "") -> Paragraph:
    """Return a paragraph in one tone."""
    return Paragraph((Span(text, tone),))  # type: ignore[arg-type]


_FILTER_NAMES = {
    "pay": "pay",
    "growth": "growth",
    "education": "schooling",
    "years": "years",
    "skill": "skills",
    "track": "levels",
}


def not_judged_note(not_judged: Sequence[NotJudgedView]) -> Iterator[Block]:
    """Yield how many roles each filter could not judge, if any."""
    if not_judged:
        counts = ", ".join(map(not_judged_text, not_judged))
        yield prose(
            f"Left out, because no one can tell whether they pass ({counts}): jobs without the figure, with only that "
            "of a different job, in another currency, or with a range across the limit.",
            "warn",
        )


def not_judged_text(one: NotJudgedView) -> str:
    """Return how many roles a filter could not judge: `pay 12`."""
    return f"{_FILTER_NAMES[one.filter]} {one.role_count}"


def bullets(items: Iterable[str], *, numbered: bool = False) -> list[Block]:
    """Return one paragraph an item."""
    return [
        Paragraph((Span(item),), bullet=f"{position}." if numbered else "•")
        for position, item in enumerate(items, start=1)
    ]


MIN_SENTENCE_SPACES = 3
"""Spaces from which an item with a full stop is a sentence; `Read Write Inc.` is a name."""


def terms(entries: Iterable[TermView]) -> Terms:
    """Return named texts; items that are words stand in one line, sentences and items that hold commas one a line."""
    return Terms(tuple(_term(entry) for entry in entries))


def _term(entry: TermView) -> Term:
    sentences = any(
        "," in item or (item.endswith(".") and item.count(" ") >= MIN_SENTENCE_SPACES) for item in entry.items
    )
    return Term(
        entry.term, entry.text or ("" if sentences else ", ".join(entry.items)), entry.items if sentences else ()
    )


def command_line(command: str, answers: str) -> Paragraph:
    """Return a command that one may ask next, and what it answers."""
    return Paragraph((Span(command, "code"), Span(f"  {answers}", "muted")), bullet="•")


def source_list(sources: Sequence[SourceView]) -> list[Block]:
    """Return the list of sources, with the date that each speaks of and what to know about it."""
    if not sources:
        return []
    entries = []
    for position, source in enumerate(sources, start=1):
        facts = [source.title, source.publisher, source.period or "no date given", source.license]
        text = ", ".join(fact for fact in facts if fact)
        note = f"{source.note} " if source.note else ""
        spans = (Span(text + ". "), Span(note, "muted"), Span(source.address or "", "muted", source.address or ""))
        entries.append(Paragraph(spans, bullet=f"[{position}]"))
    return [heading("Sources"), *entries]


def occupation_fit_text(occupation_title: str | None, occupation: str | None, fit: str | None) -> str:
    """Say which official occupation was counted: `Sales Managers (SOC 11-2022), a different job`."""
    if occupation is None:
        return ""
    return f"{occupation_title} (SOC {occupation}){fit_words(fit)}"


def figure_text(figure: FigureView) -> str:
    """Write a figure with its unit, the class counted and the phrase that goes with it."""
    if not figure.given:
        return "not given"
    text = format_extent(figure, figure.unit)
    if not text:
        return figure.of or ""
    phrase = figure.outlook or (f'the source says "{figure.phrase}"' if figure.phrase else "")
    return " ".join(part for part in (text, figure.of, f"({phrase})" if phrase else "") if part)


def key_pay_text(pay: KeyPayView) -> str:
    """Write the amount, the range or the bound of a figure that stands for a role."""
    if pay.value is not None:
        return format_money(pay.value, pay.currency)
    if pay.at_least is not None and pay.statistic != "range":
        return at_least(pay.at_least, None, pay.currency)
    return format_range(pay.low if pay.at_least is None else pay.at_least, pay.high, None, pay.currency)


def key_figure_text(figure: KeyPayView | KeyFigureView) -> str:
    """Write a figure that stands for a role, pay or another, with its unit."""
    if isinstance(figure, KeyPayView):
        return key_pay_text(figure)
    return format_quantity(figure.value, figure.unit)
