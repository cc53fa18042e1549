"""A role's levels as the graph that they are: what leads to what, forks and joins included."""

from collections.abc import Iterator

from careercli.model import Level, Role


def predecessors(role: Role, level: Level) -> tuple[str, ...]:
    """Return the ids of the levels that lead to this one: `after`, or the level listed before it."""
    if level.after is not None:
        return level.after
    position = next(index for index, other in enumerate(role.levels) if other.id == level.id)
    return (role.levels[position - 1].id,) if position else ()


def entry_levels(role: Role) -> list[Level]:
    """Return the levels that people come in at; of levels that only lead to each other, the first one listed."""
    found = [level for level in role.levels if not predecessors(role, level)]
    reached = {level.id for start in found for level in _reachable(role, start)}
    for level in role.levels:
        if level.id not in reached:
            found.append(level)
            reached |= {other.id for other in _reachable(role, level)}
    return found


def _reachable(role: Role, start: Level) -> list[Level]:
    """Return the level and all that it leads to, however far."""
    reached = {start.id: start}
    queue = [start]
    while queue:
        for level in successors(role, queue.pop().id):
            if level.id not in reached:
                reached[level.id] = level
                queue.append(level)
    return list(reached.values())


def successors(role: Role, level_id: str) -> list[Level]:
    """Return the levels that this one leads to, in the order of the ladder."""
    return [level for level in role.levels if level_id in predecessors(role, level)]


def ladder_steps(role: Role) -> Iterator[tuple[Level, Level]]:
    """Yield every step of the ladder as (from, to), in the order of the ladder."""
    by_id = {level.id: level for level in role.levels}
    for level in role.levels:
        for earlier in predecessors(role, level):
            yield by_id[earlier], level
