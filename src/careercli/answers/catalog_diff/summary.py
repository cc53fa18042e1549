"""The outcome of a catalog diff in a few sentences, made of its rows alone."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from careercli.amounts import counted, format_number, format_percent, join_words
from careercli.answers.catalog_diff.view import DiffRow, Section

MAX_NAMED = 3
"""Roles, levels or sources that a sentence names; of more it gives the number."""
OTHERS: Mapping[Section, tuple[str, str]] = {
    "roles": ("line about a job", "lines about jobs"),
    "levels": ("line about a level", "lines about levels"),
    "pay": ("other pay figure", "other pay figures"),
    "figures": ("figure other than pay", "figures other than pay"),
    "skills": ("skill of a job", "skills of jobs"),
    "occupations": ("line about an official occupation", "lines about official occupations"),
    "sources": ("line about a source", "lines about sources"),
    "vocabulary": ("line about a skill", "lines about skills"),
    "families": ("line about a family", "lines about families"),
    "places": ("line about a place", "lines about places"),
    "catalog": ("line about the catalog itself", "lines about the catalog itself"),
}
"""What a change is called that has no sentence of its own, one and several."""
_MORE, _LESS = ("added", "raised"), ("gone", "lowered")
_ASKED = ("duties", "focus", "skills")


def summary(rows: Sequence[DiffRow]) -> tuple[str, ...]:
    """Return the sentences: what is new, gone and renamed, then pay, what levels need, sources, and how much more."""
    if not rows:
        return ("The two catalogs say the same.",)
    told: set[int] = set()
    numbered = dict(enumerate(rows))
    sentences = [
        *_roles(numbered, told),
        *_pay(numbered, told),
        *_levels(numbered, told),
        *_sources(numbered, told),
        *_others([row for at, row in numbered.items() if at not in told]),
    ]
    return tuple(sentences)


Numbered = Mapping[int, DiffRow]


def _roles(rows: Numbered, told: set[int]) -> Iterator[str]:
    whole = {at: row for at, row in rows.items() if row.section == "roles" and not row.field}
    names = {at: row for at, row in rows.items() if row.section == "roles" and row.kind == "renamed"}
    told.update(whole.keys() | names.keys())
    for kind, words in (("added", "new"), ("gone", "removed")):
        titles = [row.title for row in whole.values() if row.kind == kind]
        if titles:
            yield f"{counted(len(titles), 'role is', 'roles are')} {words}{_naming(titles)}."
    called = [f"{row.before} is now called {row.after}" for row in names.values() if row.field == "title"]
    moved = [
        f"{row.title} has the id {row.after} instead of {row.before}" for row in names.values() if row.field == "id"
    ]
    for texts, many in ((called, "roles have a new title"), (moved, "roles have a new id")):
        if texts:
            yield f"{join_words(texts)}." if len(texts) <= MAX_NAMED else f"{format_number(len(texts))} {many}."


def _naming(titles: Sequence[str]) -> str:
    return f": {join_words(list(titles))}" if len(titles) <= MAX_NAMED else ""


# ---- pay ----


def _pay(rows: Numbered, told: set[int]) -> Iterator[str]:
    """Say by how much the middle of pay moves: by the median, where there is none by the mean."""
    middle: dict[tuple[str | None, ...], int] = {}
    for at, row in rows.items():
        if row.section == "pay" and row.statistic in ("median", "mean") and row.percent is not None:
            key = (row.role, row.entry, row.level, row.what, row.after_period)
            if row.statistic == "median" or key not in middle:
                middle[key] = at
    told.update({at for at, row in rows.items() if row.section == "pay" and row.amount is not None})
    central = [rows[at] for at in middle.values()]
    for of_roles, one, many in ((True, "", "roles"), (False, "the occupation ", "official occupations")):
        percents: dict[str, list[float]] = {}
        for row in central:
            if (row.role is not None) is of_roles:
                percents.setdefault(row.entry, []).append(row.percent or 0.0)
        titles = {row.entry: f"{one}{row.title}" for row in central}
        up = {key: changes for key, changes in percents.items() if min(changes) >= 0 < max(changes)}
        down = {key: changes for key, changes in percents.items() if min(changes) < 0 >= max(changes)}
        mixed = [key for key, changes in percents.items() if min(changes) < 0 < max(changes)]
        still = [key for key, changes in percents.items() if set(changes) == {0.0}]

        def whom(keys: Collection[str], titles: Mapping[str, str] = titles, many: str = many) -> str:
            return titles[next(iter(keys))] if len(keys) == 1 else f"{format_number(len(keys))} {many}"

        for moved, way in ((up, "up"), (down, "down")):
            if moved:
                yield f"For {whom(moved)}, pay goes {way} by {_range(moved.values())}."
        if mixed:
            yield f"For {whom(mixed)}, some pay goes up and some goes down."
        if still:
            yield f"For {whom(still)}, newer pay is the same as before."


def _range(changes: Iterable[Sequence[float]]) -> str:
    """Write the least and the most that pay moves."""
    amounts = [abs(change) for of_one in changes for change in of_one if change]
    low, high = format_percent(min(amounts)), format_percent(max(amounts))
    return low if low == high else f"{low} to {high}"


# ---- levels ----


def _levels(rows: Numbered, told: set[int]) -> Iterator[str]:
    of_levels = {at: row for at, row in rows.items() if row.level and row.section == "levels"}
    whole = {at: row for at, row in of_levels.items() if not row.field}
    told.update(whole.keys())
    for kind, words in (("added", "new"), ("gone", "removed")):
        titles = [_level(row) for row in whole.values() if row.kind == kind]
        if titles:
            yield f"{counted(len(titles), 'level is', 'levels are')} {words}{_naming(titles)}."
    required = {at: row for at, row in of_levels.items() if row.field in _ASKED and row.kind in (*_MORE, *_LESS)}
    told.update(required.keys())
    by_level: dict[tuple[str, str | None], list[DiffRow]] = {}
    for row in required.values():
        by_level.setdefault((row.entry, row.level), []).append(row)
    if len(by_level) <= MAX_NAMED:
        yield from (_requirement_changes(of_level) for of_level in by_level.values())
        return
    for kinds, words in ((_MORE, "need more"), (_LESS, "need less")):
        levels = sum(any(row.kind in kinds for row in of_level) for of_level in by_level.values())
        if levels:
            yield f"{format_number(levels)} levels {words if levels > 1 else words.replace('need', 'needs')}."


def _level(row: DiffRow) -> str:
    """Name a level; with its role, unless the title says it."""
    title = row.level_title or row.level or ""
    return title if row.title.casefold() in title.casefold() else f"{title} ({row.title})"


def _requirement_changes(rows: Sequence[DiffRow]) -> str:
    """Say what a level needs now and what no longer."""
    parts = []
    words = {"added": "now needs", "raised": "needs more of", "lowered": "needs less of", "gone": "no longer needs"}
    for kind, verb in words.items():
        things = [_record_name(row) for row in rows if row.kind == kind]
        if things:
            parts.append(
                f"{verb} {join_words(things) if len(things) <= MAX_NAMED else f'{format_number(len(things))} things'}"
            )
    also = {role for row in rows for role in row.also}
    children = f" So {'does' if len(also) == 1 else 'do'} {_inheriting_roles(sorted(also))}." if also else ""
    return f"{_level(rows[0])} {join_words(parts)}.{children}"


def _inheriting_roles(roles: Sequence[str]) -> str:
    return join_words(list(roles)) if len(roles) <= MAX_NAMED else f"{format_number(len(roles))} roles that extend it"


def _record_name(row: DiffRow) -> str:
    return row.what if row.field == "skills" else f"“{(row.after or row.before or '').rstrip('.')}”"


# ---- the rest ----


def _sources(rows: Numbered, told: set[int]) -> Iterator[str]:
    renewed = {at: row for at, row in rows.items() if row.section == "sources" and row.kind == "renewed"}
    told.update(renewed.keys())
    texts = [f"{row.title} ({row.before} to {row.after})" for row in renewed.values()]
    if texts:
        yield f"{counted(len(texts), 'source has', 'sources have')} a newer edition{_naming(texts)}."


def _others(rows: Sequence[DiffRow]) -> Iterator[str]:
    counts = Counter(row.section for row in rows)
    parts = [counted(count, *OTHERS[section]) for section, count in counts.items()]
    if parts:
        yield f"Also changed: {join_words(parts)}."
