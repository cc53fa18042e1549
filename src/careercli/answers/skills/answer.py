"""Skills from every side: the vocabulary, those of a role, who asks for one, and what learning one opens."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from careercli.answers.shared.figures import source_views
from careercli.answers.shared.names import resolve
from careercli.answers.skills.learning import (
    line_view,
    outlook_view,
    stand_view,
    take_place,
    unlocked_roles,
    verdict_of_next,
    verdict_of_unlock,
)
from careercli.answers.skills.role_rows import asked_view, open_shelf, role_view
from careercli.answers.skills.skill_names import resolve_skill
from careercli.answers.skills.unlocking import outlooks, unlock
from careercli.answers.skills.view import OutlookView, SkillRoleView, SkillRowView, SkillsView, StandView
from careercli.catalog.coverage import levels_of, weight
from careercli.catalog.reader import Library
from careercli.catalog.skill_requirements import Ask
from careercli.errors import UsageProblem
from careercli.model import SCHEMA_VERSION, Skill, SkillKind

MOST = 20
"""Ranked roles or skills that are shown where nobody says how many."""
UNSAID = "The catalog does not say which skills {title} asks for, so nobody can say what a skill would open."


class AskedBy(NamedTuple):
    """For each skill, how many roles cannot do without it, and for how many it is nice to have."""

    must: Counter[str]
    nice: Counter[str]


def skills(  # noqa: PLR0913 (the options of the command)
    library: Library,
    name: str | None,
    *,
    learn: Sequence[str] = (),
    best: bool = False,
    kind: SkillKind | None = None,
    limit: int | None = None,
) -> SkillsView:
    """Return the vocabulary; with a role its skills; with skills to `learn` who asks for them and what they open.

    With `best` it is every skill that the role lacks, by what it opens. Raises NotFound for an unknown role or skill,
    UsageProblem for what does not go together.
    """
    _check(name, learn, best=best, kind=kind)
    vocabulary = library.all_skills()
    learnt = list(dict.fromkeys(resolve_skill(vocabulary, text) for text in learn))
    if name is None:
        return _users(library, vocabulary, learnt, limit) if learnt else _vocabulary(library, vocabulary, kind, limit)
    place = resolve(library, name)
    if place.level is not None:
        hint = f"Ask for the role: careercli skills {place.role}"
        raise UsageProblem("skills are told of a whole role here, not of a level", hint=hint)
    if learnt:
        return _unlocked(library, vocabulary, place.role, learnt, limit or MOST)
    if best:
        return _next(library, vocabulary, place.role, kind, limit or MOST)
    return _of_role(library, vocabulary, place.role, kind, limit)


def _check(name: str | None, learn: Sequence[str], *, best: bool, kind: SkillKind | None) -> None:
    if best and learn:
        raise UsageProblem("--next tries every skill, --unlock those named", hint="Leave one of them out.")
    if best and name is None:
        raise UsageProblem("--next asks what to learn from a role", hint="Name it: careercli skills ROLE --next")
    if kind and learn:
        raise UsageProblem("--kind does not go with --unlock, which names its skills", hint="Leave out --kind.")


def _vocabulary(
    library: Library, vocabulary: Mapping[str, Skill], kind: SkillKind | None, limit: int | None
) -> SkillsView:
    asked_by = _asked_by(library.asks())
    wanted = [key for key, skill in vocabulary.items() if kind in (None, skill.kind)]
    wanted.sort(
        key=lambda key: (
            -asked_by.must[key] - asked_by.nice[key],
            -asked_by.must[key],
            vocabulary[key].name.casefold(),
            key,
        )
    )
    return SkillsView(
        schema_version=SCHEMA_VERSION,
        command="skills",
        question="vocabulary",
        kind=kind,
        rows=tuple(_row(vocabulary, key, asked_by, None) for key in wanted[:limit]),
        total=len(wanted),
        sources=(),
    )


def _of_role(
    library: Library, vocabulary: Mapping[str, Skill], role: str, kind: SkillKind | None, limit: int | None
) -> SkillsView:
    said = library.role(role)
    others = library.asks(skill.skill for skill in said.skills)
    own = others.pop(role, [])
    asked_by = _asked_by(others)
    asks = [ask for ask in own if kind in (None, vocabulary[ask.skill].kind)]
    asks.sort(key=lambda ask: (-weight(ask), vocabulary[ask.skill].name.casefold(), ask.skill))
    return SkillsView(
        schema_version=SCHEMA_VERSION,
        command="skills",
        question="role",
        role=role,
        title=said.title,
        kind=kind,
        rows=tuple(_row(vocabulary, ask.skill, asked_by, ask) for ask in asks[:limit]),
        total=len(asks),
        notes=() if own else (f"The catalog does not say which skills {said.title} asks for.",),
        sources=source_views(library, (ask.source for ask in asks[:limit])),
    )


def _users(library: Library, vocabulary: Mapping[str, Skill], learnt: Sequence[str], limit: int | None) -> SkillsView:
    asks = library.asks(learnt)
    asked_by = _asked_by(asks)
    shelf = open_shelf(library, asks)
    currencies = Counter(card.pay.currency for card in shelf.cards.values() if card.pay)
    usual = max(currencies, key=lambda currency: currencies[currency], default="")

    def best_paid_first(role: str) -> tuple[bool, float, str, str]:
        pay = shelf.cards[role].pay
        amount = pay.amount if pay and pay.currency == usual else None
        return amount is None, -(amount or 0), shelf.cards[role].title.casefold(), role

    ranked = sorted(asks, key=best_paid_first)[:limit]
    roles = tuple(
        role_view(shelf, vocabulary, role, (ask for ask in asks[role] if ask.skill in learnt)) for role in ranked
    )
    return SkillsView(
        schema_version=SCHEMA_VERSION,
        command="skills",
        question="users",
        rows=tuple(_row(vocabulary, key, asked_by, None) for key in learnt),
        roles=roles,
        total=len(asks),
        sources=source_views(library, _cited(roles)),
    )


def _unlocked(
    library: Library, vocabulary: Mapping[str, Skill], role: str, learnt: Sequence[str], limit: int
) -> SkillsView:
    asks = library.asks()
    place = take_place(library, role, asks)
    own = {ask.skill: ask for ask in asks.get(role, ())}
    asked_by = _asked_by(place.asks)
    steps = unlock(place.ground, learnt) if own else []
    shelf = open_shelf(library, [role, *(step.role for step in steps[:limit])])
    title = shelf.cards[role].title
    stand = stand_view(place, shelf)
    roles = tuple(unlocked_roles(place, shelf, vocabulary, steps[:limit], learnt))
    return SkillsView(
        schema_version=SCHEMA_VERSION,
        command="skills",
        question="unlock",
        role=role,
        title=title,
        verdict=verdict_of_unlock(title, vocabulary, learnt, steps) if own else None,
        line=line_view(library),
        stand=stand,
        rows=tuple(_row(vocabulary, key, asked_by, own.get(key)) for key in learnt),
        roles=roles,
        total=len(steps),
        notes=() if own else (UNSAID.format(title=title),),
        sources=source_views(library, [*_stood_on(stand), *_cited(roles)]),
    )


def _next(
    library: Library, vocabulary: Mapping[str, Skill], role: str, kind: SkillKind | None, limit: int
) -> SkillsView:
    asks = library.asks()
    place = take_place(library, role, asks)
    own = {ask.skill: ask for ask in asks.get(role, ())}
    asked_by = _asked_by(place.asks)
    among = {key for key, skill in vocabulary.items() if kind in (None, skill.kind)}
    found = outlooks(place.ground, among) if own else []
    shelf = open_shelf(library, [role, *(step.role for outlook in found[:limit] for step in outlook.opened)])
    title = shelf.cards[role].title
    have = levels_of(list(own.values()))
    rows = tuple(
        _row(vocabulary, one.skill, asked_by, own.get(one.skill), outlook_view(shelf, one, have.get(one.skill)))
        for one in found[:limit]
    )
    stand = stand_view(place, shelf)
    opened = chain.from_iterable(row.outlook.opened for row in rows if row.outlook)
    return SkillsView(
        schema_version=SCHEMA_VERSION,
        command="skills",
        question="next",
        role=role,
        title=title,
        kind=kind,
        verdict=verdict_of_next(title, vocabulary, found) if own else None,
        line=line_view(library),
        stand=stand,
        rows=rows,
        total=len(found),
        notes=() if own else (UNSAID.format(title=title),),
        sources=source_views(library, [*_stood_on(stand), *(one.pay.source for one in opened if one.pay)]),
    )


def _asked_by(asks: Mapping[str, Iterable[Ask]]) -> AskedBy:
    every = [ask for asked in asks.values() for ask in asked]
    must = Counter(ask.skill for ask in every if ask.need == "must")
    return AskedBy(must, Counter(ask.skill for ask in every if ask.need != "must"))


def _row(
    vocabulary: Mapping[str, Skill], key: str, asked_by: AskedBy, ask: Ask | None, outlook: OutlookView | None = None
) -> SkillRowView:
    return SkillRowView(
        id=key,
        name=vocabulary[key].name,
        kind=vocabulary[key].kind,
        must=asked_by.must[key],
        nice=asked_by.nice[key],
        asked=asked_view(vocabulary, ask) if ask else None,
        outlook=outlook,
    )


def _stood_on(stand: StandView) -> tuple[str, ...]:
    return (*((stand.pay.source,) if stand.pay else ()), *stand.rated_by)


def _cited(roles: Iterable[SkillRoleView]) -> Iterator[str | None]:
    for role in roles:
        yield from (asked.source for asked in role.asks)
        yield role.pay.source if role.pay else None
