"""What TAB offers besides commands and options: roles, levels and families of the catalogs, and sections of a guide.

A completion never fails and never speaks: where the catalogs cannot be read, it offers nothing.
"""

import contextlib
from collections.abc import Callable, Iterable

import typer

from careercli.catalog.reader import CatalogReader
from careercli.errors import CareerError

Offers = list[tuple[str, str]]
"""What may stand there, each with what a shell shows beside it."""


def role_or_level(ctx: typer.Context, incomplete: str) -> Offers:
    """Return the ids of roles that begin so; behind an @ the levels of the role before it."""
    role_id, at, _ = incomplete.partition("@")

    def offers(reader: CatalogReader) -> Iterable[tuple[str, str]]:
        if at:
            levels = [level for role in reader.roles([role_id]).values() for level in role.levels]
            return [(f"{role_id}@{level.id}", level.title) for level in levels]
        return [(role.id, role.title) for role in reader.role_summaries()]

    return _from_catalogs(ctx, incomplete, offers)


def family(ctx: typer.Context, incomplete: str) -> Offers:
    """Return the ids of families that begin so."""
    return _from_catalogs(
        ctx, incomplete, lambda reader: [(key, family.title) for key, family in reader.families().items()]
    )


def section(incomplete: str) -> Offers:
    """Return the sections of a guide that begin so."""
    from careercli.answers.show.sections import SECTIONS

    return [(name, title) for name, title in SECTIONS.items() if name.startswith(incomplete)]


def _from_catalogs(
    ctx: typer.Context, incomplete: str, offers: Callable[[CatalogReader], Iterable[tuple[str, str]]]
) -> Offers:
    from careercli.catalog import index_cache
    from careercli.cli.options import layers_of

    found: Offers = []
    with contextlib.suppress(CareerError, OSError):
        named = tuple(map(str, ctx.params.get("catalog") or ()))
        layers = layers_of(named, default_catalog=ctx.params.get("default_catalog", True))
        found += index_cache.query(layers, lambda reader: list(offers(reader)))
    return [(name, title) for name, title in found if name.startswith(incomplete)]
