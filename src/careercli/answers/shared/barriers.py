"""List the barriers between two roles that neither experience nor a skill removes, as far as the graph knows them."""

import re
from collections.abc import Iterator, Sequence

from careercli.answers.shared.view_parts import WallView
from careercli.catalog.records import RoleNode
from careercli.measures import EDUCATION

_LICENSE = r"\blicen[cs]"
_NONE_NEEDED = r"\bno (\w+ )?licen[cs]|\blicen[cs]\w* (is|are) not\b|\bnot licensed\b"
_AMERICAN = r"United States|America|\bstates?\b|\bUS\b"


def is_license(certificate: str) -> bool:
    """Say whether a certificate is a license that the law demands, and not the word that none is needed."""
    return bool(re.search(_LICENSE, certificate, re.I)) and not re.search(_NONE_NEEDED, certificate, re.I)


def american_first(licenses: Sequence[str]) -> str:
    """Return the license to name where one is named: that of the United States, whose figures all else is."""
    return next((text for text in licenses if re.search(_AMERICAN, text)), next(iter(licenses), ""))


def preparation_barriers(origin_node: RoleNode, target_node: RoleNode) -> Iterator[WallView]:
    """Yield schooling and preparation that the second role asks above the first; two job zones up are never silent."""
    if (
        origin_node.education is not None
        and target_node.education is not None
        and target_node.education > origin_node.education
    ):
        usual = (
            f"{EDUCATION[target_node.education]}, where the job one comes from asks for: "
            f"{EDUCATION[origin_node.education]}"
        )
        is_proxied = origin_node.education_is_proxy or target_node.education_is_proxy
        proxied = " One of both is a proxy's, another job." if is_proxied else ""
        yield WallView(kind="education", text=f"Usual entry education is: {usual}.{proxied}")
    if origin_node.job_zone and target_node.job_zone and target_node.job_zone > origin_node.job_zone:
        far = target_node.job_zone - origin_node.job_zone >= 2
        words = "two steps of preparation or more at once" if far else "more preparation"
        yield WallView(
            kind="job zone", text=f"From job zone {origin_node.job_zone:g} to {target_node.job_zone:g}: {words}."
        )
