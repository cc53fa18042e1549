"""Parts that first screens share: their marks, figures with the mark that they need, sentences.

The grammar of every first screen: two to four sentences that answer the question; one or two tables or drawings; at
most two commands worth typing now; the marks and sources that stand on it, and what is left out (careercli.blocks).
"""

import re
from collections.abc import Iterable, Sequence

from careercli.amounts import Num, format_money, format_number
from careercli.answers.shared.view_parts import SourceView
from careercli.answers.shared.wording import is_plural
from careercli.blocks import Cell, Mark, Paragraph, Span

MEDIAN = "Median: half earn more, half earn less."
MARKS = (
    Mark(r"~[^\s\w]?\d", "~ our estimate, rounded"),
    Mark("†", "† a broader group that includes this job"),
    Mark(r"[\w%]\*(?!\w)", "* a different job, the nearest one counted"),
    Mark("‡", "‡ an average"),
    Mark(r"\d=", "= worked out from pay by the hour or month"),
    Mark(r"(?m)^–$", "– not known"),
    Mark(r"(?i)\bmedians?\b", MEDIAN, word=True, unless="half earn"),
)
"""The marks of every screen, in the order in which they are explained."""
UNKNOWN = Cell(("–",), "muted")
"""What nobody knows: never 0, never empty."""
_EDUCATION = {
    "No formal educational credential": "none",
    "High school diploma or equivalent": "high school",
    "Some college, no degree": "some college",
    "Postsecondary nondegree award": "certificate",
    "Associate's degree": "associate's",
    "Bachelor's degree": "bachelor's",
    "Master's degree": "master's",
    "Doctoral or professional degree": "doctorate",
}
_WITH_THE = ("United ", "District of ", "Netherlands", "Philippines", "Virgin Islands", "Northern Mariana")
_FIT_MARKS = {"part": "†", "proxy": "*"}


def fit_mark(fit: str | None) -> str:
    """Return what hangs behind a figure that was counted for a broader group or another job."""
    return _FIT_MARKS.get(fit or "", "")


def education_word(education: str) -> str:
    """Return the Bureau's class of education in a word: `bachelor's`; another text as it is."""
    return _EDUCATION.get(education, education)


def strong(text: str) -> Span:
    """Return a name or a number that decides the answer."""
    return Span(text, "strong")


def sentence(*parts: str | Span) -> Paragraph:
    """Return running text of plain and strong parts."""
    return Paragraph(tuple(Span(part) if isinstance(part, str) else part for part in parts))


def short_sources(sources: Iterable[SourceView]) -> dict[str, str]:
    """Return each source's short name and year by its id."""
    return {source.source: source.short for source in sources}


def figure_cell(text: str, fit: str | None = None, tone: str = "") -> Cell:
    """Return a number for a column that is compared downwards, with the mark of its fit; a proxy is muted."""
    return Cell((text + fit_mark(fit),), "muted" if fit == "proxy" else tone, numeric=True)  # type: ignore[arg-type]


def signed(value: Num, currency: str | None = None) -> str:
    """Return a difference with its sign, always: `+$34,750`, `-12.5`, and no sign for nothing."""
    sign = "+" if value > 0 else "-" if value < 0 else ""
    size = abs(value)
    return sign + (format_money(size, currency) if currency else format_number(size))


def some(names: Sequence[str], shown: int) -> str:
    """Return names as a list in words, the first of them where there are more: `A, B and 4 more`."""
    told = list(names[:shown])
    rest = len(names) - len(told)
    if rest == 1:
        told, rest = list(names), 0
    parts = [*told, f"{rest} more"] if rest else told
    return " and ".join([*([", ".join(parts[:-1])] if parts[:-1] else []), *parts[-1:]])


def with_article(title: str) -> str:
    """Return a title with its article, one in the plural without; capitals stay: `a Nurse`, `an HR Specialist`."""
    if is_plural(title):
        return title
    first = re.split(r"[ -]", title, maxsplit=1)[0]
    letters = first.isupper()
    sounds_like_a_vowel = first[:1] in ("AEFHILMNORSX" if letters else "AEIOUaeiou")
    sounds_like_a_consonant = not letters and first.casefold().startswith(("uni", "use", "usa", "eu", "one"))
    return f"{'an' if sounds_like_a_vowel and not sounds_like_a_consonant else 'a'} {title}"


def place_in_text(title: str) -> str:
    """Return a place as it stands behind `in`: `the United States`, `Texas`."""
    return f"the {title}" if title.startswith(_WITH_THE) else title


def capitalized(text: str) -> str:
    """Return the text with its first letter as a capital, to begin a sentence."""
    return text[:1].upper() + text[1:]
