"""Rules of texts: a sentence belongs to one role, and a heading has something under it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from careercli.catalog.lint.context import Context
from careercli.catalog.lint.examples import BAKER, HEAD, SELLER
from careercli.catalog.lint.rules import Example, Finding, LogicalLocation, Rule, make_finding, quoted
from careercli.catalog.references import SECTIONS, KeyPath
from careercli.catalog.yaml_builder import Plain
from careercli.model import Role, RoleRef

MIN_COPIED_WORDS = 6
"""Words from which a sentence that stands twice was copied; shorter ones are met by chance."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_FINISHED = re.compile(r"[.!?…。][\"'”’)\]]*\s*\Z")
"""The end of a sentence, with the quotation marks or brackets that close behind it."""
_BETWEEN = re.compile(r"[\W_]+")
_NOT_PROSE = frozenset((
    "title", "family", "aliases", "tools", "occupations", "skills", "training", "pay", "figures", "levels",
    "certificates", "question", "fields", "id", "track", "source", "industries",
))  # fmt: skip
"""Parts of a role and a level that are names, numbers, or have notes which may well repeat."""
_PLACEHOLDER = re.compile(
    r"(?:tbd|tbc|todo|fixme|n/?a|none yet|xxx+|lorem ipsum.{0,200}|to be (?:done|written|defined)|[.…?_-]+)[.:]?",
    re.IGNORECASE,
)
_MAY_BE_EMPTY = frozenset(("after",))
"""Lists of which an empty one means something: a level that nothing leads to."""
_STATISTICS = frozenset(("pay", "figures", "parities", "profile"))


def _copied(context: Context) -> Iterator[Finding]:
    first: dict[str, tuple[str, str, KeyPath]] = {}
    for key, role in context.catalog.roles.items():
        for owner, steps, text in _prose_of(key, role):
            told = False
            for sentence in _SENTENCE.split(text):
                if sentence.count(" ") < MIN_COPIED_WORDS - 1:
                    continue
                bare = _BETWEEN.sub(" ", sentence.casefold()).strip()
                if bare.count(" ") < MIN_COPIED_WORDS - 1:
                    continue
                other, _, place = first.setdefault(bare, (owner, sentence, steps))
                if other != owner and not told and not context.is_inherited(steps):
                    told = True
                    yield make_finding(f"{quoted(sentence)} is in '{other}' too", steps, place)


def _prose_of(key: str, role: Role) -> Iterator[tuple[str, KeyPath, str]]:
    """Yield every text of a role and its levels with whose it is and where it stands."""
    for steps, text in _prose(role, ("roles", key)):
        yield key, steps, text
    for index, level in enumerate(role.levels):
        for steps, text in _prose(level, ("roles", key, "levels", index)):
            yield str(RoleRef(key, level.id)), steps, text


def _prose(value: object, key_path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield key_path, value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name not in _NOT_PROSE:
                yield from _prose(getattr(value, name), (*key_path, name))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _prose(item, (*key_path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _prose(item, (*key_path, index))


def _unfinished(context: Context) -> Iterator[Finding]:
    for key, role in context.catalog.roles.items():
        for steps, why in _reasons(role, ("roles", key)):
            if why is not None and not _FINISHED.search(why) and not context.is_inherited(steps):
                yield make_finding(f"{quoted(why)} has no period at the end", steps)


def _reasons(role: Role, key_path: KeyPath) -> Iterator[tuple[KeyPath, str | None]]:
    for index, link in enumerate(role.occupations):
        yield (*key_path, "occupations", index, "why"), link.why
    for index, move in enumerate(role.moves):
        yield (*key_path, "moves", index, "why"), move.why
    for index, feeder in enumerate(role.entry.feeders if role.entry else ()):
        yield (*key_path, "entry", "feeders", index, "why"), feeder.why
    for number, level in enumerate(role.levels):
        for index, link in enumerate(level.occupations):
            yield (*key_path, "levels", number, "occupations", index, "why"), link.why
    for name in ("contrast", "related"):
        for other, why in getattr(role, name).items():
            yield (*key_path, name, other), why


def _empty(context: Context) -> Iterator[Finding]:
    for position in sorted(context.checked):
        data, below = context.layers.documents[position].data, context.layers.base_of(position)
        for section in SECTIONS:
            if section in data:
                yield from _empty_in(data[section], below.get(section), (section,), position)


def _empty_in(value: Plain, under: Plain, key_path: KeyPath, layer: int) -> Iterator[Finding]:
    """Yield what is empty in a layer; where something lies `under` it, to empty it is to take that away."""
    if isinstance(value, dict) and value:
        lower = under if isinstance(under, dict) else {}
        for key, item in value.items():
            statistics = key in _STATISTICS and item  # in which what is missing is a statement
            if not statistics and key not in _MAY_BE_EMPTY and not _may_be_missing(key, item, key_path):
                yield from _empty_in(item, lower.get(key), (*key_path, key), layer)
    elif isinstance(value, list) and value:
        for index, item in enumerate(value):
            if isinstance(item, (dict, list)) or (isinstance(item, str) and _is_placeholder(item)):
                yield from _empty_in(item, None, (*key_path, index), layer)
    elif not value and not under and not isinstance(value, (int, float)):
        yield Finding("this heading has nothing under it", (LogicalLocation(key_path, layer),))
    elif isinstance(value, str) and _is_placeholder(value):
        message = f"{quoted(value)} is a placeholder; the text is missing"
        yield Finding(message, (LogicalLocation(key_path, layer),))


def _may_be_missing(key: str, value: Plain, key_path: KeyPath) -> bool:
    """Say whether a missing value is a statement, as that a source gives no date."""
    return value is None and (key_path[0] in ("sources", "places") or key in ("why", "years"))


def _is_placeholder(text: str) -> bool:
    return not text.strip() or (len(text) <= 240 and _PLACEHOLDER.fullmatch(text.strip()) is not None)


_COPY = "Keep the counter clean and greet every customer."

RULES = (
    Rule(
        "text-copied",
        "warning",
        "A sentence appears in two roles or levels.",
        f"If two roles or levels share a sentence of {MIN_COPIED_WORDS} or more words, it was copied and says nothing "
        "about either. Names, skills, pay, figures and their notes may repeat.",
        "Say what is true only of this role, or take the sentence out of one of them.",
        Example(
            f"{HEAD}{BAKER}    duties: [{_COPY}]\n{SELLER}    duties: [{_COPY.upper()}]\n",
            _COPY.upper(), "Count the cash register at night.",
        ),
        _copied,
    ),
    Rule(
        "reason-unfinished",
        "note",
        "A reason has no period at the end.",
        "Reasons for an occupation, a move, a job people come from, a contrast or a related role are shown as "
        "sentences. One without a period looks cut off, and often is: inside brackets, YAML ends a text at a comma.",
        "Finish the sentence. Put text that has a comma in quotes.",
        Example(
            f"{HEAD}{BAKER}    related: {{seller: Knows the goods}}\n{SELLER}",
            "Knows the goods",
            "Knows the goods.",
        ),
        _unfinished,
    ),
    Rule(
        "section-empty",
        "warning",
        "A heading has nothing under it.",
        "An empty list, an empty mapping or a placeholder such as TODO looks as if there were something to read. A "
        "figure that a source leaves empty is fine, and so is `after: []`.",
        "Fill it in, or leave out the key.",
        Example(f"{HEAD}{BAKER}    pros: []\n", "    pros: []\n", ""),
        _empty,
    ),
)  # fmt: skip
