"""The measures a figure can have: what each is called, its unit, and the group of rows it stands in."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from careercli.model import Measure, OccupationLink, Unit

PHRASES = (
    "much faster than average", "faster than average", "about as fast as average", "slower than average",
    "little or no change", "decline",
)  # fmt: skip
_LOWER_EDGES: dict[str, tuple[int, int, int, int, int]] = {
    "2002-12": (36, 21, 10, 3, 0),
    "2006-16": (21, 14, 7, 3, -2),
    "2008-18": (20, 14, 7, 3, -2),
    "2024-34": (7, 5, 3, 1, 0),
}
"""The lowest rounded percent of the first five phrases, for the decades whose bands were checked against the
Occupational Outlook Handbook of that decade. Other decades get no phrase."""

Group = Literal["outlook", "getting in", "best paying", "people"]


_FITS: tuple[str | None, ...] = ("exact", "part", None, "proxy")


def fit_rank(fit: str | None) -> int:
    """Return how well a figure fits a role, 0 for best: the occupation that it is, one that holds it, its own, a proxy.

    `fit` is that of the occupation which the figure was counted for, None for a figure of the role itself.
    """
    return _FITS.index(fit)


def best_fit_first(links: Iterable[OccupationLink]) -> list[OccupationLink]:
    """Return the links to occupations in the order of their fit."""
    return sorted(links, key=lambda link: fit_rank(link.fit))


class MeasureInfo(Struct, frozen=True):
    """How one measure is named and counted."""

    title: str
    unit: Unit | None
    """None: the figure names something and counts nothing."""
    group: Group


MEASURES: dict[Measure, MeasureInfo] = {
    "growth": MeasureInfo("Growth", "percent", "outlook"),
    "openings": MeasureInfo("Openings", "openings a year", "outlook"),
    "employment": MeasureInfo("Jobs", "jobs", "outlook"),
    "self-employed": MeasureInfo("Self-employed, not in official pay", "percent", "outlook"),
    "time-to-enter": MeasureInfo("Time to enter", "years", "getting in"),
    "experience": MeasureInfo("Years of experience", "years", "getting in"),
    "entry-education": MeasureInfo("Typical entry education", None, "getting in"),
    "related-experience": MeasureInfo("Experience in a related job", None, "getting in"),
    "on-the-job-training": MeasureInfo("On-the-job training", None, "getting in"),
    "job-zone": MeasureInfo("Job zone", "zone", "getting in"),
    "degree": MeasureInfo("Most common degree", "percent", "getting in"),
    "major": MeasureInfo("Most common major", None, "getting in"),
    "college": MeasureInfo("Most common college", None, "getting in"),
    "best-city": MeasureInfo("Best-paying city", None, "best paying"),
    "best-state": MeasureInfo("Best-paying state", None, "best paying"),
    "best-company": MeasureInfo("Best-paying company", None, "best paying"),
    "best-industry": MeasureInfo("Best-paying industry", None, "best paying"),
    "satisfaction": MeasureInfo("Job satisfaction", "percent", "people"),
    "age": MeasureInfo("Average age", "years", "people"),
    "gender": MeasureInfo("Gender", "percent", "people"),
    "race": MeasureInfo("Race and ethnicity", "percent", "people"),
    "lgbt": MeasureInfo("LGBT share", "percent", "people"),
}

MIN_SELF_EMPLOYED = 25
"""From more than this percent of self-employed on, pay of employees says little of the people of an occupation."""

EDUCATION = (
    "No formal educational credential", "High school diploma or equivalent", "Some college, no degree",
    "Postsecondary nondegree award", "Associate's degree", "Bachelor's degree", "Master's degree",
    "Doctoral or professional degree",
)  # fmt: skip
"""The eight classes of typical entry education of the Employment Projections program, lowest first."""


def outlook_phrase(period: str | None, percent: float) -> str | None:
    """Return the phrase for `percent` growth over the decade `period` (`2024-34`), or None for an unchecked decade."""
    edges = _LOWER_EDGES.get(period or "")
    if edges is None:
        return None
    rounded = int(percent + 0.5) if percent >= 0 else -int(-percent + 0.5)
    for edge, phrase in zip(edges, PHRASES, strict=False):
        if rounded >= edge:
            return phrase
    return PHRASES[-1]


LITTLE_CHANGE = 1
"""Percent of growth in ten years up to which the Bureau speaks of little or no change."""
