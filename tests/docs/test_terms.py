"""docs/terms.md is what `careercli explain` knows; UPDATE_DOCS=1 writes it."""

import os
import textwrap
from pathlib import Path

from careercli.answers.explain.terms import Glossary, load_glossary

REFERENCE = Path(__file__).parents[2] / "docs" / "terms.md"
OPENING = """\
# Words

What the words in answers mean. `careercli explain WORD` adds an example with figures from your catalogs, and what the
marks mean. `UPDATE_DOCS=1` writes this page from `data/terms.toml`.
"""


def _reference(glossary: Glossary) -> str:
    parts = [OPENING]
    for term in glossary.terms.values():
        aliases = ", ".join(f"`{name}`" for name in term.aliases)
        texts = (f"**{term.line}** {term.why}", f"Also: {aliases}.")
        wrapped = [textwrap.fill(text, 120, break_long_words=False, break_on_hyphens=False) for text in texts]
        parts.append("\n\n".join((f"## {term.title}", *wrapped)) + "\n")
    return "\n".join(parts)


def test_the_reference_has_every_word() -> None:
    written = _reference(load_glossary())
    if os.environ.get("UPDATE_DOCS"):
        REFERENCE.write_text(written, "utf-8")
    assert REFERENCE.read_text("utf-8") == written
