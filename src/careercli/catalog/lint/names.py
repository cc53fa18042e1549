"""Rules of names: one name for one role, and one role for one name."""

import re
from collections.abc import Iterator

from careercli.catalog.lint.context import Context
from careercli.catalog.lint.examples import BAKER, HEAD, SELLER
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding, quoted
from careercli.catalog.lint.titles import RULES as TITLE_RULES
from careercli.catalog.lint.titles import significant_words, title_key
from careercli.matching import name_key
from careercli.model import Role

_SAME = re.compile(
    r"\b(?:another|other|different|alternative|only a) (?:name|title|word|label)s? (?:of|for)\b"
    r"|\b(?:same|identical) (?:job|role|work|thing)\b.{0,40}\b(?:name|title|label|word)s?\b"
    r"|\bsynonym|^(?:the |exactly the )?(?:same|identical) (?:job|role)\.?$",
    re.IGNORECASE,
)


def _alias_is_title(context: Context) -> Iterator[Finding]:
    titles: dict[str, str] = {}
    for key, role in context.concrete_roles.items():
        titles.setdefault(name_key(role.title), key)
        titles.setdefault(" ".join(significant_words(role.title)), key)
    for key, aliases in context.alias_keys.items():
        for index, alias in enumerate(aliases):
            other = titles.get(alias) or titles.get(alias.removesuffix("s"), key)
            if other != key:
                written = quoted(context.concrete_roles[key].aliases[index])
                message = f"{written} is an alias of '{key}' and the title of '{other}'"
                yield make_finding(message, ("roles", key, "aliases", index), ("roles", other, "title"))


def _alias_of_two(context: Context) -> Iterator[Finding]:
    first: dict[str, tuple[str, int]] = {}
    for key, aliases in context.alias_keys.items():
        for index, alias in enumerate(aliases):
            other, place = first.setdefault(alias, (key, index))
            if other != key:
                written = quoted(context.concrete_roles[key].aliases[index])
                message = f"{written} is an alias of '{other}' and of '{key}'"
                yield make_finding(message, ("roles", key, "aliases", index), ("roles", other, "aliases", place))


def _related_is_alias(context: Context) -> Iterator[Finding]:
    for key, role in context.roles.items():
        names = set(context.alias_keys.get(key, ()))
        for other, reason in role.related.items():
            said = _why_only_an_alias(role, context.catalog.roles[other], names, reason)
            if said:
                yield make_finding(f"'{other}' is a neighbour, and {said}", ("roles", key, "related", other))
        for index, feeder in enumerate(role.entry.feeders if role.entry else ()):
            is_own = name_key(feeder.title) in names or title_key(feeder.title) == title_key(role.title)
            if feeder.role is None and is_own:
                message = f"{quoted(feeder.title)} is a name of this very role, so nobody comes from there"
                yield make_finding(message, ("roles", key, "entry", "feeders", index, "title"))


def _why_only_an_alias(role: Role, similar_role: Role, names: set[str], reason: str) -> str:
    """Say how a neighbour is only another name of the role; nothing if it is a job of its own."""
    if name_key(similar_role.title) in names:
        return f"its title {quoted(similar_role.title)} is an alias of this role"
    if name_key(role.title) in map(name_key, similar_role.aliases):
        return f"{quoted(role.title)} is an alias of it"
    if title_key(similar_role.title) == title_key(role.title):
        return f"it has the same name: {quoted(similar_role.title)}"
    return "its own reason says that it is only another name" if _SAME.search(reason[:2000]) else ""


RULES = (
    Rule(
        "alias-is-title",
        "error",
        "An alias is the title of another role.",
        "An alias is another name of the same job. A title comes before an alias, so the alias finds nothing; "
        "search and import then count one job as two, or two as one.",
        "Take the alias out. If the two are one job, merge them.",
        Example(f"{HEAD}{BAKER}    aliases: [seller]\n{SELLER}", "[seller]", "[bread maker]"),
        _alias_is_title,
    ),
    Rule(
        "alias-of-two-roles",
        "warning",
        "Two roles go by the same alias.",
        "A name that two roles claim is never resolved: each time somebody types it, both are offered.",
        "Leave it to the role that it fits better, or make it longer in both.",
        Example(
            f"{HEAD}{BAKER}    aliases: [breadsmith]\n{SELLER}    aliases: [bread-smith, Breadsmith]\n",
            "[bread-smith, Breadsmith]", "[bread-smith]",
        ),
        _alias_of_two,
    ),
    Rule(
        "related-is-alias",
        "warning",
        "A neighbour, or a job that people come from, is only another name of the role.",
        "Lists of related careers are often lists of synonyms. A neighbour is another job: its title must not be "
        "an alias of this one, its reason must not say that it is the same job, and nobody enters a job from the "
        "job itself.",
        "Make it an alias and drop the neighbour, or say what really sets the two apart.",
        Example(
            f"{HEAD}{BAKER}    related: {{seller: Another name for this role.}}\n{SELLER}",
            "Another name for this role.", "Hands over what this role bakes.",
        ),
        _related_is_alias,
    ),
    *TITLE_RULES,
)  # fmt: skip
