"""All roles on the scales of their evidence: which are nearest to one, worked out for all of them or for a few later.

How roles are described, and why scores are made as they are, stands in similarity.
"""

import heapq
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress, groupby
from operator import mul
from typing import NamedTuple, TypeAlias

from msgspec import Struct, msgpack

from careercli.catalog.records import SCORE_STEPS, SimilarityEvidence, StoredNeighbor
from careercli.catalog.similarity import CATEGORICAL_KINDS, WEIGHTS, EvidenceKind, Features
from careercli.catalog.tfidf import MAX_FACTOR_SUM, Vector, Vectors, idf_vector, rarities, vector, weighted_sum

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


class SimilarRole(NamedTuple):
    """A role that is near another."""

    role: str
    rank: int
    """1 for the nearest; ties share a rank, and as many ranks are left out after them."""
    percentile: float
    """How many percent of the other roles are less near."""
    score: float
    evidence: SimilarityEvidence


def neighbor_row(
    numbers: Mapping[str, int], role_id: str, found: Sequence[SimilarRole]
) -> tuple[int, int | None, bytes]:
    """Return the row of the neighbors of a role: its number, what another must reach to be one of them, and they."""
    stored = [_stored(numbers[one.role], one) for one in found]
    least = stored[-1][3] if len(stored) >= MAX_SIMILAR else None
    return numbers[role_id], least, msgpack.encode(stored)


def _stored(number: int, near: SimilarRole) -> StoredNeighbor:
    percentiles = (getattr(near.evidence, kind) for kind in SimilarityEvidence.__struct_fields__)
    told = tuple(None if one is None else round(10 * one) for one in percentiles)
    return number, near.rank, round(10 * near.percentile), round(SCORE_STEPS * near.score), told


class StoredScale(Struct, array_like=True, frozen=True):
    """One kind of evidence as the index keeps it, so that a role that comes later is put on the same scale."""

    kind: EvidenceKind
    names: list[str]
    """The features that count."""
    rarity: list[float] | None
    """What an amount of each is multiplied by; None: amounts count as they are."""
    sample: list[int]
    """Products of usual pairs of roles, in rising order."""
    vectors: list[tuple[list[int], list[int]]]
    """For each role the positions of its features and their weights."""


def most_similar(
    described: Sequence[Features], *, weights: Mapping[EvidenceKind, float] = WEIGHTS, keep: int = MAX_SIMILAR
) -> Iterator[tuple[str, tuple[SimilarRole, ...]]]:
    """Yield each role, in the order of ids, with its nearest roles; with none where there is nothing to compare."""
    space = similarity_space(described, weights)
    return ((role_id, space.nearest(number, keep)) for number, role_id in enumerate(space.ids))


def similarity_space(
    described: Sequence[Features], weights: Mapping[EvidenceKind, float] = WEIGHTS
) -> "SimilaritySpace":
    """Return the roles, in the order of their ids, on scales that are measured on them."""
    described = sorted(described, key=lambda features: features.role)
    scales = [
        _Scale.measured(kind, [role.weights.get(kind, {}) for role in described], counts)
        for kind, counts in weights.items()
    ]
    return SimilaritySpace([role.role for role in described], scales)


def restored_space(ids: Sequence[str], stored: Sequence[StoredScale], changed: Sequence[Features]) -> "SimilaritySpace":
    """Return the roles of an index on its scales, with those that came or changed since; `ids` are all, in order."""
    number = {role_id: at for at, role_id in enumerate(ids)}
    scales = [
        _Scale.restored(scale, {number[one.role]: one.weights.get(scale.kind, {}) for one in changed}, len(ids))
        for scale in stored
    ]
    return SimilaritySpace(ids, scales)


class _Described(NamedTuple):
    """What is known of every role by one kind of evidence."""

    vectors: Sequence[Vector]
    has: list[bool]
    """Whether there is any; features that only one role has are in no vector."""
    rarity: Mapping[str, float] | None


