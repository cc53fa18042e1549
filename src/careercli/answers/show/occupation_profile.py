"""What an official survey says of the class that a role is, or is part of: lists beside the catalog's own text."""

from collections.abc import Iterable
from typing import Any

from careercli.amounts import format_number, join_words
from careercli.answers.shared.figures import RoleData
from careercli.answers.shared.view_parts import TermView
from careercli.answers.shared.wording import fit_words
from careercli.answers.show.view import SectionView
from careercli.catalog.reader import CatalogReader
from careercli.measures import best_fit_first
from careercli.model import Profile, Rating, Role

PROFILE_SECTIONS: dict[str, str] = {
    "survey-tasks": "Survey: tasks",
    "survey-skills": "Survey: skills and knowledge",
    "survey-technology": "Survey: technology",
    "survey-person": "Survey: interests, values and work styles",
    "survey-preparation": "Survey: education and experience",
    "survey-titles": "Survey: job titles",
    "survey-related": "Survey: related occupations",
}
_SCALES = {"interest": "1 to 7", "work value": "1 to 7"}
_TIERS = {"primary-short": "nearest", "primary-long": "near", "supplemental": "further"}


def profile_sections(reader: CatalogReader, role_data: RoleData, role: Role, *, generated: bool) -> list[SectionView]:
    """Return the survey's lists for the best fitting class that has a profile; none where no profile was imported.

    A role made from an occupation says tasks and technology itself already.
    """
    for link in best_fit_first(role.occupations):
        occupation = role_data.occupations[link.code]
        if occupation.profile is not None and link.fit != "proxy":
            counted = f"{occupation.title} ({link.code})" + fit_words(link.fit)
            return list(_sections(reader, role_data, occupation.profile, counted, generated=generated))
    return []


def _sections(
    reader: CatalogReader, role_data: RoleData, profile: Profile, counted: str, *, generated: bool
) -> Iterable[SectionView]:
    source = role_data.sources[profile.source].title
    made: dict[str, dict[str, Any]] = {
        "survey-tasks": {"items": () if generated else _tasks(profile)},
        "survey-skills": {"terms": _ratings(profile, ("skill", "knowledge"))},
        "survey-technology": {"terms": () if generated else _technology(profile)},
        "survey-person": {"terms": _ratings(profile, ("interest", "work value", "work style"))},
        "survey-preparation": {"terms": _shares(profile)},
        "survey-titles": {
            "terms": lists(("Only for this occupation", profile.titles), ("For others too", profile.shared_titles))
        },
        "survey-related": {"terms": _related(reader, profile)},
    }
    for key, parts in made.items():
        text = f"{counted}; {source}." if any(parts.values()) else None
        if text is None and key == "survey-skills" and profile.missing:
            text = f"{source} has no {join_words(profile.missing, 'or')} for {counted}."
        if text is not None:
            yield SectionView(
                section=key, section_title=PROFILE_SECTIONS[key], text=text, source=profile.source, **parts
            )


def lists(*named: tuple[str, tuple[str, ...]]) -> tuple[TermView, ...]:
    """Return the lists that have items, each with its name."""
    return tuple(list_of(name, items) for name, items in named if items)


def list_of(name: str, items: Iterable[str]) -> TermView:
    """Return a list with its name."""
    return TermView(term=name, role=None, level=None, text=None, items=tuple(items))


def _tasks(profile: Profile) -> tuple[str, ...]:
    """Return the tasks, core ones first, each with the detailed work activities that it belongs to."""
    ordered = sorted(profile.tasks, key=lambda task: not task.core)
    return tuple(f"{task.text} [{'; '.join(task.activities)}]" if task.activities else task.text for task in ordered)


def _ratings(profile: Profile, kinds: tuple[str, ...]) -> tuple[TermView, ...]:
    """Return the ratings with the scale that they are printed on, highest first within each kind."""
    rated = [rating for rating in profile.ratings if rating.kind in kinds and rating.importance is not None]
    rated.sort(key=lambda rating: (kinds.index(rating.kind), -(rating.importance or 0)))
    return tuple(TermView(term=rating.name, role=None, level=None, text=_rating(rating), items=()) for rating in rated)


def _rating(rating: Rating) -> str:
    scale = _SCALES.get(rating.kind, "1 to 5")
    text = f"{rating.kind}, {format_number(rating.importance or 0, 2)} on a scale of {scale}"
    if rating.not_relevant:
        text += ", level not relevant"
    elif rating.level is not None:
        text += f", level {format_number(rating.level, 2)} of 0 to 7"
    return f"{text}; the source calls it unreliable." if rating.unreliable else f"{text}."


def _technology(profile: Profile) -> tuple[TermView, ...]:
    hot = set(profile.hot_technology)
    return tuple(
        list_of(name, (f"{one} (in demand)" if one in hot else one for one in names))
        for name, names in profile.technology.items()
    )


def _shares(profile: Profile) -> tuple[TermView, ...]:
    scales: dict[str, list[str]] = {}
    for share in profile.shares:
        if share.percent:
            doubt = ", unreliable" if share.unreliable else ""
            scales.setdefault(share.scale, []).append(f"{format_number(share.percent, 1)}% {share.category}{doubt}")
    return tuple(list_of(scale.capitalize(), lines) for scale, lines in scales.items())


def _related(reader: CatalogReader, profile: Profile) -> tuple[TermView, ...]:
    titles = reader.occupation_titles(other.code for other in profile.related)
    tiers: dict[str, list[str]] = {}
    for other in sorted(profile.related, key=lambda other: other.rank):
        tiers.setdefault(_TIERS[other.tier], []).append(f"{titles.get(other.code, 'an occupation')} ({other.code})")
    return tuple(list_of(tier.capitalize(), names) for tier, names in tiers.items())
