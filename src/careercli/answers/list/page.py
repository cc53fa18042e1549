"""A list of roles as a page."""

from careercli.amounts import format_quantity
from careercli.answers.list.view import ListView, RoleRowView
from careercli.answers.shared.page_parts import Citations, prose, source_list
from careercli.answers.shared.view_parts import HeadlineView
from careercli.blocks import Block, Cell, Heading, Page, Row, Table


def page(view: ListView) -> Page:
    """Return the list as a page."""
    citations = Citations(view.sources)
    if not view.rows:
        return Page((prose("No role passes these filters.", "muted"),))
    rows = tuple(_row(row, citations) for row in view.rows)
    headers = ("Role", "Family", "Pay a year", "Growth", "Openings a year", "Levels")
    roles = f"{len(view.rows)} roles" if len(view.rows) != 1 else "1 role"
    blocks: list[Block] = [
        Heading(roles, 1),
        Table(headers, rows),
        prose(
            "Pay is the median of the official class that is the role, else of the one that holds it (part), else "
            "the role's own published figure, else of a neighbouring class (~, a proxy). Growth and openings likewise.",
            "muted",
        ),
    ]
    return Page((*blocks, *source_list(view.sources)))


def _row(row: RoleRowView, citations: Citations) -> Row:
    cells = (
        Cell((row.family_title,)),
        _headline(row.pay, citations),
        _headline(row.growth, citations),
        _headline(row.openings, citations),
        Cell((str(row.levels),), numeric=True),
    )
    return Row(Cell((row.title,), "strong"), cells)


def _headline(figure: HeadlineView | None, citations: Citations) -> Cell:
    if figure is None:
        return Cell(("–",), "muted")
    unit = None if figure.unit == "openings a year" else figure.unit
    text = format_quantity(figure.value, unit, figure.currency)
    words = [figure.statistic if figure.statistic != "median" else "", figure.fit if figure.fit == "part" else ""]
    aside = ", ".join(word for word in words if word)
    proxy = "~" if figure.fit == "proxy" else ""
    return Cell((f"{proxy}{text}{f' {aside}' if aside else ''}{citations.mark(figure.source)}",), numeric=True)
