"""What the tables of an O*NET release say of one occupation, gathered row by row, and the layer made of all of them."""

from collections.abc import Collection, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, structs

from careercli.importers.onet_release import Release
from careercli.model import Catalog, Figure, Occupation, Profile, Rating, RelatedOccupation, Share, Source, Task

Kind: TypeAlias = Literal["skill", "knowledge", "work style", "interest", "work value"]
Activities: TypeAlias = Mapping[str, list[str]]
"""Task id -> the titles of its detailed activities."""


class OccupationDraft(Struct):
    """An occupation while its lists are being read."""

    code: str
    title: str
    description: str
    titles: dict[str, str] = {}  # by folded title
    tasks: dict[str, tuple[str, bool | None]] = {}  # by task id
    ratings: list[Rating] = []
    technology: dict[str, dict[str, None]] = {}
    hot: dict[str, None] = {}
    tools: dict[str, dict[str, None]] = {}
    zone: Figure | None = None
    shares: dict[tuple[str, str], Share] = {}
    related: dict[str, RelatedOccupation] = {}
    lists: set[str] = set()

    @property
    def key(self) -> str:
        """Return the code that statistics use where they count this very class, else O*NET's own."""
        return self.code.removesuffix(".00")


class ElementRatings(Struct):
    """What the rows of one element of one occupation say, in the fields of `model.Rating`."""

    element: str
    name: str
    kind: Kind
    importance: float | None = None
    level: float | None = None
    unreliable: bool = False
    not_relevant: bool = False


def make_layer(
    release: Release, drafts: Collection[OccupationDraft], activities: Activities
) -> tuple[Catalog, dict[str, int]]:
    """Return the layer and what is counted in it."""
    lists = set().union(*(draft.lists for draft in drafts))
    owners: dict[str, int] = {}
    for draft in drafts:
        for title in {draft.title.casefold(), *draft.titles}:
            owners[title] = owners.get(title, 0) + 1
    source = release.source
    occupations = {
        draft.key: _occupation(draft, source, lists, owners, activities)
        for draft in sorted(drafts, key=lambda draft: draft.key)
    }
    for code, occupation in occupations.items():
        if occupation.part_of and occupation.part_of not in occupations:  # a damaged release may lack the class
            occupations[code] = structs.replace(occupation, part_of=None)
    catalog = Catalog(
        schema_version=1,
        name=source,
        title=f"O*NET {release.number}",
        note="Made from the official files. Do not edit this layer; import the files again.",
        sources={source: _source(release)},
        occupations=occupations,
    )
    return catalog, _counts(occupations, lists)


def _occupation(
    draft: OccupationDraft, source: str, lists: set[str], owners: dict[str, int], activities: Activities
) -> Occupation:
    wider = draft.code[:7]
    others = {folded: title for folded, title in draft.titles.items() if folded != draft.title.casefold()}
    profile = Profile(
        source=source,
        description=draft.description or None,
        titles=tuple(title for folded, title in others.items() if owners[folded] == 1),
        shared_titles=tuple(title for folded, title in others.items() if owners[folded] > 1),
        tasks=tuple(
            Task(text=text, core=core, activities=tuple(dict.fromkeys(activities.get(task, ()))))
            for task, (text, core) in draft.tasks.items()
        ),
        ratings=tuple(draft.ratings),
        technology={group: tuple(names) for group, names in draft.technology.items()},
        hot_technology=tuple(draft.hot),
        tools={group: tuple(names) for group, names in draft.tools.items()},
        shares=tuple(draft.shares.values()),
        related=tuple(draft.related.values()),
        missing=tuple(sorted(lists - draft.lists)),
    )
    return Occupation(
        title=draft.title,
        scheme="soc-2018" if draft.key == wider else "onet-soc-2019",
        figures=(draft.zone,) if draft.zone else (),
        part_of=None if draft.key == wider else wider,
        profile=profile,
    )


def _source(release: Release) -> Source:
    return Source(
        title=f"O*NET {release.number} Database",
        short=f"O*NET {release.number}",
        kind="official",
        publisher="US Department of Labor, Employment and Training Administration",
        period=release.period,
        licence="CC BY 4.0",
        address="https://www.onetcenter.org/database.html",
        note=(
            f"Includes information from the O*NET {release.number} Database by the U.S. Department of Labor, "
            "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a "
            "trademark of USDOL/ETA. The information was modified: rearranged by occupation, and parts left out. "
            "USDOL/ETA has not approved, endorsed, or tested these modifications."
        ),
    )


def _counts(occupations: dict[str, Occupation], lists: set[str]) -> dict[str, int]:
    profiles = [occupation.profile for occupation in occupations.values() if occupation.profile]
    counts = {
        "occupations": len(occupations),
        "other titles": sum(len(profile.titles) for profile in profiles),
        "shared titles": sum(len(profile.shared_titles) for profile in profiles),
        "tasks": sum(len(profile.tasks) for profile in profiles),
        "ratings": sum(len(profile.ratings) for profile in profiles),
        "technologies": sum(len(names) for profile in profiles for names in profile.technology.values()),
        "tools": sum(len(names) for profile in profiles for names in profile.tools.values()),
        "shares": sum(len(profile.shares) for profile in profiles),
        "job zones": sum(len(occupation.figures) for occupation in occupations.values()),
        "related occupations": sum(len(profile.related) for profile in profiles),
    }
    for name in sorted(lists):
        without = sum(name in profile.missing for profile in profiles)
        if without:
            counts[f"occupations without {name}"] = without
    return counts
