"""List the barriers between two roles that neither experience nor a skill removes, as far as the graph knows them."""

from collections.abc import Iterator

from careercli.answers.shared.view_parts import BarrierView
from careercli.answers.shared.wording import schooling
from careercli.catalog.records import RoleNode
from careercli.measures import EDUCATION


def preparation_barriers(origin_node: RoleNode, target_node: RoleNode) -> Iterator[BarrierView]:
    """Yield schooling and preparation that the second role needs above the first; two job zones up are never silent."""
    if (
        origin_node.education is not None
        and target_node.education is not None
        and target_node.education > origin_node.education
    ):
        there, here = (schooling(EDUCATION[node.education or 0]) or "none" for node in (target_node, origin_node))
        is_proxied = origin_node.education_is_proxy or target_node.education_is_proxy
        proxied = " One of the two is known only for a different job." if is_proxied else ""
        yield BarrierView(kind="education", text=f"Typical education is {there}, up from {here}.{proxied}")
    if origin_node.job_zone and target_node.job_zone and target_node.job_zone > origin_node.job_zone:
        far = target_node.job_zone - origin_node.job_zone >= 2
        words = "two or more steps of preparation at once" if far else "more preparation"
        yield BarrierView(
            kind="job zone", text=f"From job zone {origin_node.job_zone:g} to {target_node.job_zone:g}: {words}."
        )
