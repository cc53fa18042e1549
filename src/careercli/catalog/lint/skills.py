"""Rules of skills: a vocabulary that connects, and needs that somebody weighed."""

from collections import defaultdict
from collections.abc import Iterator

from careercli.catalog.lint.context import Context
from careercli.catalog.lint.examples import BAKER, HEAD, SELLER
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding, quoted
from careercli.catalog.references import KeyPath
from careercli.matching import name_key

MIN_SKILLS = 6
"""Skills of a role from which there should be both kinds of need."""
MAX_MUST_HAVES = 20
"""Must-haves of one role that anybody can have."""


def _used_once(context: Context) -> Iterator[Finding]:
    users: dict[str, set[str]] = defaultdict(set)
    where: dict[str, KeyPath] = {}
    for key, role in context.concrete_roles.items():
        for index, need in enumerate(role.skills):
            users[need.skill].add(key)
            where[need.skill] = ("roles", key, "skills", index)
        for index, level in enumerate(role.levels):
            for position, rises in enumerate(level.skills):
                users[rises.skill].add(key)
                where.setdefault(rises.skill, ("roles", key, "levels", index, "skills", position))
    for skill in context.catalog.skills:
        if not users[skill] and context.is_checked("skills", skill):
            yield make_finding(f"no role needs '{skill}'", ("skills", skill))
        elif len(users[skill]) == 1 and len(context.concrete_roles) > 1:
            (only,) = users[skill]
            yield make_finding(f"only the role '{only}' needs '{skill}'", ("skills", skill), where[skill])


def _alias_is_skill(context: Context) -> Iterator[Finding]:
    owners: dict[str, tuple[str, KeyPath]] = {}
    for key, skill in context.catalog.skills.items():
        owners.setdefault(name_key(skill.name), (key, ("skills", key, "name")))
    for key, skill in context.catalog.skills.items():
        other, place = owners[name_key(skill.name)]
        if other != key:
            message = f"{quoted(skill.name)} is the name of '{other}' and of '{key}'"
            yield make_finding(message, ("skills", key, "name"), place)
    for key in context.catalog.skills:
        owners.setdefault(name_key(key), (key, ("skills", key)))
    for key, skill in context.catalog.skills.items():
        for index, alias in enumerate(skill.aliases):
            here: KeyPath = ("skills", key, "aliases", index)
            other, place = owners.setdefault(name_key(alias), (key, here))
            if other != key:
                kind = "alias" if "aliases" in place else "name"
                yield make_finding(f"{quoted(alias)} is the {kind} of another skill, '{other}'", here, place)


def _unbalanced(context: Context) -> Iterator[Finding]:
    for key, role in context.roles.items():
        musts = sum(need.need == "must" for need in role.skills)
        said = ""
        if musts > MAX_MUST_HAVES:
            said = f"{musts} must-haves: no one has them all"
        elif len(role.skills) >= MIN_SKILLS and musts == len(role.skills):
            said = f"all {musts} skills are must-haves"
        elif len(role.skills) >= MIN_SKILLS and musts == 0:
            said = f"none of the {len(role.skills)} skills is a must-have"
        if said:
            yield make_finding(said, ("roles", key, "skills"))


_SIX = ("flour", "dough", "ovens", "hygiene", "shaping", "timing")
_VOCABULARY = "".join(f"  {name}: {{name: {name.capitalize()}, kind: technical}}\n" for name in _SIX)
_MUSTS = ", ".join(f"{{skill: {name}, need: must}}" for name in _SIX)
_BOTH = _MUSTS.replace("timing, need: must", "timing, need: nice")

RULES = (
    Rule(
        "skill-used-once",
        "note",
        "Only one role uses a skill, or none does.",
        "careercli works out similar roles, missing skills and what a skill opens from the skills that roles share. A "
        "skill that only one role has adds nothing.",
        "Use a skill that means the same and add this word as its alias, or take it out.",
        Example(
            f"{HEAD}skills:\n  rolling: {{name: Rolling, kind: technical}}\n  sales: {{name: Sales, kind: soft}}\n"
            f"{BAKER}    skills: [{{skill: sales, need: nice}}]\n{SELLER}    skills: [{{skill: sales, need: must}}]\n",
            "  rolling: {name: Rolling, kind: technical}\n", "",
        ),
        _used_once,
    ),
    Rule(
        "skill-alias-is-skill",
        "error",
        "One word is the name of two skills.",
        "An alias is the name or an alias of another skill, or two skills have the same name. A resume with that word "
        "would count for whichever skill is found first.",
        "Use the word for one skill only, or merge the two.",
        Example(
            f"{HEAD}skills:\n  register: {{name: Register, kind: tool}}\n"
            "  cash: {name: Cash, kind: tool, aliases: [REGISTER]}\n"
            f"{BAKER}    skills: [{{skill: register, need: nice}}, {{skill: cash, need: must}}]\n"
            f"{SELLER}    skills: [{{skill: register, need: must}}, {{skill: cash, need: must}}]\n",
            ", aliases: [REGISTER]", ", aliases: [coins]",
        ),
        _alias_is_skill,
    ),
    Rule(
        "needs-unbalanced",
        "warning",
        "Must-haves and nice-to-haves are not told apart.",
        f"There are {MIN_SKILLS} or more skills and all are must-haves, or none is, or there are more than "
        f"{MAX_MUST_HAVES} must-haves. A gap or a readiness worked out from such a list means nothing, and people who "
        "could do the job stay away.",
        "Keep as must-haves only what no one is hired without. Make the rest nice to have.",
        Example(
            f"{HEAD}skills:\n{_VOCABULARY}{BAKER}    skills: [{_MUSTS}]\n{SELLER}    skills: [{_BOTH}]\n", _MUSTS, _BOTH
        ),
        _unbalanced,
    ),
)  # fmt: skip