class _Scale:
    """One kind of evidence over all roles, and what is much and little of it in this catalog."""

    def __init__(self, kind: EvidenceKind, described: "_Described", counts: float, sample: list[int] | None) -> None:
        """`counts` is the weight of the kind; `sample` are the products of usual pairs, taken anew where None."""
        self.kind = kind
        self.has = described.has
        self.vectors = Vectors(described.vectors)
        self._rarity = described.rarity
        self._sample = sorted(self._pairs()) if sample is None else sample
        count = len(self._sample) or 1
        self.mean = sum(self._sample) / count
        deviation = math.sqrt(math.fsum((product - self.mean) ** 2 for product in self._sample) / count)
        self.weight = counts if deviation else 0.0
        self.factor = counts / deviation if deviation else 0.0
        """What a product is multiplied by to become weight x z, but for the mean."""

    @classmethod
    def measured(cls, kind: EvidenceKind, amounts: Sequence[Mapping[str, float]], counts: float) -> "_Scale":
        """Return the scale of roles that are described by amounts; `counts` is the weight of the kind."""
        has = [bool(names) for names in amounts]
        if kind not in CATEGORICAL_KINDS:
            return cls(kind, _Described([vector(names) for names in amounts], has, None), counts, None)
        rarity = rarities(amounts)
        most = None if len(amounts) <= MAX_ALL_PAIRS else MAX_FEATURES
        return cls(kind, _Described([idf_vector(names, rarity, most) for names in amounts], has, rarity), counts, None)

    @classmethod
    def restored(cls, stored: StoredScale, amounts: Mapping[int, Mapping[str, float]], count: int) -> "_Scale":
        """Return the scale as it was stored, with `amounts` of roles that came or changed since, by number."""
        names = stored.names
        vectors = [dict(zip(map(names.__getitem__, at), weights, strict=True)) for at, weights in stored.vectors]
        vectors += [{}] * (count - len(vectors))
        rarity = None if stored.rarity is None else dict(zip(names, stored.rarity, strict=True))
        has = [bool(own) for own in vectors]
        for number, told in amounts.items():
            vectors[number] = vector(told) if rarity is None else idf_vector(told, rarity, None)
            has[number] = bool(told)
        return cls(stored.kind, _Described(vectors, has, rarity), WEIGHTS[stored.kind], stored.sample)

    def stored(self) -> StoredScale:
        """Return the scale as the index keeps it; names that most roles have come first."""
        used = Counter(name for own in self.vectors.all for name in own)
        names = [name for name, _ in sorted(used.items(), key=lambda entry: (-entry[1], entry[0]))]
        position = {name: at for at, name in enumerate(names)}
        rarity = None if self._rarity is None else [self._rarity[name] for name in names]
        vectors = []
        for own in self.vectors.all:
            at = sorted((position[name], weight) for name, weight in own.items())
            vectors.append(([one for one, _ in at], [weight for _, weight in at]))
        return StoredScale(self.kind, names, rarity, self._sample, vectors)

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


ScoredRole: TypeAlias = tuple[float, str, SimilarityEvidence]
"""How near a role is, the role, and by what evidence."""
_ProductsOf: TypeAlias = Callable[[Sequence[int]], list[list[int]]]
_Compared: TypeAlias = tuple[Sequence[int], list[int], _ProductsOf]
"""Other roles, their weighed sums of products, and a way to the products of some of them by each kind."""
_Compare: TypeAlias = Callable[[int, list[_Scale], list[int]], _Compared]


class _Scored(NamedTuple):
    """How near other roles are to one, by the kinds of evidence that it has data of."""

    scales: list[_Scale]
    others: Sequence[int]
    scores: list[float]
    products_of: _ProductsOf


