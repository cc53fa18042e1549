"""The embedded catalog, compiled once, and its answers as a terminal shows them."""

from careercli.blocks import Screen
from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import RoleSummary
from careercli.render.first_screen import fit
from careercli.render.table import render
from careercli.terminal import RenderOptions


def role_ids(reader: CatalogReader) -> list[str]:
    """Return the roles of the catalog that were written and not made from official classes."""
    return sorted(role.id for role in reader.role_summaries() if not reader.is_generated(role.id))


def cards(reader: CatalogReader) -> list[RoleSummary]:
    """Return every role that was written, and one of seven that were made from official classes: they are alike."""
    every = reader.role_summaries()
    made = [card for card in every if card.is_generated]
    return [card for card in every if not card.is_generated] + made[::7]


def shown(screen: Screen, width: int = 80) -> str:
    """Return a screen as text."""
    return render(fit(screen, width), RenderOptions(width, color=False, encoding="utf-8"))


def words(text: str) -> str:
    """Return a text without line breaks."""
    return " ".join(text.split())
