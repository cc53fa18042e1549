"""Every command's answer on every catalog of the tests, as views, and as text of any look."""

import contextlib
import functools
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple
from unittest import mock

from careercli.answers.compare.answer import compare
from careercli.answers.list.answer import Filters, list_roles
from careercli.answers.path.answer import progression_tree
from careercli.answers.salary.answer import salary
from careercli.answers.search.answer import search
from careercli.answers.shared.view_parts import AnswerView
from careercli.answers.show.answer import show
from careercli.blocks import Page
from careercli.catalog import index_cache
from careercli.catalog.reader import CatalogReader
from careercli.render.table import render
from careercli.terminal import RenderOptions
from tests.conftest import embedded_catalog, read, reader_of

CATALOGS: dict[str, tuple[Path, ...]] = {
    "embedded": tuple(map(Path, index_cache.embedded_layers())),
    "small": (Path(__file__).parent.parent / "catalogs" / "small.yaml",),
    "nasty": (Path(__file__).parent.parent / "catalogs" / "nasty.yaml",),
}
_ASKED: dict[str, dict[str, tuple[str, ...]]] = {
    "embedded": {
        "compare": ("customer-relationship-manager", "customer-relations-manager"),
        "compare-levels": (
            "customer-relationship-manager@junior",
            "customer-relationship-manager@lead",
            "sales-manager",
        ),
        "compare-many": (
            *("registered-nurse", "software-developer", "electrician", "baker"),
            *("accountant", "welder", "account-manager", "pharmacist"),
        ),
        "salary": ("customer-relationship-manager",),
        "path": ("customer-relationship-manager", "2"),
        "show": ("customer-relationship-manager",),
        "list": (),
        "search": ("customer",),
    },
    "small": {
        "compare": ("baker", "pastry-chef"),
        "compare-levels": ("baker@journeyman", "baker@master"),
        "salary": ("baker", "pastry-chef"),
        "path": ("baker", "3"),
        "show": ("baker",),
        "list": (),
        "search": ("bakery",),
    },
    "nasty": {
        "compare": ("bounds", "brackets", "cjk"),
        "compare-levels": ("long-words@untere", "long-words@obere"),
        "salary": ("bounds", "long-words", "escapes"),
        "path": ("cycle-one", "5"),
        "show": ("escapes", "brackets", "cjk", "bounds", "right-to-left"),
        "list": (),
        "search": ("pastry \x1b[screen\u202e hill",),
    },
}


class Case(NamedTuple):
    """One answer on one catalog."""

    catalog: str
    asked: str

    def __str__(self) -> str:
        return f"{self.catalog}-{self.asked}"


CASES = tuple(Case(catalog, asked) for catalog, asked_for in _ASKED.items() for asked in asked_for)


def _question(case: Case) -> Callable[[CatalogReader], AnswerView]:
    names = _ASKED[case.catalog][case.asked]
    questions: dict[str, Callable[[CatalogReader], AnswerView]] = {
        "compare": lambda reader: compare(reader, names),
        "salary": lambda reader: salary(reader, names),
        "path": lambda reader: progression_tree(reader, names[0], depth=int(names[1])),
        "show": lambda reader: show(reader, names),
        "list": lambda reader: list_roles(reader, Filters(), sort="family"),
        "search": lambda reader: search(reader, " ".join(names), limit=10),
    }
    return questions[case.asked.partition("-")[0]]


@functools.cache
def _views(catalog: str) -> dict[str, AnswerView]:
    with reader_of(embedded_catalog() if catalog == "embedded" else read(*CATALOGS[catalog])) as reader:
        return {required: _question(Case(catalog, required))(reader) for required in _ASKED[catalog]}


def view(case: Case) -> AnswerView:
    """Return the answer."""
    return _views(case.catalog)[case.asked]


@functools.lru_cache(maxsize=2000)
def text(
    case: Case,
    width: int | None,
    encoding: Literal["utf-8", "ascii", "cp1252"] = "utf-8",
    *,
    color: bool = False,
    axes: bool = True,
) -> str:
    """Return the answer as text; without `axes` the ticks of charts, which depend on the width, are left out."""
    ticks = contextlib.nullcontext() if axes else mock.patch("careercli.render.table.axis", return_value="")
    with ticks:
        return render(full_page(case), RenderOptions(width, color, encoding))


def full_page(case: Case) -> Page:
    """Return all of the answer as a page."""
    name = case.asked.partition("-")[0]
    page: Page = importlib.import_module(f"careercli.answers.{name}.page").page(view(case))
    return page
