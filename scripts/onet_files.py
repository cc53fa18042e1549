"""What the text files of an O*NET release say of occupations, read without careercli.importers."""

import csv
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from careercli.matching import name_key
from careercli.model import Profile

FOLDER = "onet-29.2"
_IMPORTANCE = ("IM", "OI", "EX")
_RATED = ("Skills", "Knowledge", "Work Styles", "Interests", "Work Values")
_SHARED = "Education, Training, and Experience"
_SCALES = {"RL": "education", "RW": "related experience", "PT": "on-site training", "OJ": "on-the-job training"}


class OnetFiles:
    """A release: texts and numbers of each occupation by its O*NET code."""

    def __init__(self, folder: str) -> None:
        self._folder = os.path.join(folder, FOLDER)
        self.descriptions = {row["O*NET-SOC Code"]: row["Description"] for row in self._rows("Occupation Data")}
        self.ratings: dict[str, dict[str, dict[str, float]]] = defaultdict(dict)
        """Code -> element -> scale -> value."""
        for table in _RATED:
            for row in self._rows(table):
                if row["Scale ID"] in (*_IMPORTANCE, "LV"):
                    scales = self.ratings[row["O*NET-SOC Code"]].setdefault(row["Element ID"], {})
                    scales[row["Scale ID"]] = float(row["Data Value"])
        self.tasks = self._texts(("Task Statements", "Task"))
        self.titles = self._texts(
            ("Alternate Titles", "Alternate Title"), ("Alternate Titles", "Short Title"),
            ("Sample of Reported Titles", "Reported Job Title"),
        )  # fmt: skip
        answers = {
            (row["Scale ID"], row["Category"]): row["Category Description"]
            for row in self._rows(f"{_SHARED} Categories")
        }
        self.shares: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
        for row in self._rows(_SHARED):
            if row["Scale ID"] not in _SCALES:
                continue
            answer = answers[row["Scale ID"], row["Category"]]
            self.shares[row["O*NET-SOC Code"]][_SCALES[row["Scale ID"]], answer] = float(row["Data Value"])
        self.related: dict[str, set[tuple[str, str, int]]] = defaultdict(set)
        for row in self._rows("Related Occupations"):
            tier, rank = row["Relatedness Tier"].lower(), int(row["Index"])
            self.related[row["O*NET-SOC Code"]].add((row["Related O*NET-SOC Code"], tier, rank))

    def differences(self, code: str, profile: Profile, checked: Counter[str]) -> Iterator[str]:
        """Yield what a profile says that the files do not say, or leaves out; count its numbers under its source."""
        key = full(code)
        if profile.description != self.descriptions.get(key):
            yield "another description"
        if {task.text for task in profile.tasks} != self.tasks[key]:
            yield "other tasks"
        known = {name_key(title) for title in self.titles[key]}
        yield from (f"a title {title!r}" for title in _titles(profile) if name_key(title) not in known)
        ratings = self.ratings[key]
        if {rating.element for rating in profile.ratings} != ratings.keys():
            yield "ratings of other elements"
        for rating in profile.ratings:
            scales = ratings.get(rating.element, {})
            importance = next((scales[scale] for scale in _IMPORTANCE if scale in scales), None)
            checked[profile.source] += (rating.importance is not None) + (rating.level is not None)
            if (rating.importance, rating.level) != (importance, scales.get("LV")):
                yield f"{rating.element} {rating.importance} {rating.level}, not {scales}"
        said = {(share.scale, share.category): share.percent for share in profile.shares}
        checked[profile.source] += len(said)
        if said != self.shares[key]:
            yield "other shares of education, experience or training"
        checked[profile.source] += len(profile.related)
        if {(full(one.code), one.tier, one.rank) for one in profile.related} != self.related[key]:
            yield "another list of related occupations"

    def _texts(self, *columns: tuple[str, str]) -> Mapping[str, set[str]]:
        texts: dict[str, set[str]] = defaultdict(set)
        for table, column in columns:
            for row in self._rows(table):
                texts[row["O*NET-SOC Code"]].add(row[column])
        return texts

    def _rows(self, table: str) -> Iterator[dict[str, str]]:
        with open(os.path.join(self._folder, f"{table}.txt"), encoding="utf-8", newline="") as stream:
            yield from csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)


def full(code: str) -> str:
    """Return a code as O*NET writes it: `29-1141` is `29-1141.00`."""
    return code if "." in code else f"{code}.00"


def _titles(profile: Profile) -> Iterator[str]:
    yield from (*profile.titles, *profile.shared_titles)
