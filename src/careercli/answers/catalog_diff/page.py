"""The difference between two catalogs as a page: a comment on a pull request, the outcome first."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from careercli.amounts import counted, format_money, format_number, format_percent, in_sentence, join_words, signed
from careercli.answers.catalog_diff.view import CatalogDiffView, DiffRow, Kind, Section
from careercli.answers.shared.page_parts import Citations, heading, prose, source_list
from careercli.answers.shared.wording import statistic_word
from careercli.blocks import Block, Cell, Heading, Page, Paragraph, Row, Span, Table, Tone

MAX_SHOWN = 30
"""Rows or items of one group that are shown; data formats give all."""
MAX_INLINE = 60
"""Characters of the longest text that is shown beside the other one."""
SIGNS: dict[Kind, str] = {
    "added": "+", "gone": "−", "raised": ">", "lowered": "<", "renamed": "~", "changed": "~", "renewed": ">",
}  # fmt: skip
"""What stands before a line; the line says the same in words."""
_WORDS: dict[Kind, str] = {"added": "new", "gone": "removed", "renewed": "newer"}
_HEADINGS: tuple[tuple[Section, str], ...] = (
    ("sources", "Sources of the catalog"),
    ("occupations", "Official occupations"),
    ("vocabulary", "Skills"),
    ("families", "Families"),
    ("places", "Places"),
    ("catalog", "The catalog itself"),
)


def page(view: CatalogDiffView) -> Page:
    """Return the summary, what became of roles, then each role that changed, then the other sections."""
    citations = Citations(view.sources)
    under = f"both read on top of {counted(len(view.over), 'other catalog file')}" if view.over else ""
    blocks: list[Block] = [Heading(f"What changed from {view.before} to {view.after}", 1, under)]
    blocks += [prose(sentence, "strong" if not position else "") for position, sentence in enumerate(view.sentences)]
    whole = [row for row in view.rows if row.section == "roles" and _is_whole_role(row)]
    if whole:
        blocks += [heading("Roles"), *_items(whole, citations, titled=True)]
    of_roles = [
        row for row in view.rows if row.role is not None and not (row.section == "roles" and _is_whole_role(row))
    ]
    for (title, _), rows in groupby(of_roles, key=lambda row: (row.title, row.entry)):
        blocks += [heading(title), *_entry(list(rows), citations)]
    for section, title in _HEADINGS:
        rows_of = [row for row in view.rows if row.role is None and _page_section(row) == section]
        if rows_of:
            blocks += [heading(title), *_table(_figures(rows_of), citations, titled=True)]
            blocks += _items([row for row in rows_of if not _is_figure(row)], citations, titled=section != "catalog")
    return Page((*blocks, *source_list(view.sources)))


def _is_whole_role(row: DiffRow) -> bool:
    return not row.field or row.kind == "renamed"


def _page_section(row: DiffRow) -> Section:
    """Return the section of the page; pay of no role is that of an official class."""
    return "occupations" if row.section in ("pay", "figures") else row.section


def _entry(rows: Sequence[DiffRow], citations: Citations) -> Iterable[Block]:
    """Yield a role: its figures as a table, its levels one by one, then its skills and texts."""
    yield from _table(_figures(rows), citations, titled=False)
    rest = [row for row in rows if not _is_figure(row)]
    of_levels = [row for row in rest if row.level is not None]
    for (title, _), on_level in groupby(of_levels, key=lambda row: (row.level_title or "", row.level)):
        yield Heading(title, 3)
        yield from _items(list(on_level), citations, titled=False)
    others = [row for row in rest if row.level is None]
    if others and of_levels:
        yield Heading("All levels", 3)
    yield from _items(others, citations, titled=False)


# ---- figures ----


def _is_figure(row: DiffRow) -> bool:
    return row.section in ("pay", "figures")


def _figures(rows: Iterable[DiffRow]) -> list[DiffRow]:
    return [row for row in rows if _is_figure(row)]


def _table(rows: Sequence[DiffRow], citations: Citations, *, titled: bool) -> Iterable[Block]:
    """Yield figures before and after, a line for each statement and one for its other points."""
    lines: list[Row] = []
    for _, statement in groupby(rows, key=_statement_of):
        lines += _statement(list(statement), citations, titled=titled)
    if lines:
        yield Table(("", "Before", "After", "Change"), tuple(lines[:MAX_SHOWN]))
    yield from _more(len(lines))


def _statement_of(row: DiffRow) -> tuple[str | None, ...]:
    return row.entry, row.level, row.what, row.before_period, row.after_period


def _statement(rows: Sequence[DiffRow], citations: Citations, *, titled: bool) -> list[Row]:
    """Return the middle of a distribution, its other points in one line, then what cannot be subtracted."""
    middle = [row for row in rows if row.amount is not None and row.statistic in ("median", "mean")][:1]
    points = [row for row in rows if row.percent is not None and row not in middle] if middle else []
    others = [_line(row, citations, titled=titled) for row in rows if row not in (*middle, *points)]
    if len(points) > 1:
        low, high = (end(row.percent or 0.0 for row in points) for end in (min, max))
        change = " to ".join(dict.fromkeys((_percent(low), _percent(high))))
        label = Cell((f"same, {join_words([statistic_word(row.statistic or '') for row in points])}",))
        others.insert(0, Row(label, (Cell(("",)), Cell(("",)), Cell((change,), _tone(low + high)))))
        points = []
    return [*(_line(row, citations, titled=titled) for row in (*middle, *points)), *others]


def _line(row: DiffRow, citations: Citations, *, titled: bool) -> Row:
    point = f", {statistic_word(row.statistic)}" if row.statistic else ""
    about = ", ".join(part for part in (row.title if titled else None, row.level_title) if part)
    label = f"{about}: {row.what}" if about else row.what
    notes = "; ".join(
        part for part in (row.note, f"also in {join_words(list(row.also))}" if row.also else None) if part
    )
    change = _change(row)
    lines = tuple(part for part in ("" if row.note and row.amount is None else change, notes) if part) or ("",)
    return Row(
        Cell((f"{label}{point}{citations.mark(row.source)}",)),
        (
            Cell((_dated(row.before, row.before_period, row),)),
            Cell((_dated(row.after, row.after_period, row),)),
            Cell(lines, _tone(row.amount or 0)),
        ),
    )


def _dated(text: str | None, period: str | None, row: DiffRow) -> str:
    """Write a side, with its time where the two differ."""
    if text is None:
        return "–"
    return f"{text} ({period})" if period and row.before_period != row.after_period else text


def _change(row: DiffRow) -> str:
    if row.amount is None:
        return _WORDS.get(row.kind, "")
    if not row.amount:
        return "unchanged"
    if row.currency:
        text = signed(format_money(abs(row.amount), row.currency, row.per or "year"), row.amount)
    else:
        unit = {"percent": " points", "years": " years", "months": " months", "weeks": " weeks"}.get(row.unit or "", "")
        text = f"{signed(format_number(abs(row.amount)), row.amount)}{unit}"
    return f"{text} ({_percent(row.percent)})" if row.percent is not None else text


def _percent(share: float) -> str:
    return signed(format_percent(abs(share)), share)


def _tone(amount: float) -> Tone:
    return "good" if amount > 0 else "bad" if amount < 0 else ""


# ---- items ----


def _items(rows: Sequence[DiffRow], citations: Citations, *, titled: bool) -> Iterable[Block]:
    for row in rows[:MAX_SHOWN]:
        yield from _item(row, citations, titled=titled)
    yield from _more(len(rows))


def _item(row: DiffRow, citations: Citations, *, titled: bool) -> Iterable[Block]:
    about = f"{row.title}: {in_sentence(row.what)}" if row.field else row.title
    name = about if titled else row.what
    notes = [row.note] if row.note else []
    notes += [f"also in {join_words(list(row.also))}"] if row.also else []
    aside = Span(f"; {'; '.join(notes)}" if notes else "", "muted")
    bullet, mark = SIGNS[row.kind], citations.mark(row.source)
    if row.before is not None and row.after is not None:
        if max(len(row.before), len(row.after)) <= MAX_INLINE:
            text = f"{row.before} → {row.after}{mark}"
            yield Paragraph((Span(f"{name}: ", "strong"), Span(text), aside), bullet=bullet)
        else:
            yield Paragraph((Span(f"{name}, before: ", "strong"), Span(row.before)), bullet=bullet)
            yield Paragraph((Span(f"{name}, after: ", "strong"), Span(f"{row.after}{mark}"), aside), bullet=bullet)
        return
    text = row.after or row.before or ""
    said = f": {text}{mark}" if text not in ("", row.title) else mark
    word = _WORDS.get(row.kind, row.kind)
    yield Paragraph((Span(f"{name}, {word}", "strong"), Span(said), aside), bullet=bullet)


def _more(found: int) -> Iterable[Block]:
    if found > MAX_SHOWN:
        yield prose(f"and {format_number(found - MAX_SHOWN)} more; --json lists them all", "muted")
