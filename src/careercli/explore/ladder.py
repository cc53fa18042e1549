"""A role's levels as the graph that they are: what leads to what, forks and joins included."""

from collections.abc import Iterator

from careercli.model import Level, Role


def before(role: Role, level: Level) -> tuple[str, ...]:
    """Return the ids of the levels that lead to this one; unless it says otherwise, the one listed just before."""
    if level.after is not None:
        return level.after
    position = next(index for index, other in enumerate(role.levels) if other.id == level.id)
    return (role.levels[position - 1].id,) if position else ()


def starts(role: Role) -> list[Level]:
    """Return the levels that people come in at; the first one where a cycle leaves none."""
    found = [level for level in role.levels if not before(role, level)]
    return found or list(role.levels[:1])


def following(role: Role, level_id: str) -> list[Level]:
    """Return the levels that this one leads to, in the order of the ladder."""
    return [level for level in role.levels if level_id in before(role, level)]


def steps_of(role: Role) -> Iterator[tuple[Level, Level]]:
    """Yield every step of the ladder as (from, to), in the order of the ladder."""
    by_id = {level.id: level for level in role.levels}
    for level in role.levels:
        for earlier in before(role, level):
            yield by_id[earlier], level
