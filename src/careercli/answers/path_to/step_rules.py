"""Say where a transition starts and arrives, and how far up it leads in preparation."""

from careercli.catalog.records import LevelNode, RoleNode, Transition


def is_open(transition: Transition, node: RoleNode, current_level: LevelNode | None) -> bool:
    """Say whether somebody at this level may take a road that opens at another one."""
    if transition.from_level is None or current_level is None:
        return True
    opens = node.levels[transition.from_level]
    return opens is current_level or (
        opens.min_years is not None
        and current_level.min_years is not None
        and current_level.min_years >= opens.min_years
    )


def arrival_level(node: RoleNode, transition: Transition, current_level: LevelNode | None) -> int:
    """Return the index of the level that a transition leads to; -1 if the role has no levels.

    It is the one the move names, else the highest that the experience allows, else the first.
    """
    if transition.to_level is not None or not node.levels:
        return -1 if transition.to_level is None else transition.to_level
    if (
        transition.kind in ("promotion", "lateral")
        and current_level is not None
        and current_level.min_years is not None
    ):
        reached = [
            (rung.min_years, -nth)
            for nth, rung in enumerate(node.levels)
            if rung.min_years is not None
            and rung.min_years <= current_level.min_years
            and (current_level.is_management or not rung.is_management)
        ]
        if reached:
            return -max(reached)[1]
    starts = [index for index, level in enumerate(node.levels) if not level.predecessors]
    return starts[0] if starts else 0


def preparation_increase(origin_node: RoleNode, target_node: RoleNode) -> tuple[float, float]:
    """Return by how many job zones and classes of education a change goes up; 0 where one is not known."""
    zone = (
        target_node.job_zone - origin_node.job_zone
        if origin_node.job_zone and target_node.job_zone and target_node.job_zone > origin_node.job_zone
        else 0.0
    )
    here, there = origin_node.education, target_node.education
    return zone, float(there - here) if here is not None and there is not None and there > here else 0.0
