"""Parts that several pages share: source marks, the foot with the sources, figures in words."""

from collections.abc import Iterable, Sequence

from careercli.amounts import at_least, at_most, count, money, span
from careercli.pages.blocks import Block, Heading, Paragraph, Span, Term, Terms
from careercli.views import FigureView, PayView, SourceView, TermView

POINT_NAMES = {"low": "from", "high": "to"}
_POINTS = ("low", "p10", "p25", "median", "mean", "p75", "p90", "high")


class Marks:
    """The number under which a page cites each source: `[1]`."""

    def __init__(self, sources: Sequence[SourceView]) -> None:
        self._numbers = {source.id: position for position, source in enumerate(sources, start=1)}

    def of(self, source: str | None) -> str:
        """Return the mark with a space before it, or nothing for what cites no source."""
        return f" [{self._numbers[source]}]" if source in self._numbers else ""


def heading(text: str, aside: str = "") -> Heading:
    """Return a section heading."""
    return Heading(text, 2, aside)


def prose(text: str, tone: str = "") -> Paragraph:
    """Return a paragraph in one tone."""
    return Paragraph((Span(text, tone),))  # type: ignore[arg-type]


def bullets(items: Iterable[str], *, numbered: bool = False) -> list[Block]:
    """Return one paragraph an item."""
    return [
        Paragraph((Span(item),), bullet=f"{position}." if numbered else "•")
        for position, item in enumerate(items, start=1)
    ]


def terms(entries: Iterable[TermView]) -> Terms:
    """Return named texts; a name with items lists them in one line."""
    return Terms(tuple(Term(entry.term, entry.text or ", ".join(entry.items)) for entry in entries))


def source_foot(sources: Sequence[SourceView]) -> list[Block]:
    """Return the list of sources, with the date that each speaks of and what to know about it."""
    if not sources:
        return []
    entries = []
    for position, source in enumerate(sources, start=1):
        facts = [source.title, source.publisher, source.period or "no date given", source.licence]
        text = ", ".join(fact for fact in facts if fact)
        rest = " ".join(part for part in (source.note, source.address) if part)
        entries.append(Paragraph((Span(text + ". "), Span(rest, "muted")), bullet=f"[{position}]"))
    return [heading("Sources"), *entries]


def fit_words(occupation_title: str | None, occupation: str | None, fit: str | None) -> str:
    """Say which official class was counted: `Sales Managers (SOC 11-2022), proxy`."""
    if occupation is None:
        return ""
    words = f"{occupation_title} (SOC {occupation})"
    return f"{words}, {fit}" if fit and fit != "exact" else words


def pay_label(pay: PayView, marks: Marks) -> str:
    """Say of whom and when a distribution speaks, with its source mark."""
    parts = [
        fit_words(pay.occupation_title, pay.occupation, pay.fit),
        pay.population or "",
        pay.industry or "",
        f"{pay.components} pay" if pay.components else "",
        "estimate" if pay.estimate else "",
        pay.period or "no date given",
    ]
    return ", ".join(part for part in parts if part) + marks.of(pay.source)


def pay_points(pay: PayView) -> str:
    """Write every point of a distribution, named: `p10 $73,170 · median $148,270`; a range by its ends."""
    points: list[str] = []
    for point in _POINTS:
        value = getattr(pay, point)
        name = POINT_NAMES.get(point, point)
        if value is not None:
            points.append(f"{name} {money(value, pay.currency, pay.per)}")
        elif point in pay.at_least:
            points.append(f"{name} {at_least(pay.at_least[point], None, pay.currency, pay.per)}")
        elif point in pay.at_most:
            points.append(f"{name} {at_most(pay.at_most[point], None, pay.currency, pay.per)}")
    return " · ".join(points)


def figure_words(figure: FigureView) -> str:
    """Write a figure with its unit, the class counted and the phrase that goes with it."""
    if not figure.given:
        return "not given"
    unit = figure.unit
    if figure.value is not None:
        text = count(figure.value, unit)
    elif figure.low is not None or figure.high is not None:
        text = span(figure.low, figure.high, unit)
    elif figure.at_least is not None:
        text = at_least(figure.at_least, unit)
    elif figure.at_most is not None:
        text = at_most(figure.at_most, unit)
    else:
        return figure.of or ""
    phrase = figure.outlook or (f"the source says \"{figure.phrase}\"" if figure.phrase else "")
    return " ".join(part for part in (text, figure.of, f"({phrase})" if phrase else "") if part)
