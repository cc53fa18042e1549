"""Compute TF-IDF vectors and their dot products.

Weights are integers, so that sums do not depend on their order. To compare one role with all others at once, the
weights of all roles for one feature are packed into one big integer, 32 bits a role. Comparing pair by pair takes about
twenty times as long.
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

VECTOR_LENGTH = 255
"""The length of a vector, at most: no product of two is above its square, which has 16 bits."""
MAX_FACTOR_SUM = (1 << 16) - 1
"""What the factors of several kinds may add up to: their sum of products has 32 bits."""
MAX_ROLE_SHARE = 0.4
"""What more than this share of the roles have says nothing about any of them, once that is more than `HANDFUL`."""
MIN_COMMON_ROLES = 20

Vector: TypeAlias = dict[str, int]

_BYTES = 4
_FEW = 40
"""Names that fewer than one role in so many has are added one by one: most of a long integer would be zeros."""
_WORD = re.compile(r"[^\W_]{2,}")


def word_weights(texts: Iterable[str]) -> dict[str, float]:
    """Return 1 + ln count for each word, plurals folded; a text that stands twice counts once."""
    counts: dict[str, int] = {}
    for word, count in Counter(_WORD.findall("\n".join(dict.fromkeys(texts)).casefold())).items():
        singular = _singular(word)
        counts[singular] = counts.get(singular, 0) + count
    return log_weights(counts)


def log_weights(counts: Mapping[str, int]) -> dict[str, float]:
    """Return 1 + ln count for each name."""
    return {name: 1 + math.log(count) for name, count in counts.items()}


def rarities(roles: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return sqrt(ln((n + 1) / df)) for each feature that df of n roles have; those of one role are left out."""
    shared = Counter(name for weights in roles for name in weights)
    count = sum(1 for weights in roles if weights)
    usual = max(MIN_COMMON_ROLES, int(MAX_ROLE_SHARE * count))
    return {name: math.sqrt(math.log((count + 1) / had)) for name, had in shared.items() if 2 <= had <= usual}


def idf_vector(weights: Mapping[str, float], rarity: Mapping[str, float], max_features: int | None = None) -> Vector:
    """Return the vector of a role: its weights times their rarity; `max_features` keeps only the heaviest of them."""
    heavy = {name: weights[name] * rarity[name] for name in weights if name in rarity}
    if max_features is not None and len(heavy) > max_features:
        heavy = {name: heavy[name] for name in sorted(heavy, key=lambda name: (-heavy[name], name))[:max_features]}
    return vector(heavy)


def vector(weights: Mapping[str, float]) -> Vector:
    """Return the weights, none of them below zero, scaled to the length `UNIT` and rounded down."""
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {name: int(VECTOR_LENGTH * weight / length) for name, weight in weights.items()} if length else {}


class DotProducts:
    """The products of one role's vector with that of every role, as far as they were added up."""

    def __init__(self, packed: int, rare: dict[int, int], roles: int) -> None:
        self.packed = packed
        self.rare = rare
        self._slots = _unpack(packed, roles)

    def of(self, roles: Iterable[int]) -> list[int]:
        """Return the products with some roles."""
        slots, rare = self._slots, self.rare
        return [slots[role] + rare.get(role, 0) for role in roles]


class Vectors:
    """A vector for each role, empty for some."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self.all = vectors

    def products_with_all(self, role: int) -> DotProducts:
        """Return the products of the role's vector with that of every role."""
        packed = self._packed
        total = 0
        rare: dict[int, int] = {}
        for name, weight in self.all[role].items():
            if name in packed:
                total += weight * packed[name]
            else:
                for other, other_weight in self._having[name]:
                    rare[other] = rare.get(other, 0) + weight * other_weight
        return DotProducts(total, rare, len(self.all))

    def products_with(self, role: int, others: Iterable[int]) -> list[int]:
        """Return the products of the role's vector with those of some roles."""
        own, vectors = self.all[role], self.all
        return [
            sum([own[name] * vectors[other][name] for name in own.keys() & vectors[other].keys()]) for other in others
        ]

    def add_rare_products(self, role: int, factor: float, most: int, totals: dict[int, float]) -> None:
        """Add to the total of each role `factor` times its product with the role, by names that at most `most` have."""
        for name, weight in self.all[role].items():
            having = self._having[name]
            if len(having) <= most:
                for other, other_weight in having:
                    totals[other] = totals.get(other, 0.0) + factor * weight * other_weight

    @cached_property
    def _having(self) -> dict[str, list[tuple[int, int]]]:
        having: dict[str, list[tuple[int, int]]] = {}
        for role, own in enumerate(self.all):
            for name, weight in own.items():
                having.setdefault(name, []).append((role, weight))
        return having

    @cached_property
    def _packed(self) -> dict[str, int]:
        roles = len(self.all)
        return {name: _pack(having, roles) for name, having in self._having.items() if _FEW * len(having) > roles}


def weighted_sum(parts: Sequence[tuple[int, DotProducts]], roles: int) -> list[int]:
    """Return for each role the sum of factor x product; the factors add up to `FACTORS` at most."""
    sums: list[int] = _unpack(sum(factor * products.packed for factor, products in parts), roles).tolist()
    for factor, products in parts:
        for role, product in products.rare.items():
            sums[role] += factor * product
    return sums


def _pack(having: Iterable[tuple[int, int]], roles: int) -> int:
    packed = bytearray(_BYTES * roles)
    slots = memoryview(packed).cast("I")
    for role, weight in having:
        slots[role] = weight
    return int.from_bytes(packed, sys.byteorder)


def _unpack(packed: int, roles: int) -> "memoryview[int]":
    return memoryview(packed.to_bytes(_BYTES * roles, sys.byteorder)).cast("I")


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    return f"{word[:-3]}y" if len(word) > 4 and word.endswith("ies") else word[:-1]
