"""A new ladder as a page: the files, and the commands that one may run next."""

from careercli.answers.catalog_init.view import InitView
from careercli.answers.shared.page_parts import command_line, heading
from careercli.blocks import Cell, Heading, Page, Row, Table


def page(view: InitView) -> Page:
    """Return what was written as a page."""
    rows = tuple(Row(Cell((row.file,)), (Cell((row.what,)),)) for row in view.rows)
    return Page(
        (
            Heading("Your new ladder", 1),
            Table(("File", "What it is"), rows),
            heading("Try next"),
            *(command_line(step.command, step.answers) for step in view.next),
        )
    )
