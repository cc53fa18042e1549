"""A list of roles as a page."""

from collections.abc import Iterator

from careercli.amounts import counted, format_number, format_per
from careercli.answers.list.view import ListView, RoleRowView
from careercli.answers.shared.page_parts import Citations, key_figure_text, not_judged_note, prose, source_list
from careercli.answers.shared.screen_figures import PERCENTILES, percentile_cell
from careercli.answers.shared.screen_parts import fit_mark
from careercli.answers.shared.verdicts import pay_filter_text
from careercli.answers.shared.view_parts import KeyFigureView, KeyPayView
from careercli.answers.shared.wording import statistic_word
from careercli.blocks import MISSING, Block, Cell, Heading, Page, Row, Table


def page(view: ListView) -> Page:
    """Return the list as a page."""
    citations = Citations(view.sources)
    judged = list(_filter_notes(view))
    if not view.rows:
        return Page((prose("No job passes these filters.", "muted"), *judged))
    if view.options.percentiles:
        headers = ("Job", "Lowest 10%", "25%", "Median", "75%", "Top 10%")
        rows = tuple(_percentiles(row, citations) for row in view.rows)
    else:
        headers = ("Job", "Family", "Pay a year", "Growth", "Openings a year", "Levels")
        rows = tuple(_row(row, citations) for row in view.rows)
    jobs = counted(len(view.rows), "job")
    blocks: list[Block] = [
        Heading(jobs, 1),
        Table(headers, rows),
        *judged,
        prose(
            "Pay is the median of the official occupation that is the job. Without one, it is that of a broader group "
            "that includes it (†), then a published figure of the job itself, then that of a different job (*). Growth "
            "and openings follow the same order. Filters do not count a different job, unless you add --proxies.",
            "muted",
        ),
    ]
    return Page((*blocks, *source_list(view.sources)))


def _filter_notes(view: ListView) -> Iterator[Block]:
    """Say in which currency pay was filtered, and how many roles could not be judged."""
    if view.pay_filter_currency is not None:
        yield prose(pay_filter_text(view.pay_filter_currency, view.min_pay, view.max_pay), "muted")
    yield from not_judged_note(view.not_judged)


def _row(row: RoleRowView, citations: Citations) -> Row:
    cells = (
        Cell((row.family_title,)),
        _headline(row.pay, citations),
        _headline(row.growth, citations),
        _headline(row.openings, citations),
        Cell((str(row.level_count),), numeric=True),
    )
    return Row(Cell((row.title,), "strong"), cells)


def _percentiles(row: RoleRowView, citations: Citations) -> Row:
    mark = citations.mark(row.pay.source) if row.distribution and row.pay else ""
    cells = tuple(percentile_cell(row.distribution, name) for name in PERCENTILES)
    return Row(Cell((row.title + mark,), "strong"), cells)


def _headline(figure: KeyPayView | KeyFigureView | None, citations: Citations) -> Cell:
    if figure is None:
        return MISSING
    pay = figure if isinstance(figure, KeyPayView) else None
    words = [
        statistic_word(pay.statistic) if pay and pay.statistic == "mean" else "",
        f"from pay {format_per(pay.worked_out_from)}" if pay and pay.worked_out_from else "",
    ]
    is_count = isinstance(figure, KeyFigureView) and figure.unit != "percent"
    text = format_number(figure.value or 0) if is_count else key_figure_text(figure)  # the header says what it counts
    aside = ", ".join(word for word in words if word)
    said = f"{text}{fit_mark(figure.fit)}{f' {aside}' if aside else ''}{citations.mark(figure.source)}"
    return Cell((said,), numeric=True)
