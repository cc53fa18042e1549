"""Skills from every side: the vocabulary, those of a role, who asks for one, and what learning one opens."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from msgspec import structs

from careercli.answers.shared.figures import source_views
from careercli.answers.shared.name_questions import short
from careercli.answers.shared.names import Names
from careercli.answers.shared.skill_names import resolve_skill
from careercli.answers.shared.view_parts import ReadAsView, SkillNameView, flat
from careercli.answers.skills.learning import (
    LearningStart,
    baseline_view,
    learning_start,
    learning_view,
    next_verdict,
    threshold_view,
    unlock_verdict,
    unlocked_roles,
)
from careercli.answers.skills.role_rows import load_role_lookup, role_view
from careercli.answers.skills.unlocking import coverage_changes, skill_impacts
from careercli.answers.skills.view import (
    BaselineView,
    SkillDemandView,
    SkillRowView,
    SkillsUnlockView,
    SkillsView,
    UnlockRowView,
)
from careercli.catalog.coverage import skill_levels, weight
from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import SkillRequirement
from careercli.errors import NotFound, UsageProblem
from careercli.model import Skill, SkillKind

DEFAULT_LIMIT = 20
"""Ranked roles or skills that are shown where nobody says how many."""
SkillOf = TypeVar("SkillOf", bound=SkillDemandView)
UNSAID = "The catalog does not say which skills {title} needs, so no one can say what a skill would open."


class SkillDemand(NamedTuple):
    """For each skill, how many roles cannot do without it, and for how many it is nice to have."""

    must: Counter[str]
    nice: Counter[str]


def skills(  # noqa: PLR0913 (the options of the command)
    reader: CatalogReader,
    name: str | None,
    *,
    to_learn: Sequence[str] = (),
    rank_missing: bool = False,
    kind: SkillKind | None = None,
    limit: int | None = None,
) -> SkillsView | SkillsUnlockView:
    """Return the vocabulary; with a role its skills; with skills `to_learn` who needs them and what they open.

    With `rank_missing` it is every skill that the role lacks, by what it opens. Raises NotFound for an unknown role or
    skill, UsageProblem for what does not go together.
    """
    _check(name, to_learn, best=rank_missing, kind=kind)
    vocabulary = reader.all_skills()
    found = {text: resolve_skill(vocabulary, text) for text in to_learn}
    learnt = list(dict.fromkeys(skill.id for skill in found.values()))
    read = [ReadAsView(typed=text, name=skill.read, match=skill.id) for text, skill in found.items() if skill.read]
    view: SkillsView | SkillsUnlockView
    if name is None:
        if learnt:
            view = _roles_needing(reader, vocabulary, learnt, limit)
        else:
            view = _vocabulary(reader, vocabulary, kind, limit)
        return structs.replace(view, read_as=tuple(read) or None)
    resolver = Names(reader)
    try:
        place = resolver.resolve(name)
    except NotFound as problem:
        raise _for_a_skill(problem, vocabulary, name) from None
    if place.level is not None:
        hint = f"Type the job without its level: careercli skills {place.role}"
        raise UsageProblem("careercli skills works for a whole job, not for a level", hint=hint)
    if learnt:
        view = _unlocked(reader, vocabulary, place.role, learnt, limit or DEFAULT_LIMIT)
    elif rank_missing:
        view = _next(reader, vocabulary, place.role, kind, limit or DEFAULT_LIMIT)
    else:
        view = _of_role(reader, vocabulary, place.role, kind, limit)
    return structs.replace(view, read_as=(*(resolver.read_as or ()), *read) or None)


def _for_a_skill(problem: NotFound, vocabulary: Mapping[str, Skill], name: str) -> NotFound:
    """Return the problem; where a skill was named in place of a role, with the command that asks about it."""
    with contextlib.suppress(NotFound):
        skill = resolve_skill(vocabulary, name)
        if skill.read is None:
            message = f"'{short(name)}' is a skill, not a job"
            return NotFound(message, hint=f"See which jobs need it: careercli skills --unlock {skill.id}")
    return problem


def _check(name: str | None, learn: Sequence[str], *, best: bool, kind: SkillKind | None) -> None:
    if best and learn:
        raise UsageProblem("--next and --unlock cannot be combined", hint="Leave one of them out.")
    if best and name is None:
        raise UsageProblem("--next needs a job", hint="Type: careercli skills ROLE --next")
    if kind and learn:
        raise UsageProblem("--kind and --unlock cannot be combined", hint="Leave out --kind.")


def _vocabulary(
    reader: CatalogReader, vocabulary: Mapping[str, Skill], kind: SkillKind | None, limit: int | None
) -> SkillsView:
    requirements = reader.skill_requirements()
    asked_by = _count_demand(requirements)
    options = [key for key, skill in vocabulary.items() if kind in (None, skill.kind)]
    options.sort(
        key=lambda key: (
            -asked_by.must[key] - asked_by.nice[key],
            -asked_by.must[key],
            vocabulary[key].name.casefold(),
            key,
        )
    )
    return SkillsView(
        question="vocabulary",
        kind=kind,
        rows=tuple(_skill(SkillRowView, vocabulary, key, asked_by, None) for key in options[:limit]),
        found=len(options),
        sources=source_views(reader, (ask.source for required in requirements.values() for ask in required)),
    )


def _of_role(
    reader: CatalogReader, vocabulary: Mapping[str, Skill], role: str, kind: SkillKind | None, limit: int | None
) -> SkillsView:
    said = reader.role(role)
    others = reader.skill_requirements(skill.skill for skill in said.skills)
    own = others.pop(role, [])
    asked_by = _count_demand(others)
    requirements = [requirement for requirement in own if kind in (None, vocabulary[requirement.skill].kind)]
    requirements.sort(
        key=lambda requirement: (-weight(requirement), vocabulary[requirement.skill].name.casefold(), requirement.skill)
    )
    return SkillsView(
        question="role",
        role=role,
        title=said.title,
        kind=kind,
        rows=tuple(_skill(SkillRowView, vocabulary, ask.skill, asked_by, ask) for ask in requirements[:limit]),
        found=len(requirements),
        notes=() if own else (f"The catalog does not say which skills {said.title} needs.",),
        sources=source_views(reader, (ask.source for ask in requirements[:limit])),
    )


def _roles_needing(
    reader: CatalogReader, vocabulary: Mapping[str, Skill], learned: Sequence[str], limit: int | None
) -> SkillsUnlockView:
    requirements = reader.skill_requirements(learned)
    asked_by = _count_demand(requirements)
    lookup = load_role_lookup(reader, requirements)
    currencies = Counter(summary.pay.currency for summary in lookup.summaries.values() if summary.pay)
    usual = max(currencies, key=lambda currency: currencies[currency], default="")

    def best_paid_first(role: str) -> tuple[bool, float, str, str]:
        pay = lookup.summaries[role].pay
        amount = pay.amount if pay and pay.currency == usual else None
        return amount is None, -(amount or 0), lookup.summaries[role].title.casefold(), role

    ranked = sorted(requirements, key=best_paid_first)[:limit]
    roles = tuple(
        role_view(
            lookup,
            vocabulary,
            role,
            (requirement for requirement in requirements[role] if requirement.skill in learned),
        )
        for role in ranked
    )
    return SkillsUnlockView(
        skills_named=tuple(_skill(SkillDemandView, vocabulary, key, asked_by, None) for key in learned),
        found=len(requirements),
        rows=roles,
        sources=source_views(reader, _cited(roles)),
    )


def _unlocked(
    reader: CatalogReader, vocabulary: Mapping[str, Skill], role: str, learned: Sequence[str], limit: int
) -> SkillsUnlockView:
    place, own, asked_by = _start(reader, role)
    steps = coverage_changes(place.baseline, learned) if own else []
    lookup = load_role_lookup(reader, [role, *(step.role for step in steps[:limit])])
    title = lookup.summaries[role].title
    baseline = baseline_view(place, lookup)
    roles = tuple(unlocked_roles(place, lookup, vocabulary, steps[:limit], learned))
    verdict = unlock_verdict(title, vocabulary, learned, steps, baseline.rating_sources)
    return SkillsUnlockView(
        role=role,
        title=title,
        skills_named=tuple(_skill(SkillDemandView, vocabulary, key, asked_by, own.get(key)) for key in learned),
        verdict=(verdict,) if own else (),
        threshold=threshold_view(reader, role),
        baseline=baseline,
        found=len(steps),
        rows=roles,
        notes=() if own else (UNSAID.format(title=title),),
        sources=source_views(reader, [*_baseline_sources(baseline), *_cited(roles)]),
    )


def _next(
    reader: CatalogReader, vocabulary: Mapping[str, Skill], role: str, kind: SkillKind | None, limit: int
) -> SkillsView:
    place, own, asked_by = _start(reader, role)
    among = {key for key, skill in vocabulary.items() if kind in (None, skill.kind)}
    found = skill_impacts(place.baseline, among) if own else []
    lookup = load_role_lookup(reader, [role, *(step.role for impact in found[:limit] for step in impact.unlocked)])
    title = lookup.summaries[role].title
    have = skill_levels(list(own.values()))
    rows = tuple(
        structs.replace(
            _skill(SkillRowView, vocabulary, impact.skill, asked_by, own.get(impact.skill)),
            learning=learning_view(lookup, impact, have.get(impact.skill)),
        )
        for impact in found[:limit]
    )
    baseline = baseline_view(place, lookup)
    opened = chain.from_iterable(row.learning.opened for row in rows if row.learning)
    return SkillsView(
        question="next",
        role=role,
        title=title,
        kind=kind,
        verdict=(next_verdict(title, vocabulary, found, baseline.rating_sources),) if own else (),
        threshold=threshold_view(reader, role),
        baseline=baseline,
        found=len(found),
        rows=rows,
        notes=() if own else (UNSAID.format(title=title),),
        sources=source_views(reader, [*_baseline_sources(baseline), *(one.pay.source for one in opened if one.pay)]),
    )


def _start(reader: CatalogReader, role: str) -> tuple[LearningStart, dict[str, SkillRequirement], SkillDemand]:
    """Return where one stands, what the role asks by skill, and what all others ask."""
    requirements = reader.skill_requirements()
    place = learning_start(reader, role, requirements)
    own = {requirement.skill: requirement for requirement in requirements.get(role, ())}
    return place, own, _count_demand(place.requirements)


def _count_demand(requirements: Mapping[str, Iterable[SkillRequirement]]) -> SkillDemand:
    every = [requirement for required in requirements.values() for requirement in required]
    must = Counter(ask.skill for ask in every if ask.need == "must")
    return SkillDemand(must, Counter(ask.skill for ask in every if ask.need != "must"))


def _skill(
    type_: type[SkillOf],
    vocabulary: Mapping[str, Skill],
    key: str,
    asked_by: SkillDemand,
    requirement: SkillRequirement | None,
) -> SkillOf:
    """Return a skill with who needs it, and what the role that is asked about needs of it."""
    return flat(
        type_,
        vocabulary[key],
        requirement,
        skill=key,
        implies=tuple(SkillNameView(skill=wider, name=vocabulary[wider].name) for wider in vocabulary[key].implies),
        must_count=asked_by.must[key],
        nice_count=asked_by.nice[key],
        skill_level=requirement.level if requirement else None,
    )


def _baseline_sources(baseline: BaselineView) -> tuple[str, ...]:
    return (*((baseline.pay.source,) if baseline.pay else ()), *baseline.rating_sources)


def _cited(roles: Iterable[UnlockRowView]) -> Iterator[str | None]:
    for role in roles:
        yield from (required.source for required in role.requirements)
        yield role.pay.source if role.pay else None
