"""An occupation as the index keeps it: what its profile has in common with others is kept once for all of them.

A survey rates the same elements and asks the same questions of every occupation. The elements, and the answers that one
could give, are the heading of a table that has a row for each occupation; numbers are kept in hundredths.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from msgspec import Struct, msgpack, structs

from careercli.model import Occupation, Rating, Share

Heading: TypeAlias = tuple[tuple[Any, ...], ...]
"""Of ratings: element, name and kind of each; of shares: scale and category of each."""


class _Columns(Struct, array_like=True, frozen=True):
    """Ratings or shares: the number of their heading, and the rest of each record by column."""

    heading: int
    first: tuple[int | float | None, ...]
    """Importance in hundredths, or percent in hundredths."""
    second: tuple[int | float | None, ...]
    """Level in hundredths; nothing for shares."""
    unreliable: tuple[int, ...]
    """Positions of what the source itself recommends not to use."""
    not_relevant: tuple[int, ...]
    """Positions of ratings whose level means nothing."""


class _StoredOccupation(Struct, array_like=True, frozen=True):
    """An occupation without ratings and shares, and these as columns."""

    occupation: Occupation
    ratings: _Columns | None = None
    shares: _Columns | None = None


_encode = msgpack.Encoder().encode
_decode = msgpack.Decoder(_StoredOccupation).decode


def encode_occupation(occupation: Occupation, number_of: Callable[[Heading], int]) -> bytes:
    """Return the record of an occupation; `number_of` keeps a heading and says its number."""
    profile = occupation.profile
    if profile is None:
        return _encode(_StoredOccupation(occupation))
    ratings, shares = profile.ratings, profile.shares
    rest = structs.replace(occupation, profile=structs.replace(profile, ratings=(), shares=()))
    return _encode(
        _StoredOccupation(
            rest,
            _Columns(
                number_of(tuple((rating.element, rating.name, rating.kind) for rating in ratings)),
                tuple(_hundredths(rating.importance) for rating in ratings),
                tuple(_hundredths(rating.level) for rating in ratings),
                tuple(position for position, rating in enumerate(ratings) if rating.unreliable),
                tuple(position for position, rating in enumerate(ratings) if rating.not_relevant),
            ),
            _Columns(
                number_of(tuple((share.scale, share.category) for share in shares)),
                tuple(_hundredths(share.percent) for share in shares),
                (),
                tuple(position for position, share in enumerate(shares) if share.unreliable),
                (),
            ),
        )
    )


def decode_occupation(body: bytes, heading: Callable[[int], Heading]) -> Occupation:
    """Return the occupation that `encode_occupation` wrote; raise msgspec.DecodeError."""
    stored = _decode(body)
    profile = stored.occupation.profile
    if profile is None or stored.ratings is None or stored.shares is None:
        return stored.occupation
    profile = structs.replace(
        profile,
        ratings=_ratings(stored.ratings, heading(stored.ratings.heading)),
        shares=_shares(stored.shares, heading(stored.shares.heading)),
    )
    return structs.replace(stored.occupation, profile=profile)


def _ratings(columns: _Columns, heading: Heading) -> tuple[Rating, ...]:
    unreliable, not_relevant = frozenset(columns.unreliable), frozenset(columns.not_relevant)
    return tuple(
        Rating(
            element=element,
            name=name,
            kind=kind,
            importance=_number(importance),
            level=_number(level),
            unreliable=position in unreliable,
            not_relevant=position in not_relevant,
        )
        for position, ((element, name, kind), importance, level) in enumerate(
            zip(heading, columns.first, columns.second, strict=True)
        )
    )


def _shares(columns: _Columns, heading: Heading) -> tuple[Share, ...]:
    unreliable = frozenset(columns.unreliable)
    return tuple(
        Share(scale=scale, category=category, percent=percent, unreliable=position in unreliable)
        for position, ((scale, category), percent) in enumerate(zip(heading, map(_number, columns.first), strict=True))
        if percent is not None
    )


def _hundredths(number: float | None) -> int | float | None:
    """Return a number as a whole number of hundredths, or as it is where it is none."""
    if number is None:
        return None
    hundredths = round(number * 100)
    return hundredths if hundredths / 100 == number else float(number)


def _number(stored: int | float | None) -> int | float | None:
    """Return what `_hundredths` was given."""
    if not isinstance(stored, int):
        return stored
    return stored // 100 if stored % 100 == 0 else stored / 100