class SimilaritySpace:
    """All roles, by number, on all scales."""

    def __init__(self, ids: Sequence[str], scales: Sequence[_Scale]) -> None:
        self.ids = ids
        self._scales = scales
        self._steps = (MAX_FACTOR_SUM - len(scales)) / (sum(scale.factor for scale in scales) or 1)
        self._factors = [round(scale.factor * self._steps) for scale in scales]
        self._known = list(zip(*(scale.has for scale in scales), strict=True))
        """For each role, of which kinds it has data."""
        self._usual: dict[tuple[bool, ...], _ExpectedSums] = {}

    def stored(self) -> list[StoredScale]:
        """Return the scales as the index keeps them."""
        return [scale.stored() for scale in self._scales]

    def nearest(self, role: int, keep: int = MAX_SIMILAR) -> tuple[SimilarRole, ...]:
        """Return the nearest roles of a role, at most `keep` of them."""
        compare = self._with_all if len(self.ids) <= MAX_ALL_PAIRS else self._with_candidates
        scored = self._scored(role, compare)
        best = heapq.nlargest(keep + 1, range(len(scored.scores)), key=scored.scores.__getitem__)
        return self.ranked(role, self._told(role, scored, best)[:keep])

    def near(self, role: int, least: Sequence[float], keep: int) -> list[ScoredRole]:
        """Return the nearest roles, `keep` of them, and those as near as `least` says of each, compared one by one."""
        scored = self._scored(role, self._with_each)
        scores = scored.scores
        best = heapq.nlargest(keep + 1, range(len(scores)), key=scores.__getitem__)
        near = dict.fromkeys((*best, *(at for at, score in enumerate(scores) if score >= least[at])))
        return self._told(role, scored, [at for at in near if scores[at] > -math.inf])

    def ranked(self, role: int, found: Sequence[ScoredRole]) -> tuple[SimilarRole, ...]:
        """Return the neighbors of a role with their ranks, and percentiles among all roles that it is comparable to."""
        return tuple(_ranked(found, self._usual_of(self._known[role]).comparable - 1))

    def _scored(self, role: int, compare: _Compare) -> _Scored:
        known = self._known[role]
        usual = self._usual_of(known)
        scales = list(compress(self._scales, known))
        others, sums, products_of = compare(role, scales, list(compress(self._factors, known)))
        scores = [
            round((total - usual.sums[other]) * usual.shares[other] / self._steps, 4)
            for other, total in zip(others, sums, strict=True)
        ]
        return _Scored(scales, others, scores, products_of)

    def _told(self, role: int, scored: _Scored, best: Sequence[int]) -> list[ScoredRole]:
        """Return those of the scored roles that share more than their preparation, with the evidence."""
        scales, others, scores, products_of = scored
        products = products_of(best)
        content = [row for scale, row in zip(scales, products, strict=True) if scale.kind != "preparation"]
        evidence = _evidence(scales, products, [others[at] for at in best])
        return [
            (scores[at], self.ids[others[at]], told)
            for place, (at, told) in enumerate(zip(best, evidence, strict=True))
            if others[at] != role and any(row[place] for row in content)
        ]

    def _with_each(self, role: int, scales: list[_Scale], factors: list[int]) -> _Compared:
        others = range(len(self.ids))
        products = [scale.vectors.products_with(role, others) for scale in scales]
        sums = [sum(map(mul, factors, row)) for row in zip(*products, strict=True)] if products else []
        return others[: len(sums)], sums, lambda best: [[row[at] for at in best] for row in products]

    def _with_all(self, role: int, scales: list[_Scale], factors: list[int]) -> _Compared:
        products = [scale.vectors.products_with_all(role) for scale in scales]
        sums = weighted_sum(list(zip(factors, products, strict=True)), len(self.ids))
        return range(len(self.ids)), sums, lambda best: [row.of(best) for row in products]

    def _with_candidates(self, role: int, scales: list[_Scale], factors: list[int]) -> _Compared:
        shared: dict[int, float] = {}
        for scale in scales:
            if scale.kind in CATEGORICAL_KINDS:
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


def _ranked(found: Sequence[ScoredRole], comparable: int) -> Iterator[SimilarRole]:
    """Yield the neighbours by score, then by id; those of one score are ties."""
    placed = 0
    for _, group in groupby(sorted(found, key=lambda near: (-near[0], near[1])), key=lambda near: near[0]):
        tied = list(group)
        rank = placed + 1
        placed += len(tied)
        percentile = 1000 * (comparable - placed) // comparable / 10
        for score, role, evidence in tied:
            yield SimilarRole(role, rank, percentile, score, evidence)
