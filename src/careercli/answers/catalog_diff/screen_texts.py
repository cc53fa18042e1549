"""What the first screen of a catalog diff says in sentences: raises, cuts, later promotion, new duties."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from careercli.amounts import counted, format_percent, join_words
from careercli.answers.catalog_diff.pay_changes import PayChange, amounts_text, pay_changes
from careercli.answers.catalog_diff.summary import OTHERS
from careercli.answers.catalog_diff.view import CatalogDiffView, DiffRow
from careercli.answers.catalog_diff.years_changes import moved_people, years, years_changes
from careercli.answers.shared.screen_parts import sentence, some, strong
from careercli.blocks import Paragraph, Span

MAX_NAMED = 2
"""Levels or jobs that get a sentence each; of more one sentence says how many."""
MAX_TITLES = 3
MAX_WARNINGS = 4
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Names:
    """What levels are called: with their job, unless there is only one or the title says it."""

    def __init__(self, rows: Sequence[DiffRow]) -> None:
        self._one_role = len({row.entry for row in rows if row.role is not None}) == 1

    def of(self, row: DiffRow) -> str:
        """Return what a row is about."""
        if row.level is None:
            return row.title
        title = row.level_title or row.level
        said = self._one_role or row.title.casefold() in title.casefold()
        return title if said else f"{title} ({row.title})"


def others(rows: Iterable[DiffRow], *, is_all: bool) -> Iterator[Paragraph]:
    """Yield how many changes of which kind there are that nothing else tells of."""
    counts = Counter(row.section for row in rows)
    parts = [counted(count, *OTHERS[section]) for section, count in counts.most_common(MAX_TITLES)]
    if len(counts) > MAX_TITLES:
        parts.append("more")
    if parts:
        yield sentence(f"{'What changed' if is_all else 'Also changed'}: {join_words(parts)}.")


def sentences(view: CatalogDiffView, names: Names) -> Iterator[Paragraph]:
    """Yield the outcome: pay first, then years, duties and skills of levels, then jobs and sources."""
    if not view.rows:
        yield sentence("The two versions say the same.")
        return
    yield from _pay(pay_changes(view.rows), names)
    yield from _years(view.rows, names)
    yield from _levels(view.rows, names)
    yield from _roles(view.rows)
    yield from _sources(view.rows)
    also = {role for row in view.rows for role in row.also}
    if also:
        yield sentence(f"{counted(len(also), 'other job inherits', 'other jobs inherit')} these changes.")


# ---- pay ----


def _pay(changes: Sequence[PayChange], names: Names) -> Iterator[Paragraph]:
    for way in ("up", "down", "both ways"):
        levels = [one for one in changes if one.way == way and one.row.level]
        others = [one for one in changes if one.way == way and not one.row.level]
        if len(levels) <= MAX_NAMED:
            yield from (_level_pay(one, names) for one in levels)
        else:
            verb = {"up": "get a raise", "down": "get a pay cut"}.get(way, "have pay that moves both ways")
            yield sentence(strong(f"{len(levels)} levels"), f" {verb}, {_span(levels)}.")
        if len(others) <= MAX_NAMED:
            yield from (_role_pay(one) for one in others)
        else:
            count = len({one.row.entry for one in others})
            kind = "jobs" if all(one.row.role for one in others) else "official groups"
            yield sentence(f"Pay goes {way} for ", strong(f"{count:,} {kind}"), f", {_span(others)}.")


def _span(changes: Iterable[PayChange]) -> str:
    """Write the least and the most that pay moves."""
    shares = sorted(abs(share) for one in changes for share in one.percents if share)
    moved = list(dict.fromkeys(map(format_percent, shares)))
    if not moved:
        return "by amounts that cannot be compared"
    return f"by {moved[0]}" if len(moved) == 1 else f"by {moved[0]} to {moved[-1]}"


def _level_pay(change: PayChange, names: Names) -> Paragraph:
    verb = {"up": "gets a raise", "down": "gets a pay cut"}.get(change.way or "", "has pay that moves both ways")
    return sentence(strong(names.of(change.row)), f" {verb}: ", *_instead(change))


def _role_pay(change: PayChange) -> Paragraph:
    return sentence("Pay goes ", f"{change.way} for ", strong(change.row.title), ": ", *_instead(change))


def _instead(change: PayChange) -> list[str | Span]:
    points = change.told
    kind = {"mean": " (average)", "median": " (median)"}.get(points[0].statistic or "", "")
    if len(points) == 1 and not kind:
        kind = {"low": " at the low end", "high": " at the high end"}.get(points[0].statistic or "", "")
    before, after = (amounts_text(points, side, short=True) for side in ("before", "after"))
    return [strong(after), f" {change.per} instead of {before}{kind}."]


# ---- levels ----


def _years(rows: Sequence[DiffRow], names: Names) -> Iterator[Paragraph]:
    changes = years_changes(rows)
    for word, moved in (
        ("later", [one for one in changes if one.later > 0]),
        ("earlier", [one for one in changes if one.later < 0]),
    ):
        if len(moved) <= MAX_NAMED:
            for one in moved:
                size = abs(one.later)
                by = "a year" if size == 1 else years(size)
                yield sentence(strong(names.of(one.row)), f" comes {by} {word}.")
        else:
            yield sentence(strong(f"{len(moved)} levels"), f" come {word}.")


def _levels(rows: Sequence[DiffRow], names: Names) -> Iterator[Paragraph]:
    for kind, word in (("added", "new"), ("gone", "gone")):
        whole = [names.of(row) for row in rows if row.level and not row.field and row.kind == kind]
        if whole:
            count = counted(len(whole), "level is", "levels are")
            yield sentence(strong(count.rpartition(" ")[0]), f" {count.rpartition(' ')[2]} {word}{_naming(whole)}.")
    more, less = (
        Counter(names.of(row) for row in rows if row.level and row.field == "duties" and row.kind == kind)
        for kind in ("added", "gone")
    )
    who = list(dict.fromkeys((*more, *less)))
    if len(who) <= MAX_NAMED:
        for name in who:
            told = [
                *([f"{_count(more[name])} new {_duties(more[name])}"] if more[name] else []),
                *([f"{_count(less[name])} {_duties(less[name])} fewer"] if less[name] else []),
            ]
            yield sentence(strong(name), f" has {' and '.join(told)}.")
    else:
        added, gone = sum(more.values()), sum(less.values())
        told = [*([f"{added} new {_duties(added)}"] if added else []), *([f"{gone} fewer"] if gone else [])]
        yield sentence(strong(f"{len(who)} levels"), f" have other duties: {' and '.join(told)}.")
    skilled = Counter(names.of(row) for row in rows if row.field == "skills" and row.kind in ("added", "raised"))
    if skilled and len(skilled) <= MAX_NAMED:
        for name, skills in skilled.items():
            yield sentence(strong(name), f" needs more of {_count(skills)} {'skill' if skills == 1 else 'skills'}.")
    elif skilled:
        yield sentence(strong(f"{len(skilled)} jobs or levels"), " need more skills.")


def _count(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _duties(number: int) -> str:
    return "duty" if number == 1 else "duties"


# ---- jobs and sources ----


def _roles(rows: Sequence[DiffRow]) -> Iterator[Paragraph]:
    for kind, word in (("added", "new"), ("gone", "gone")):
        titles = [row.title for row in rows if row.section == "roles" and not row.field and row.kind == kind]
        if titles:
            count, verb = counted(len(titles), "job is", "jobs are").rsplit(" ", 1)
            yield sentence(strong(count), f" {verb} {word}{_naming(titles)}.")
    named = [row for row in rows if row.role and not row.level and row.kind == "renamed" and row.field == "title"]
    if len(named) <= MAX_NAMED:
        for row in named:
            yield sentence(f"{row.before} is now called ", strong(row.after or ""), ".")
    else:
        yield sentence(strong(f"{len(named)} jobs"), " have another title.")


def _naming(titles: Sequence[str]) -> str:
    return f": {some(titles, MAX_TITLES)}"


def _sources(rows: Sequence[DiffRow]) -> Iterator[Paragraph]:
    renewed = [row for row in rows if row.section == "sources" and row.kind == "renewed"]
    if renewed:
        texts = [f"{row.title}, {row.before} to {row.after}" for row in renewed]
        named = f": {texts[0]}" if len(texts) == 1 else ""
        yield sentence(f"{counted(len(renewed), 'source has', 'sources have')} a newer edition{named}.")


# ---- look twice ----


def warnings(view: CatalogDiffView, names: Names) -> list[str]:
    """Return what to look at twice: cuts without a reason, people who change level, levels that are gone."""
    noted = {(row.entry, row.level) for row in view.rows if row.section == "pay" and row.what.endswith(": note")}
    found = [
        f"{names.of(one.row)} pays less than before, and no new note says why."
        for one in pay_changes(view.rows)
        if one.way == "down" and one.row.level and (one.row.entry, one.row.level) not in noted
    ]
    found += moved_people(years_changes(view.rows))
    found += [
        f"{names.of(row)} is gone. People on it have no level now."
        for row in view.rows
        if row.level and not row.field and row.kind == "gone"
    ]
    return found
