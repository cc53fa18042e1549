"""An O*NET release, as text or as workbooks -> a profile and a job zone for each of its occupations.

Values stay as printed, on O*NET's own scales. `n/a` is a missing value, "Recommend Suppress" and "Not Relevant" are
kept beside the value they are about, and a list that the release has for others but not for an occupation is named.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeAlias, get_args

from msgspec import structs

from careercli.errors import ImportProblem
from careercli.importers.files import Member
from careercli.importers.layer import Imported, ProgressCallback, Skipped
from careercli.importers.onet_profiles import ElementRatings, Kind, OccupationDraft, make_layer
from careercli.importers.onet_release import Release, find_release, read_table
from careercli.importers.tables import Cell, Row, Table, as_number, as_text, column, columns, complete_rows, location
from careercli.model import Figure, Rating, RelatedOccupation, Share

FIRST_RELEASE = (25, 1)
"""The first on O*NET-SOC 2019, which follows SOC 2018."""
_SOC_2010 = ("15-1131.00", "15-1132.00", "15-1133.00")
"""Programmers and software developers, whose codes were not used again."""
_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}\Z")
_ELEMENT = re.compile(r"[0-9A-Za-z.:/-]+")
"""Ids of the content model, as the catalog has codes."""
_CODE_COLUMN = ("O*NET-SOC Code", "O*NET-SOC 2019 Code")
_N_A = ("", "n/a")

ShareScale: TypeAlias = Literal["education", "related experience", "on-site training", "on-the-job training"]
Tier: TypeAlias = Literal["primary-short", "primary-long", "supplemental"]

_RATED: dict[str, tuple[Kind, dict[Cell, tuple[int, int]]]] = {
    "skills": ("skill", {"IM": (1, 5), "LV": (0, 7)}),
    "knowledge": ("knowledge", {"IM": (1, 5), "LV": (0, 7)}),
    "work styles": ("work style", {"IM": (1, 5)}),
    "interests": ("interest", {"OI": (1, 7)}),
    "work values": ("work value", {"EX": (1, 7)}),
}
"""Table -> kind of rating, and the scales that are read with their ends."""
_HIGH_POINTS = frozenset(("IH", "VH"))
"""Ranks that follow from the ratings; not read."""
_SHARES: dict[str, ShareScale] = {
    "RL": "education", "RW": "related experience", "PT": "on-site training", "OJ": "on-the-job training",
}  # fmt: skip
_TIERS: dict[str, Tier] = {tier: tier for tier in get_args(Tier)}


def import_(members: Sequence[Member], progress: ProgressCallback) -> Imported:
    """Return the release as a catalog layer; raise ImportProblem for files that are not one, or follow SOC 2010."""
    return _Import(find_release(members), progress).run()


class _Import:
    """What the readers of the tables share."""

    def __init__(self, release: Release, progress: ProgressCallback) -> None:
        self.release = release
        self.tell = progress
        self.skipped: list[Skipped] = []
        self.drafts: dict[Cell, OccupationDraft] = {}  # by O*NET-SOC code
        self.activities: dict[str, str] = {}
        self.task_activities: dict[str, list[str]] = {}
        self.zone_names: dict[int, tuple[str | None, str | None]] = {}
        self.categories: dict[tuple[str, str], str] = {}

    def run(self) -> Imported:
        readers: dict[str, Callable[[Table], None]] = {
            "occupations": self.read_occupations,
            "alternate titles": lambda table: self.read_titles(table, ("Alternate Title", "Job Title"), "Short Title"),
            "reported titles": lambda table: self.read_titles(table, "Reported Job Title"),
            "tasks": self.read_tasks,
            "activities": self.read_activities,
            "activities of tasks": self.read_task_activities,
            "technology": self.read_technology,
            "tools": lambda table: self.read_names(table, "tools", "Example", "Commodity Title"),
            "job zone names": self.read_zone_names,
            "job zones": self.read_zones,
            "categories": self.read_categories,
            "shares": self.read_shares,
            "related occupations": self.read_related,
        }
        total = sum(len(found) for found in self.release.tables.values())
        done = 0
        for name, found in self.release.tables.items():
            for member in found:
                self.tell(member.name, done, total)
                table = read_table(member, self.skipped)
                if name in _RATED:
                    self.read_ratings(table, name)
                else:
                    readers[name](table)
                done += 1
        self.tell("", total, total)
        catalog, counts = make_layer(self.release, self.drafts.values(), self.task_activities)
        return Imported(catalog, counts, tuple(self.skipped))

    def read_occupations(self, table: Table) -> None:
        code_at, title_at, text_at = columns(table, _CODE_COLUMN, "Title", "Description")
        for number, row in complete_rows(table, self.skipped):
            code, title = as_text(row[code_at]), as_text(row[title_at])
            if code in _SOC_2010 or self.release.version < FIRST_RELEASE:
                message = f"{location(table, number)}: '{code}' in release {self.release.number} is of SOC 2010"
                hint = "Use release 25.1 or newer: https://www.onetcenter.org/db_releases.html"
                raise ImportProblem(f"{message}, not of O*NET-SOC 2019", hint=hint)
            if not _CODE.match(code) or not title:
                self.skip(
                    table, number, f"expected a code such as 11-1011.00 and a title, found {code!r} and {title!r}"
                )
            elif code in self.drafts:
                self.skip(table, number, f"the code {code} appears twice")
            else:
                self.drafts[code] = OccupationDraft(code, title, as_text(row[text_at]))
        if not self.drafts:
            raise ImportProblem(f"{location(table)}: expected occupations with codes such as 11-1011.00, found none")

    def read_titles(self, table: Table, *names: str | tuple[str, ...]) -> None:
        places = columns(table, *names)
        for _, row, draft in self.rows(table):
            for at in places:
                title = as_text(row[at])
                if title not in _N_A:
                    draft.titles.setdefault(title.casefold(), title)
                    draft.lists.add("titles")

    def read_tasks(self, table: Table) -> None:
        id_at, text_at, type_at = columns(table, "Task ID", "Task", "Task Type")
        types: dict[str, bool | None] = {"core": True, "supplemental": False, "n/a": None, "": None}
        for number, row, draft in self.rows(table):
            kind, text = as_text(row[type_at]), as_text(row[text_at])
            if kind.casefold() not in types or not text:
                self.skip(table, number, f"expected a task, Core, Supplemental or n/a, found {kind!r}")
                continue
            draft.tasks[as_text(row[id_at])] = text, types[kind.casefold()]
            draft.lists.add("tasks")

    def read_activities(self, table: Table) -> None:
        id_at, title_at = columns(table, ("DWA ID", "DWA Element ID"), ("DWA Title", "DWA Element Name"))
        for _, row in complete_rows(table, self.skipped):
            self.activities[as_text(row[id_at])] = as_text(row[title_at])

    def read_task_activities(self, table: Table) -> None:
        task_at, id_at = columns(table, "Task ID", ("DWA ID", "DWA Element ID"))
        title_at = column(table, ("DWA Title", "DWA Element Name"))
        for number, row, _ in self.rows(table):
            activity = as_text(row[id_at])
            title = self.activities.get(activity) or (as_text(row[title_at]) if title_at is not None else "")
            if title:
                self.task_activities.setdefault(as_text(row[task_at]), []).append(title)
            else:
                self.skip(table, number, f"the activity {activity} has no title in the release")

    def read_ratings(self, table: Table, name: str) -> None:
        kind, scales = _RATED[name]
        id_at, name_at, scale_at, value_at = columns(table, "Element ID", "Element Name", "Scale ID", "Data Value")
        suppress_at, relevant_at = column(table, "Recommend Suppress"), column(table, "Not Relevant")
        unknown: dict[Cell, tuple[int, int]] = {}
        lists: dict[str, dict[Cell, ElementRatings]] = {}
        for number, row, draft in self.rows(table):
            ends = scales.get(scale := row[scale_at])
            if ends is None:
                if scale not in _HIGH_POINTS:
                    first, count = unknown.get(scale, (number, 0))
                    unknown[scale] = first, count + 1
                continue
            values = lists.get(draft.code, {}).get(row[id_at])
            if values is None:
                element, title = as_text(row[id_at]), as_text(row[name_at])
                if not _ELEMENT.fullmatch(element) or not title:
                    self.skip(table, number, f"expected an element such as 2.A.1.a and its name, found {element!r}")
                    continue
                values = ElementRatings(element, title, kind)
                lists.setdefault(draft.code, {})[row[id_at]] = values
            value = self.number(table, number, row[value_at], *ends)
            if (values.level if scale == "LV" else values.importance) not in (None, value):
                self.skip(table, number, f"{as_text(row[id_at])} appears twice on {scale}, with different values")
            elif scale == "LV":
                values.level = value
            else:
                values.importance = value
            if suppress_at is not None and row[suppress_at] == "Y":
                values.unreliable = True
            if relevant_at is not None and row[relevant_at] == "Y":
                values.not_relevant = True
        for code, rated in lists.items():
            self.drafts[code].lists.add(name)
            self.drafts[code].ratings += (Rating(**structs.asdict(values)) for values in rated.values())
        for scale, (first, count) in unknown.items():
            self.skip(table, first, f"{count:,} rows on the scale {scale!r}, expected {' or '.join(map(str, scales))}")

    def read_technology(self, table: Table) -> None:
        names = (("Example", "Workplace Example"), ("Commodity Title", "Element Name"))
        self.read_names(table, "technology", *names, hot="Hot Technology")

    def read_names(self, table: Table, kind: str, *names: str | tuple[str, ...], hot: str | None = None) -> None:
        """Read the names and classes of one kind; the column `hot` marks those asked for most."""
        name_at, class_at = columns(table, *names)
        hot_at = columns(table, hot)[0] if hot else None
        for number, row, draft in self.rows(table):
            name, group = as_text(row[name_at]), as_text(row[class_at])
            if name in _N_A or group in _N_A:
                self.skip(table, number, f"expected a name and its category, found {name!r} and {group!r}")
                continue
            (draft.tools if kind == "tools" else draft.technology).setdefault(group, {})[name] = None
            draft.lists.add(kind)
            if hot_at is not None and row[hot_at] == "Y":
                draft.hot[name] = None

    def read_zone_names(self, table: Table) -> None:
        zone_at, name_at = columns(table, "Job Zone", "Name")
        svp_at = column(table, "SVP Range")
        for number, row in complete_rows(table, self.skipped):
            zone = self.whole_number(table, number, row[zone_at], 1, 5)
            svp = as_text(row[svp_at]).strip("()") if svp_at is not None else ""
            if zone is not None:
                self.zone_names[zone] = as_text(row[name_at]) or None, f"SVP {svp}" if svp else None

    def read_zones(self, table: Table) -> None:
        (zone_at,) = columns(table, "Job Zone")
        for number, row, draft in self.rows(table):
            value = self.whole_number(table, number, row[zone_at], 1, 5)
            if value is not None:
                phrase, note = self.zone_names.get(value, (None, None))
                draft.zone = Figure(
                    measure="job-zone", source=self.release.source, value=value, phrase=phrase, note=note
                )
                draft.lists.add("job zone")

    def read_categories(self, table: Table) -> None:
        scale_at, category_at, text_at = columns(table, "Scale ID", "Category", "Category Description")
        for _, row in complete_rows(table, self.skipped):
            self.categories[as_text(row[scale_at]), as_text(row[category_at])] = as_text(row[text_at])

    def read_shares(self, table: Table) -> None:
        scale_at, category_at, value_at = columns(table, "Scale ID", "Category", "Data Value")
        suppress_at = column(table, "Recommend Suppress")
        for number, row, draft in self.rows(table):
            scale, category = as_text(row[scale_at]), as_text(row[category_at])
            if scale not in _SHARES:
                continue  # the importance of certificates, which no share is
            text = self.categories.get((scale, category))
            if not text:
                self.skip(table, number, f"category {category} of {scale} has no text in the release")
                continue
            percent = self.number(table, number, row[value_at], 0, 100)
            if percent is not None:
                unreliable = suppress_at is not None and row[suppress_at] == "Y"
                share = Share(scale=_SHARES[scale], category=text, percent=percent, unreliable=unreliable)
                draft.shares[scale, category] = share
                draft.lists.add("education and experience")

    def read_related(self, table: Table) -> None:
        other_at, tier_at = columns(table, "Related O*NET-SOC Code", "Relatedness Tier")
        (rank_at,) = columns(table, ("Index", "Related Index"))
        for number, row, draft in self.rows(table):
            other, tier = self.drafts.get(row[other_at]), _TIERS.get(as_text(row[tier_at]).casefold())
            rank = self.whole_number(table, number, row[rank_at], 1, 1000)
            if other is None or tier is None:
                found = f"{as_text(row[other_at])} and {as_text(row[tier_at])!r}"
                self.skip(
                    table, number, f"expected a known code and Primary-Short, -Long or Supplemental, found {found}"
                )
            elif rank is not None:
                draft.related[other.key] = RelatedOccupation(code=other.key, tier=tier, rank=rank)
                draft.lists.add("related occupations")

    def rows(self, table: Table) -> Iterator[tuple[int, Row, OccupationDraft]]:
        """Yield number, row and occupation of each row about an occupation of the release."""
        (code_at,) = columns(table, _CODE_COLUMN)
        width, known = len(table.header), self.drafts
        for number, row in enumerate(table.rows, table.first_row):
            if len(row) == width and (draft := known.get(row[code_at])) is not None:
                yield number, row, draft
            elif len(row) == width and as_text(row[code_at]):
                self.skip(table, number, f"the code {as_text(row[code_at])!r} is not in Occupation Data")
            elif any(cell is not None for cell in row):
                self.skip(table, number, f"expected {width} cells and a code, found {len(row)} cells")

    def whole_number(self, table: Table, row: int, cell: Cell, low: int, high: int) -> int | None:
        """Return a number that counts something, under the same terms as `number`."""
        value = self.number(table, row, cell, low, high)
        if value is None or value.is_integer():
            return None if value is None else int(value)
        self.skip(table, row, f"expected a whole number from {low} to {high}, found {as_text(cell)!r}")
        return None

    def number(self, table: Table, row: int, cell: Cell, low: int, high: int) -> float | None:
        """Return a value between the ends of its scale, None for n/a; anything else is skipped aloud."""
        if cell is None or cell == "n/a":
            return None
        value = as_number(cell)
        if value is not None and low <= value <= high:
            return value
        self.skip(table, row, f"expected a number from {low} to {high} or n/a, found {as_text(cell)!r}")
        return None

    def skip(self, table: Table, row: int, reason: str) -> None:
        self.skipped.append(Skipped(table.file_label, table.sheet, row, reason))
