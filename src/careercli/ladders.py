"""A role's levels as the graph that they are: what leads to what, forks, joins and cycles included."""

from collections.abc import Iterator, Mapping, Sequence

from careercli.model import Level, Role


class Ladder:
    """The levels of a role by id, and which of them lead to which; built once, in time linear in the levels.

    Names in `after` that are no level of the role are left out: a catalog with faults has a ladder too.
    """

    def __init__(self, role: Role) -> None:
        self.levels: dict[str, Level] = {level.id: level for level in role.levels}
        """The levels by id, in the order of the ladder."""
        self.predecessors: dict[str, tuple[str, ...]] = {}
        """The ids of the levels that lead to each: `after`, or the level listed before it."""
        self.successors: dict[str, list[str]] = {level_id: [] for level_id in self.levels}
        """The ids of the levels that each leads to, in the order of the ladder."""
        listed_before: tuple[str, ...] = ()
        for level in role.levels:
            before = (
                listed_before
                if level.after is None
                else tuple(dict.fromkeys(name for name in level.after if name in self.levels))
            )
            self.predecessors[level.id] = before
            for level_id in before:
                self.successors[level_id].append(level.id)
            listed_before = (level.id,)

    def entries(self) -> list[Level]:
        """Return the levels that people come in at; of levels that only lead to each other, the first one listed."""
        found = [level_id for level_id, before in self.predecessors.items() if not before]
        reached = set(self.reach(*found))
        for level_id in self.levels:
            if level_id not in reached:
                found.append(level_id)
                reached.update(self.reach(level_id))
        return [self.levels[level_id] for level_id in found]

    def following(self, level_id: str) -> list[Level]:
        """Return the levels that this one leads to, in the order of the ladder."""
        return [self.levels[later] for later in self.successors[level_id]]

    def reach(self, *level_ids: str) -> list[str]:
        """Return the levels and all that they lead to, however far, nearest first."""
        return reachable(self.successors, level_ids)

    def leading_to(self, level_id: str) -> list[str]:
        """Return a level and all that lead to it, however far, nearest first."""
        return reachable(self.predecessors, (level_id,))

    def predecessor_indexes(self) -> list[tuple[int, ...]]:
        """Return for each level, in the order of the ladder, the indexes of those that lead to it."""
        index_of = {level_id: index for index, level_id in enumerate(self.levels)}
        return [tuple(index_of[level_id] for level_id in before) for before in self.predecessors.values()]

    def steps(self) -> Iterator[tuple[Level, Level]]:
        """Yield every step of the ladder as (from, to), in the order of the ladder."""
        for level_id, before in self.predecessors.items():
            for earlier in before:
                yield self.levels[earlier], self.levels[level_id]


def reachable(steps: Mapping[str, Sequence[str]], starts: Sequence[str]) -> list[str]:
    """Return what the steps lead to, the starts first; where they go round, the walk ends as well."""
    found = dict.fromkeys(starts)
    queue = list(found)
    for one in queue:
        more = [name for name in steps[one] if name not in found]
        found |= dict.fromkeys(more)
        queue += more
    return list(found)
