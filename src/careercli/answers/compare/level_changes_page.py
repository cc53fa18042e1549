"""Show what changes from one level to another: what is new, what increases and what no longer applies."""

from collections.abc import Iterable, Sequence

from careercli.amounts import format_money, format_number, format_percent, in_sentence, join_words
from careercli.answers.compare.level_changes_view import Aspect, ChangeView, Kind
from careercli.answers.compare.view import ColumnView
from careercli.answers.shared.page_parts import Citations, prose
from careercli.blocks import Block, Heading, Paragraph, Span

SIGNS: dict[Kind, str] = {
    "added": "+", "rises": ">", "drops": "<", "falls away": "−", "reworded": "~", "changes": "~", "stays": "=",
    "untold": "?",
}  # fmt: skip
"""What stands before a line; headings and lines say the same in words."""
MAX_INLINE_ITEM = 40
"""Characters of the longest item that shares its line with others."""
_STEP: tuple[Aspect, ...] = ("track", "years", "pay", "autonomy", "impact")
_LISTS: tuple[Aspect, ...] = ("duties", "focus", "skills")
_NAMES: dict[Aspect, str] = {
    "pay": "Pay", "autonomy": "Autonomy", "impact": "Impact", "duties": "Duties", "focus": "Focus", "skills": "Skills",
}  # fmt: skip
_GROUPS: dict[Kind, tuple[str, str]] = {
    "added": ("New", ""),
    "rises": ("Increases", ""),
    "drops": ("Decreases", ""),
    "reworded": ("Reworded", "nearly the same as before"),
    "changes": ("Changes", ""),
    "falls away": ("Removed", "no longer listed"),
    "stays": ("Stays", ""),
}
"""The kinds of change as headings, in the order in which they are read."""


def changes_blocks(
    changes: Sequence[ChangeView], columns: Sequence[ColumnView], citations: Citations
) -> Iterable[Block]:
    """Yield the note: what the step itself changes, then the expectations by what becomes of them."""
    old, new = (column.heading() for column in columns)
    if old == new:
        old, new = (f"{column.heading()} ({column.side})" for column in columns)
    yield Heading(f"What changes from {old} to {new}")
    told = [row for row in changes if row.kind != "untold"]
    for row in told:
        if row.aspect in _STEP:
            yield from _step(row, citations)
    for kind, (title, aside) in _GROUPS.items():
        rows = [row for row in told if row.aspect in _LISTS and row.kind == kind]
        yield from _group(Heading(title, 3, aside), rows, citations)
    for one, other, side in ((old, new, "before"), (new, old, "after")):
        rows = [row for row in changes if row.kind == "untold" and getattr(row, side) is not None]
        yield from _group(Heading(f"Listed only for {one}", 3, f"nothing is listed for {other}"), rows, citations)
    met = {row.aspect for row in changes}
    silent = [in_sentence(name) for aspect, name in _NAMES.items() if aspect not in met]
    if silent:
        yield prose(f"Neither level says anything about {join_words(silent, 'or')}.", "muted")
    if any(row.aspect == "skills" and (row.before_value, row.after_value) != (None, None) for row in changes):
        yield prose("Skill levels go from 0 to 100: 50 is solid, 70 is experienced.", "muted")


def _step(row: ChangeView, citations: Citations) -> Iterable[Block]:
    if row.kind == "stays":
        yield _line(row, row.label, Span(f"{row.after}, unchanged{citations.mark(row.after_source)}"))
    elif row.aspect in ("autonomy", "impact"):
        yield from _from_to(row, citations)
    else:
        yield _line(row, row.label, Span(_arrow(row, citations)), *_gain(row), _note(row))


def _arrow(row: ChangeView, citations: Citations) -> str:
    """Write both sides, each with its source, or with the one that both have."""
    first = "" if row.before_source == row.after_source else citations.mark(row.before_source)
    return f"{row.before}{first} → {row.after}{citations.mark(row.after_source)}"


def _gain(row: ChangeView) -> Iterable[Span]:
    if row.amount and row.currency:
        text = format_money(abs(row.amount), row.currency, row.per or "year")
        share = f" or {format_percent(abs(row.percent))}" if row.percent is not None else ""
        yield Span(f", {text}{share} {'more' if row.amount > 0 else 'less'}", "good" if row.amount > 0 else "bad")


def _group(heading: Heading, rows: Sequence[ChangeView], citations: Citations) -> Iterable[Block]:
    if rows:
        yield heading
    for aspect, name in _NAMES.items():
        of_aspect = [row for row in rows if row.aspect == aspect]
        if any(row.kind in ("rises", "drops", "reworded", "changes") for row in of_aspect):
            for row in of_aspect:
                yield from _from_to(row, citations)
        elif aspect == "skills":
            yield from _skills(of_aspect)
        else:
            yield from _items(name, of_aspect, citations)


def _from_to(row: ChangeView, citations: Citations) -> Iterable[Block]:
    if row.aspect != "skills":
        yield _line(row, f"{row.label} before", Span(row.before or ""))
        yield _line(row, f"{row.label} after", Span(row.after or ""))
    elif row.before == row.after:
        yield _line(row, "Skill", Span(f"{row.name}, level not given"))
    elif row.amount and row.before_value is not None:
        yield _line(row, "Skill", Span(f"{row.name}, {format_number(row.before_value)} → {row.after}"))
    else:
        yield _line(row, "Skill", Span(f"{row.name}, {_arrow(row, citations)}"), _note(row))


def _items(name: str, rows: Sequence[ChangeView], citations: Citations) -> Iterable[Block]:
    """Yield sentences on lines of their own, and what are only words together."""
    texts = [row.after or row.before or "" for row in rows]
    if len(texts) > 1 and all(len(text) <= MAX_INLINE_ITEM and not text.endswith(".") for text in texts):
        yield _line(rows[0], name, Span(_joined(texts)))
        return
    for row, text in zip(rows, texts, strict=True):
        yield _line(row, row.label, Span(text + citations.mark(row.after_source or row.before_source)))


def _skills(rows: Sequence[ChangeView]) -> Iterable[Block]:
    """Yield the skills of a ladder with their levels, then those that only the whole roles name, by need."""
    lists: dict[str, list[str]] = {}
    for row in rows:
        words = row.after or row.before or ""
        value = row.before_value if row.after is None else row.after_value
        same = None in (row.before, row.after) or row.before == row.after  # else both ask, but not in the same way
        name = f"Skills, {words}" if words in ("must have", "nice to have") and same else "Skills"
        lists.setdefault(name, []).append(
            f"{row.name} ({format_number(value)})" if value is not None and same else row.name or ""
        )
    for name, skills in lists.items():
        yield _line(rows[0], name, Span(_joined(skills)))


def _joined(texts: Sequence[str]) -> str:
    return ("; " if any("," in text for text in texts) else ", ").join(texts)


def _note(row: ChangeView) -> Span:
    return Span(f"; {row.note}" if row.note else "", "muted")


def _line(row: ChangeView, name: str, *spans: Span) -> Paragraph:
    return Paragraph((Span(f"{name}: ", "strong"), *spans), bullet=SIGNS[row.kind])
