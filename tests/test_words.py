"""What the program says, and what its documents say, is plain American English as far as a program can tell.

The words are in tests/words.py. Names of keys, kinds and rules keep their spelling: they are a contract.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from careercli.answers.shared.flat_records import schema_of_answer
from careercli.catalog.document_schema import document_schema
from careercli.catalog.lint.rule_list import BY_ID, RULES
from careercli.cli.schema import SCHEMA_COMMANDS, view_type
from tests.words import banned

CHECKOUT = Path(__file__).parents[1]
CODE = sorted((CHECKOUT / "src" / "careercli").rglob("*.py"))
DOCUMENTS = [
    CHECKOUT / "README.md",
    CHECKOUT / "CONTRIBUTING.md",
    CHECKOUT / "data" / "LICENSE",
    *sorted((CHECKOUT / "docs").glob("*.md")),
    *sorted((CHECKOUT / "src" / "careercli").rglob("*.yaml")),
]
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`[^`]*`")
_RULE = re.compile(rf"\b(?:{'|'.join(map(re.escape, BY_ID))})\b")
_KINDS = re.compile(r"\blicence: |(?<=, )judgement(?=, rule)")
"""Keys and kinds of a catalog in the comments and lines of one."""


def _name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def _prose(text: str) -> str:
    """Return a text without what is code in it."""
    return _RULE.sub("", _CODE.sub("", text))


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of every string of a module that can be shown: no docstring, no key of one small word.

    The docstring of a command is its help.
    """
    hidden: set[ast.expr] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            hidden.add(node.value)
            if "\b" in str(node.value.value):
                yield node.lineno, str(node.value.value)
        if isinstance(node, ast.JoinedStr):
            hidden.update(node.values)
            yield (
                node.lineno,
                "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values),
            )
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or node in hidden:
            continue
        if " " in node.value or not node.value.islower():
            yield node.lineno, node.value


def _descriptions(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(text := schema.get("description"), str):
            yield text
        for part in schema.values():
            yield from _descriptions(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _descriptions(part)


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_what_the_program_says_is_plain_english(path: Path) -> None:
    strings = _strings(ast.parse(path.read_text("utf-8")))
    assert [(line, found) for line, text in strings for found in banned(_prose(text))] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_what_the_documents_say_is_plain_english(path: Path) -> None:
    text = _KINDS.sub("", _FENCED.sub("", path.read_text("utf-8")))
    assert list(banned(_prose(text))) == []


def test_what_explain_says_is_plain_english() -> None:
    data = tomllib.loads((CHECKOUT / "data" / "terms.toml").read_text("utf-8"))
    texts = [str(text) for entry in (*data["terms"].values(), *data["marks"]) for text in entry.values()]
    assert [found for text in texts for found in banned(_prose(text))] == []


def test_what_the_schema_of_a_catalog_says_is_plain_english() -> None:
    texts = {text for layer in (False, True) for text in _descriptions(document_schema(layer=layer))}
    assert [found for text in texts for found in banned(_prose(text))] == []


@pytest.mark.parametrize("command", SCHEMA_COMMANDS)
def test_what_the_schema_of_an_answer_says_is_plain_english(command: str) -> None:
    texts = _descriptions(schema_of_answer(view_type(command), command))
    assert [found for text in texts for found in banned(_prose(text))] == []


def test_the_sentences_of_rules_and_terms_are_whole() -> None:
    told = [text for rule in RULES for text in (rule.summary, rule.why, rule.fix)]
    terms = tomllib.loads((CHECKOUT / "data" / "terms.toml").read_text("utf-8"))["terms"].values()
    told += [text for term in terms for text in (term["line"], term["why"])]
    assert [text for text in told if not re.match(r"[A-Z`'\d*]|careercli ", text) or not text.endswith(".")] == []
