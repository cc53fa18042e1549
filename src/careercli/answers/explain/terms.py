"""The words to explain, as `data/terms.toml` has them, and which of them is meant."""

import os

import msgspec
from msgspec import Struct

from careercli.answers.shared.name_questions import short
from careercli.catalog.data_files import data_directory
from careercli.errors import NotFound
from careercli.matching import did_you_mean, name_key
from careercli.model import Fit


class Explanation(Struct, frozen=True, forbid_unknown_fields=True):
    """A word with what is said of it."""

    title: str
    aliases: tuple[str, ...]
    line: str
    why: str
    role: str
    """The role that the example is about."""
    example: str
    """A sentence with names of facts in braces."""
    other: str | None = None
    """A second role of the example; its facts begin with `other_`."""
    marks: bool = False
    """Whether the table of marks belongs to it."""


class Mark(Struct, frozen=True, forbid_unknown_fields=True):
    """How a kind of figure is marked."""

    sample: str
    """A mark with the name of a fact in braces."""
    text: str
    role: str | None = None
    fit: Fit | None = None
    """The fit whose figures bear the mark; None: it says nothing of fit."""


class Glossary(Struct, frozen=True, forbid_unknown_fields=True):
    """Every word by its id, and every mark."""

    terms: dict[str, Explanation]
    marks: tuple[Mark, ...]


def load_glossary() -> Glossary:
    """Read the words that come with the program."""
    with open(os.path.join(data_directory(), "terms.toml"), "rb") as stream:
        return msgspec.toml.decode(stream.read(), type=Glossary)


def find_term(glossary: Glossary, text: str) -> str:
    """Return the id of the word that is called so, in any spelling, or that has this mark; raise NotFound for none."""
    names = {name_key(name): id_ for id_, term in glossary.terms.items() for name in (*term.aliases, term.title, id_)}
    marks = {name: id_ for id_, term in glossary.terms.items() for name in term.aliases if not name_key(name)}
    key = name_key(text)
    found = marks.get(text.strip()) or names.get(key) or names.get(key.removesuffix("s"))
    if found is None or not (key or text.strip() in marks):
        known = [name for name in names if name]
        raise NotFound(f"no term '{short(text)}'{did_you_mean(key, known)}", hint="See all terms: careercli explain")
    return found
