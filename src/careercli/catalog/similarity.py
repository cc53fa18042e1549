"""Which roles are near each other, by kinds of evidence that are kept apart; worked out when the catalog is compiled.

A role is described by its own words, and by the profile of an occupation that it is (`exact`), never by that of a class
that only holds it or stands in for it. By each kind two roles are as alike as the angle between their vectors says, put
as a z-score over the pairs of roles of this catalog. A pair is judged by the kinds that both have data of: the sum of
weight x z over the square root of the sum of weight x weight (Stouffer's way to join tests), so that a missing kind
neither helps nor harms. Scores put roles in order and mean nothing by themselves: only ranks and percentiles are shown.

scripts/similarity_recall.py holds this against the lists of related occupations that experts reviewed. On O*NET 29.2
the first ten found have .636 of the ten primary ones (recall@10), the first twenty .650 of all twenty; chance has .010
and .020. Nearness of SOC codes is left out: alone it has .28, and with the other kinds any of it made recall worse.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from careercli.catalog.coverage import weight
from careercli.catalog.stand_in_titles import has_title
from careercli.catalog.tfidf import log_weights, word_weights
from careercli.model import Catalog, Role

EvidenceKind: TypeAlias = Literal[
    "text", "titles", "tools", "activities", "skills", "rated skills", "knowledge", "interests", "preparation"
]
WEIGHTS: dict[EvidenceKind, float] = {
    "text": 1, "titles": 0.5, "tools": 0.2, "activities": 0.1, "skills": 1,
    "rated skills": 0.5, "knowledge": 2.5, "interests": 1, "preparation": 0.5,
}  # fmt: skip
"""How much each kind counts.

Recall@10 on O*NET 29.2 by one kind alone: text .50, titles .46, activities .38, tools .33, knowledge .33, interests
.26, rated skills .20; with all weights 1: .57. A search for the best weights on every second occupation, by code, gave
.634 there and .634 on the others. These are rounded from such searches: .634 and .639. That data names no skills of a
vocabulary; their weight was set beside the others on the embedded catalog.
"""
CATEGORICAL_KINDS: tuple[EvidenceKind, ...] = ("text", "titles", "tools", "activities", "skills")
"""Kinds that are lists of names: what few roles have counts the more."""
_RATED: dict[str, EvidenceKind] = {"skill": "rated skills", "knowledge": "knowledge", "interest": "interests"}


class Features(NamedTuple):
    """What a role is compared by."""

    role: str
    weights: Mapping[EvidenceKind, Mapping[str, float]]
    """Amounts by name, for each kind; empty where the role has no data."""


def features(catalog: Catalog) -> list[Features]:
    """Return what each role is compared by."""
    return [Features(role_id, _amounts(catalog, role)) for role_id, role in catalog.roles.items()]


def _amounts(catalog: Catalog, role: Role) -> dict[EvidenceKind, dict[str, float]]:
    texts = [role.summary, *role.duties]
    titles = [role.title, *role.aliases]
    tools = [name for names in role.tools.values() for name in names]
    activities: Counter[str] = Counter()
    rated: dict[EvidenceKind, dict[str, float]] = {}
    surveys = set()
    preparation: dict[str, float] = {}
    for code in (link.code for link in role.occupations if link.fit == "exact"):
        occupation = catalog.occupations[code]
        titles += [occupation.title] if has_title(code, occupation) else []
        for figure in occupation.figures:
            if figure.measure == "job-zone" and figure.value is not None:
                preparation = {f"zone {zone} or above: {figure.value >= zone}": 1 for zone in range(2, 6)}
        if (profile := occupation.profile) is None:
            continue
        surveys.add(profile.source)
        texts += (profile.description or "", *(task.text for task in profile.tasks))
        titles += (*profile.titles, *profile.shared_titles)
        tools += (name for group in (profile.technology, profile.tools) for names in group.values() for name in names)
        activities.update(activity for task in profile.tasks for activity in task.activities)
        for rating in profile.ratings:
            if rating.kind in _RATED and rating.importance is not None:
                rated.setdefault(_RATED[rating.kind], {})[rating.element] = rating.importance - 1
    return {
        "text": word_weights(texts),
        "titles": word_weights(titles),
        "tools": word_weights(tools),
        "activities": log_weights(activities),
        "skills": {
            skill.skill: weight(skill)
            for skill in role.skills
            if skill.source not in surveys  # those stand in the ratings
        },
        "preparation": preparation,
        **rated,
    }
