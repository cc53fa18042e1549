"""Rules of layers: what a later catalog says otherwise than an earlier one is listed, with both places."""

from collections.abc import Iterator

from careercli.amounts import counted
from careercli.catalog.lint.context import Context
from careercli.catalog.lint.examples import AGE, BAKER, HEAD, MEASURED
from careercli.catalog.lint.rules import Example, Finding, LogicalLocation, Rule, quoted
from careercli.catalog.merge_rules import merge_key
from careercli.catalog.references import KeyPath
from careercli.catalog.yaml_builder import Plain

_OWN = frozenset(("schema_version", "name", "title", "note"))
"""What each catalog says of itself."""
_STATED = frozenset(("pay", "figures", "training", "parities", "sources"))
"""Parts of which one source says one thing: here another value is a contradiction."""
_WORDS = frozenset(("note", "title", "publisher", "licence", "address", "retrieved"))
"""Keys of which another wording is none."""


def _differences(context: Context, *, contradicting: bool) -> Iterator[Finding]:
    """Yield where two layers say different things of one place: the contradictions, or all the rest."""
    documents = context.layers.documents
    for position in sorted(context.checked):
        settled: set[KeyPath] = set()
        for below in reversed(range(position)):
            own, other = dict(documents[position].data), dict(documents[below].data)
            for key in _OWN:
                own.pop(key, None)
            for steps, under, message in _differ(own, other, (), (), settled):
                if contradicting == (not _STATED.isdisjoint(steps) and steps[-1] not in _WORDS):
                    yield Finding(message, (LogicalLocation(steps, position), LogicalLocation(under, below)))


def _differ(
    over: Plain, under: Plain, at: KeyPath, below: KeyPath, settled: set[KeyPath]
) -> Iterator[tuple[KeyPath, KeyPath, str]]:
    """Yield where two layers differ; what is `settled` was said by a layer between them."""
    if isinstance(over, dict) and isinstance(under, dict):
        for key in over:
            if key in under:
                yield from _differ(over[key], under[key], (*at, key), (*below, key), settled)
        return
    if isinstance(over, list) and isinstance(under, list) and at and _is_known_by_name(str(at[-1]), over):
        yield from _records(over, under, at, below, settled)
        return
    if at in settled:
        return
    settled.add(at)
    if isinstance(over, list) and isinstance(under, list):
        kept = set(map(str, over))
        lost = [str(item) for item in under if str(item) not in kept]
        if at[-1] == "years" and over != under:
            yield at, below, f"the band {_band(over)} replaces {_band(under)}"
        elif lost and at[-1] != "years":
            yield (
                at,
                below,
                f"this list replaces another and leaves out {len(lost)} of its "
                f"{counted(len(under), 'entry', 'entries')}: {quoted(lost[0])}",
            )
    elif not _is_same(over, under):
        yield at, below, f"{_said(over)} replaces {_said(under)}"


def _records(
    over: list[Plain], under: list[Plain], at: KeyPath, below: KeyPath, settled: set[KeyPath]
) -> Iterator[tuple[KeyPath, KeyPath, str]]:
    key = str(at[-1])
    known = {
        merge_key(key, item): (index, item)
        for index, item in reversed(list(enumerate(under)))
        if isinstance(item, dict)
    }
    for index, item in enumerate(over):
        found = known.get(merge_key(key, item)) if isinstance(item, dict) else None
        if found:
            yield from _differ(item, found[1], (*at, index), (*below, found[0]), settled)


def _is_known_by_name(key: str, items: list[Plain]) -> bool:
    return any(isinstance(item, dict) and merge_key(key, item) is not None for item in items)


def _is_same(over: Plain, under: Plain) -> bool:
    """Say whether two values are one: the same text in any case, the same number in any form."""
    if over == under or str(over).casefold() == str(under).casefold():
        return True
    try:
        return float(str(over)) == float(str(under))
    except ValueError:
        return False


def _said(value: Plain) -> str:
    if value is None:
        return "a missing value"
    if isinstance(value, (dict, list)):
        return "a mapping" if isinstance(value, dict) else "a list"
    return quoted(str(value))


def _band(years: list[Plain]) -> str:
    return f"[{', '.join('null' if year is None else str(year) for year in years)}]"


def _contradict(context: Context) -> Iterator[Finding]:
    for found in _differences(context, contradicting=True):
        yield found._replace(message=f"one source says two things: {found.message}")


def _override(context: Context) -> Iterator[Finding]:
    return _differences(context, contradicting=False)


RULES = (
    Rule(
        "layers-contradict",
        "warning",
        "Two catalogs give different numbers for the same thing from the same source.",
        "Two figures are the same statement if they share source, place, period and population. A later catalog that "
        "gives another value replaces the earlier one. But one source says only one thing, so one of the two is wrong.",
        "Look it up and correct the wrong one. If they are two different things, give them different periods or "
        "populations.",
        Example(
            f"schema_version: 1\nname: mine\nroles:\n  baker:\n    figures:\n{AGE}",
            "value: 47", "value: 42", base=f"{MEASURED}{AGE.replace('47', '42')}",
        ),
        _contradict,
    ),
    Rule(
        "layer-overrides",
        "note",
        "A later catalog replaces what an earlier one says.",
        "That is what layers are for. It is listed so that you see it: a title, a band or a text that is overridden, "
        "and a list that replaces a list. A list that only adds is not listed, and neither is what a catalog says "
        "about itself.",
        "Nothing, if you meant it. Otherwise take the key out of the later catalog.",
        Example(
            "schema_version: 1\nname: mine\nroles:\n  baker:\n    title: Bread Engineer\n",
            "    title: Bread Engineer\n", "    pros: [Warm hands.]\n", base=f"{HEAD}{BAKER}",
        ),
        _override,
    ),
)  # fmt: skip
