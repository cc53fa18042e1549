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

import heapq
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress, groupby
from operator import mul
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from careercli.catalog.coverage import weight
from careercli.catalog.records import SimilarityEvidence
from careercli.catalog.stand_in_titles import has_title
from careercli.catalog.tfidf import (
    MAX_FACTOR_SUM,
    Vectors,
    idf_vectors,
    log_weights,
    vector,
    weighted_sum,
    word_weights,
)
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
MAX_SIMILAR = 50
"""Neighbours of each role that are kept."""
MAX_ALL_PAIRS = 1_500
"""Up to so many roles every pair is compared; in a larger catalog a role is compared with its candidates, which time
bids: on O*NET 29.2 recall@10 is .61 in this way. Ten thousand roles take about a minute."""
MAX_CANDIDATES = 80
"""Candidates of a role: those that share most with it by names that at most `RARE` roles have."""
MAX_ROLES_OF_RARE = 150
MAX_FEATURES = 40
"""Names of each kind that stand for a role in such a catalog."""
SAMPLED_PAIRS = 3_000
"""Pairs by which a kind is put on its scale, about."""

TABLE = """
CREATE TABLE neighbors (
  role TEXT NOT NULL, other TEXT NOT NULL, rank INTEGER NOT NULL, percentile REAL NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (role, rank, other)) WITHOUT ROWID;
"""
INSERT = "INSERT INTO neighbors VALUES (?, ?, ?, ?, ?)"

_CATEGORICAL_KINDS: tuple[EvidenceKind, ...] = ("text", "titles", "tools", "activities", "skills")
"""Kinds that are lists of names: what few roles have counts the more."""
_RATED: dict[str, EvidenceKind] = {"skill": "rated skills", "knowledge": "knowledge", "interest": "interests"}


class Features(NamedTuple):
    """What a role is compared by."""

    role: str
    weights: Mapping[EvidenceKind, Mapping[str, float]]
    """Amounts by name, for each kind; empty where the role has no data."""


class SimilarRole(NamedTuple):
    """A role that is near another."""

    role: str
    rank: int
    """1 for the nearest; ties share a rank, and as many ranks are left out after them."""
    percentile: float
    """How many percent of the other roles are less near."""
    score: float
    evidence: SimilarityEvidence


def similarity_rows(catalog: Catalog) -> Iterator[tuple[str, str, int, float, bytes]]:
    """Yield the rows of the table, of a catalog with its derived roles; a role without rows has nothing to compare."""
    encode = msgspec.msgpack.Encoder().encode
    for role, found in most_similar(features(catalog)):
        for near in found:
            yield role, near.role, near.rank, near.percentile, encode(near.evidence)


def features(catalog: Catalog) -> list[Features]:
    """Return what each role is compared by."""
    return [Features(role_id, _amounts(catalog, role)) for role_id, role in catalog.roles.items()]


def most_similar(
    described: Sequence[Features], *, weights: Mapping[EvidenceKind, float] = WEIGHTS, keep: int = MAX_SIMILAR
) -> Iterator[tuple[str, tuple[SimilarRole, ...]]]:
    """Yield each role, in the order of ids, with its nearest roles; with none where there is nothing to compare."""
    described = sorted(described, key=lambda features: features.role)
    scales = [_Scale(kind, [role.weights.get(kind, {}) for role in described], weights[kind]) for kind in weights]
    space = _SimilaritySpace([role.role for role in described], scales)
    for number, role in enumerate(described):
        yield role.role, space.nearest(number, keep)


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


