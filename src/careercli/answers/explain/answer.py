"""Explain the words and marks of answers, each with an example from the catalogs in use."""

from string import Formatter
from typing import NamedTuple

from careercli.answers.explain.facts import Fact, pair_facts, role_facts
from careercli.answers.explain.terms import Explanation, Glossary, Mark, find_term, load_glossary
from careercli.answers.explain.view import ExplainedTermView, ExplainView, MarkView
from careercli.answers.shared.figures import source_views
from careercli.catalog.reader import CatalogReader
from careercli.model import Fit


class _Example(NamedTuple):
    text: str | None
    sources: tuple[str, ...] = ()


def explain(reader: CatalogReader, name: str | None) -> ExplainView:
    """Return the word of this name, or all words; raise NotFound for a name that no word has."""
    glossary = load_glossary()
    wanted = [find_term(glossary, name)] if name else list(glossary.terms)
    facts = _FactBook(reader)
    rows = tuple(_explained(id_, glossary.terms[id_], facts) for id_ in wanted)
    marks = _marks(reader, glossary, facts) if name is None or rows[0].has_mark else ()
    cited = [source for row in rows for source in row.cites]
    return ExplainView(
        query=rows[0].term if name else None,
        rows=rows,
        marks=marks,
        role_count=len(reader.role_summaries()),
        term_count=len(glossary.terms),
        sources=source_views(reader, dict.fromkeys(cited)),
    )


class _FactBook:
    """The facts of each role that an example is about, looked up once."""

    def __init__(self, reader: CatalogReader) -> None:
        self._reader = reader
        self._facts: dict[str, dict[str, Fact]] = {}

    def of(self, role: str, other: str | None = None) -> dict[str, Fact]:
        """Return the facts of a role, and with another one those of both together."""
        if role not in self._facts:
            self._facts[role] = role_facts(self._reader, role)
        return {**self._facts[role], **(pair_facts(self._reader, role, other) if other else {})}


def _explained(id_: str, term: Explanation, facts: _FactBook) -> ExplainedTermView:
    example = _filled(term.example, facts.of(term.role, term.other))
    return ExplainedTermView(
        term=id_,
        title=term.title,
        aliases=term.aliases,
        definition=term.line,
        why=term.why,
        example=example.text,
        cites=example.sources,
        has_mark=term.marks,
    )


def _filled(template: str, facts: dict[str, Fact]) -> _Example:
    """Return the sentence with its facts, or none where one of them is not known."""
    names = [name for _, name, _, _ in Formatter().parse(template) if name]
    if any(name not in facts for name in names):
        return _Example(None)
    sources = tuple(dict.fromkeys(source for name in names for source in facts[name].sources))
    return _Example(template.format_map({name: facts[name].text for name in names}), sources)


def _marks(reader: CatalogReader, glossary: Glossary, facts: _FactBook) -> tuple[MarkView, ...]:
    fits: list[Fit | None] = [summary.pay.fit if summary.pay else None for summary in reader.role_summaries()]
    return tuple(
        MarkView(
            sample=_sample(mark, facts),
            text=mark.text,
            role_count=fits.count(mark.fit) if mark.fit is not None else None,
        )
        for mark in glossary.marks
    )


def _sample(mark: Mark, facts: _FactBook) -> str:
    """Return a figure with its mark, or the mark alone where the catalogs have no such figure."""
    filled = _filled(mark.sample, facts.of(mark.role) if mark.role else {})
    bare = "".join(literal for literal, _, _, _ in Formatter().parse(mark.sample))
    return filled.text or bare or "no mark"
