"""What stands between two roles that neither experience nor a skill gets one past, as far as the graph knows it."""

from collections.abc import Iterator

from careercli.answers.shared.view_parts import WallView
from careercli.catalog.transition_graph import Junction
from careercli.measures import EDUCATION


def preparation_walls(one: Junction, other: Junction) -> Iterator[WallView]:
    """Yield schooling and preparation that the second role asks above the first; two job zones up are never silent."""
    if one.education is not None and other.education is not None and other.education > one.education:
        usual = f"{EDUCATION[other.education]}, where the job one comes from asks for: {EDUCATION[one.education]}"
        yield WallView(kind="education", text=f"Usual entry education is: {usual}.")
    if one.zone and other.zone and other.zone > one.zone:
        far = other.zone - one.zone >= 2
        words = "two steps of preparation or more at once" if far else "more preparation"
        yield WallView(kind="job zone", text=f"From job zone {one.zone:g} to {other.zone:g}: {words}.")