class _Scale:
    """One kind of evidence over all roles, and what is much and little of it in this catalog."""

    def __init__(self, kind: EvidenceKind, amounts: Sequence[Mapping[str, float]], counts: float) -> None:
        self.kind = kind
        self.has = [bool(names) for names in amounts]
        most = None if len(amounts) <= MAX_ALL_PAIRS else MAX_FEATURES
        self.vectors = Vectors(
            idf_vectors(amounts, most) if kind in _CATEGORICAL_KINDS else [vector(names) for names in amounts]
        )
        self._sample = sorted(self._pairs())
        count = len(self._sample) or 1
        self.mean = sum(self._sample) / count
        deviation = math.sqrt(math.fsum((product - self.mean) ** 2 for product in self._sample) / count)
        self.weight = counts if deviation else 0.0
        self.factor = counts / deviation if deviation else 0.0
        """What a product is multiplied by to become weight x z, but for the mean."""

    def _pairs(self) -> Iterator[int]:
        """Yield the products of about `SAMPLE` pairs spread evenly, of all pairs where there are no more."""
        having = list(compress(range(len(self.has)), self.has))
        furthest = len(having) // 2
        steps = min(furthest, math.ceil(SAMPLED_PAIRS / (len(having) or 1)))
        offsets = [1 + (2 * step + 1) * furthest // (2 * steps) for step in range(steps)]
        for at, role in enumerate(having):
            yield from self.vectors.products_with(role, [having[(at + offset) % len(having)] for offset in offsets])

    def percentiles(self, products: Sequence[int], others: Sequence[int]) -> list[float | None]:
        """Return for each product how many percent of the pairs are less alike, rounded down; None without data."""
        sample, has = self._sample, self.has
        return [
            1000 * bisect_left(sample, product) // (len(sample) + 1) / 10 if has[other] else None
            for product, other in zip(products, others, strict=True)
        ]


class _ExpectedSums(NamedTuple):
    """What turns sums of products into scores: the same for all roles that have data of the same kinds."""

    sums: list[float]
    """For each other role, the sum that a usual pair has; infinite where the two have no kind in common."""
    shares: list[float]
    """For each other role, one over the length of the weights of the kinds in common."""
    comparable: int
    """How many roles have a kind in common, the role itself among them."""


_Compared: TypeAlias = tuple[Sequence[int], list[int], Callable[[Sequence[int]], list[list[int]]]]
"""Other roles, their weighed sums of products, and a way to the products of some of them by each kind."""


class _SimilaritySpace:
    """All roles, by number, on all scales."""

    def __init__(self, ids: Sequence[str], scales: Sequence[_Scale]) -> None:
        self._ids = ids
        self._scales = scales
        self._steps = (MAX_FACTOR_SUM - len(scales)) / (sum(scale.factor for scale in scales) or 1)
        self._factors = [round(scale.factor * self._steps) for scale in scales]
        self._known = list(zip(*(scale.has for scale in scales), strict=True))
        """For each role, of which kinds it has data."""
        self._usual: dict[tuple[bool, ...], _ExpectedSums] = {}

    def nearest(self, role: int, keep: int) -> tuple[SimilarRole, ...]:
        """Return the nearest roles of a role, at most `keep` of them."""
        known = self._known[role]
        usual = self._usual_of(known)
        scales = list(compress(self._scales, known))
        compare = self._with_all if len(self._ids) <= MAX_ALL_PAIRS else self._with_candidates
        others, sums, products_of = compare(role, scales, list(compress(self._factors, known)))
        scores = [(total - usual.sums[other]) * usual.shares[other] for other, total in zip(others, sums, strict=True)]
        best = heapq.nlargest(keep + 1, range(len(others)), key=scores.__getitem__)
        products = products_of(best)
        content = [row for scale, row in zip(scales, products, strict=True) if scale.kind != "preparation"]
        evidence = _evidence(scales, products, [others[at] for at in best])
        found = [
            (round(scores[at] / self._steps, 4), self._ids[others[at]], told)
            for place, (at, told) in enumerate(zip(best, evidence, strict=True))
            if others[at] != role and any(row[place] for row in content)
        ]
        return tuple(_ranked(found[:keep], usual.comparable - 1))

    def _with_all(self, role: int, scales: list[_Scale], factors: list[int]) -> _Compared:
        products = [scale.vectors.products_with_all(role) for scale in scales]
        sums = weighted_sum(list(zip(factors, products, strict=True)), len(self._ids))
        return range(len(self._ids)), sums, lambda best: [row.of(best) for row in products]

    def _with_candidates(self, role: int, scales: list[_Scale], factors: list[int]) -> _Compared:
        shared: dict[int, float] = {}
        for scale in scales:
            if scale.kind in _CATEGORICAL_KINDS:
                scale.vectors.add_rare_products(role, scale.factor, MAX_ROLES_OF_RARE, shared)
        others = heapq.nlargest(MAX_CANDIDATES, sorted(filter(shared.__getitem__, shared)), key=shared.__getitem__)
        products = [scale.vectors.products_with(role, others) for scale in scales]
        sums = [sum(map(mul, factors, row)) for row in zip(*products, strict=True)]
        return others, sums, lambda best: [[row[at] for at in best] for row in products]

    def _usual_of(self, known: tuple[bool, ...]) -> _ExpectedSums:
        if known not in self._usual:
            sums, shares = {}, {}
            for other in set(self._known):
                both = [kind for kind, (one, two) in enumerate(zip(known, other, strict=True)) if one and two]
                length = math.sqrt(sum(self._scales[kind].weight ** 2 for kind in both))
                sums[other] = sum(self._factors[kind] * self._scales[kind].mean for kind in both) if both else math.inf
                shares[other] = 1 / length if length else 1.0
            of_all = [sums[other] for other in self._known]
            comparable = sum(usual < math.inf for usual in of_all)
            self._usual[known] = _ExpectedSums(of_all, [shares[other] for other in self._known], comparable)
        return self._usual[known]


def _evidence(
    scales: Sequence[_Scale], products: Sequence[Sequence[int]], others: Sequence[int]
) -> Iterator[SimilarityEvidence]:
    """Return the evidence for each of some other roles, made of that of each kind."""
    told: dict[str, list[float | None]] = {
        scale.kind: scale.percentiles(row, others) for scale, row in zip(scales, products, strict=True)
    }
    none: list[float | None] = [None] * len(others)
    named, rated = told.get("skills", none), told.get("rated skills", none)
    told["skills"] = [own if own is not None else general for own, general in zip(named, rated, strict=True)]
    return map(SimilarityEvidence, *(told.get(kind, none) for kind in SimilarityEvidence.__struct_fields__))


def _ranked(found: Sequence[tuple[float, str, SimilarityEvidence]], comparable: int) -> Iterator[SimilarRole]:
    """Yield the neighbours by score, then by id; those of one score are ties."""
    placed = 0
    for _, group in groupby(sorted(found, key=lambda near: (-near[0], near[1])), key=lambda near: near[0]):
        tied = list(group)
        rank = placed + 1
        placed += len(tied)
        percentile = 1000 * (comparable - placed) // comparable / 10
        for score, role, evidence in tied:
            yield SimilarRole(role, rank, percentile, score, evidence)
