"""Roles and levels side by side, like with like: a row is one statistic of one source, period, place and population."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from careercli.amounts import difference
from careercli.answers.compare.arrange import GROUPS, SortBy, in_order, known_groups, rows_to_show
from careercli.answers.compare.conclusions import share_of
from careercli.answers.compare.level_changes_view import ChangeView
from careercli.answers.compare.rows import (
    RowKey,
    estimate_cell,
    estimate_key,
    figure_cell,
    figure_key,
    level_cells,
    pay_cells,
    role_cells,
    text_key,
    wage_level_cell,
    wage_level_key,
)
from careercli.answers.compare.verdict import verdict
from careercli.answers.compare.view import (
    WAGE_LEVEL,
    CellView,
    ColumnView,
    CompareView,
    DifferenceView,
    RowView,
)
from careercli.answers.shared.estimates import level_estimate
from careercli.answers.shared.figures import (
    RoleData,
    level_pay,
    level_skill_view,
    load_roles,
    role_figures,
    role_pay,
    skill_view,
    source_views,
)
from careercli.answers.shared.local_figures import at_places, pay_at, places_with_pay
from careercli.answers.shared.names import Names
from careercli.answers.shared.places import resolve_places
from careercli.answers.shared.view_parts import EstimateView, Num, PayView, SkillView, WageLevelView, copied
from careercli.answers.shared.wage_levels import level_wage_level
from careercli.catalog.reader import CatalogReader
from careercli.errors import UsageProblem
from careercli.measures import MEASURES
from careercli.model import Level, Role, RoleRef

MAX_COLUMNS = 8
"""Columns of one comparison; more than these nobody holds in mind."""


class Column(Struct, frozen=True):
    """One column with what stands behind it."""

    ref: RoleRef
    role: Role
    level: Level | None
    place: str | None
    place_title: str | None
    pays: Sequence[PayView]
    estimate: EstimateView | None = None
    """What the wage level of a level comes to, where no pay of it is known."""
    wage_level: WageLevelView | None = None
    """What it officially comes to at the place, where no other pay of it is known there."""

    @property
    def side(self) -> str:
        """Say it as `role`, `role@level` or `role in US-CA`."""
        return f"{self.ref} in {self.place}" if self.place else str(self.ref)


def compare(  # noqa: PLR0913 (each is an option of the command)
    reader: CatalogReader,
    names: Sequence[str],
    *,
    place_names: Sequence[str] = (),
    sections: Sequence[str] = (),
    only_differences: bool = False,
    sort: SortBy = "given",
) -> CompareView:
    """Return a comparison of two to eight roles or levels, or of each of them at several places.

    Sections asked for by name stand alone, without what changes between two levels. Raise NotFound for an unknown name
    or place, UsageProblem for fewer than two or more than eight columns, or a section that is none.
    """
    resolver = Names(reader)
    found = resolver.resolve_words(names)
    role_data = load_roles(reader, [one.role for one in found])
    places = resolve_places(reader, place_names, lambda some: places_with_pay(reader, role_data, found, some))
    where: list[str | None] = [*places.ids] or [None]
    if len(found) * len(where) < 2:
        raise UsageProblem(
            "compare needs two different roles, levels or places", hint="careercli compare ROLE ROLE [--place PLACE]"
        )
    if len(found) * len(where) > MAX_COLUMNS:
        raise UsageProblem(
            f"compare shows up to {MAX_COLUMNS} columns, not {len(found) * len(where)}",
            hint="For many jobs at once: careercli list --sort pay",
        )
    sides = [_load_column(reader, role_data, one, place) for one in found for place in where]
    families = reader.families()
    columns = tuple(_column_view(side, families[side.role.family].title) for side in sides)
    told = tuple(_rows(role_data, sides))
    groups = known_groups(sections)
    sources = reader.sources(row.source for row in told if row.source)
    titles = {source_id: source.title for source_id, source in sources.items()}
    columns, every, sorted_by = in_order(columns, told, titles, sort)
    between = _changes(role_data, sides, columns)
    sentences = verdict(columns, every, replace(role_data, sources=sources), between)
    changes = () if groups else between
    rows = rows_to_show(every, groups=groups, only_differences=only_differences)
    of_changes = [source for change in changes for source in (change.before_source, change.after_source)]
    cited = {*(row.source for row in rows), *(source for one in sentences for source in one.cites), *of_changes}
    stated = (*(row.source for row in every), *of_changes)
    return CompareView(
        read_as=(*(resolver.read_as or ()), *places.read_as) or None,
        columns=columns,
        groups=tuple(group for group in GROUPS if group in groups),
        sorted_by=sorted_by,
        verdict=sentences,
        changes=changes,
        rows=rows,
        sources=source_views(reader, (source for source in stated if source in cited)),
    )


def _changes(role_data: RoleData, sides: Sequence[Column], columns: Sequence[ColumnView]) -> tuple[ChangeView, ...]:
    """Return what changes from the level in the first column to that in the second; nothing where others stand."""
    levels = {side.side: (side.ref.role, side.level) for side in sides if side.level is not None and side.place is None}
    if not len(columns) == 2 == len(levels):
        return ()
    from careercli.answers.compare.level_changes import level_changes  # most comparisons are of roles

    before, after = (levels[column.side] for column in columns)
    return level_changes(role_data, before, after)


def _load_column(reader: CatalogReader, role_data: RoleData, ref: RoleRef, place: str | None) -> Column:
    role = role_data.roles[ref.role]
    level = next((level for level in role.levels if level.id == ref.level), None)
    levels = [level] if level else []
    if place is None:
        pays = level_pay(role_data, ref.role, level) if level else role_pay(role_data, ref.role)
        estimate = level_estimate(role_data, ref.role, level) if level and not pays else None
        return Column(ref, role, level, None, None, pays, estimate)
    located = at_places(reader, role_data, [place])
    pays = pay_at(located, ref, levels)
    official = estimate = None
    if level is not None and not level_pay(located, ref.role, level):
        official = level_wage_level(located, ref.role, level)
        estimate = None if official else level_estimate(located, ref.role, level)
    return Column(ref, role, level, place, located.places[place].title, pays, estimate, official)


def _column_view(column: Column, family_title: str) -> ColumnView:
    return ColumnView(
        side=column.side,
        role=column.ref.role,
        level=column.ref.level,
        level_title=column.level.title if column.level else None,
        place=column.place,
        place_title=column.place_title,
        title=column.role.title,
        family=column.role.family,
        family_title=family_title,
    )


def _rows(role_data: RoleData, columns: Sequence[Column]) -> Iterable[RowView]:
    table: dict[RowKey, list[CellView | None]] = {}

    def put(key: RowKey, column: int, cell: CellView) -> None:
        while table.setdefault(key, [None] * len(columns))[column] is not None:
            key = replace(key, occurrence=key.occurrence + 1)
        table[key][column] = replace(cell, side=columns[column].side)

    one_ladder = len({side.ref.role for side in columns}) == 1
    for column, side in enumerate(columns):
        # At a place only pay differs; on one ladder only what a level has of its own.
        alike = side.place is not None or (one_ladder and side.level is not None)
        for pay in side.pays:
            for key, cell in pay_cells(pay, by_place=side.place is None):
                put(key, column, cell)
        if side.wage_level:
            put(wage_level_key(side.wage_level), column, wage_level_cell(side.wage_level))
        if side.estimate:
            put(estimate_key(side.estimate), column, estimate_cell(side.estimate))
        for figure in () if alike else role_figures(role_data, side.ref.role):
            put(figure_key(figure), column, figure_cell(figure))
        for key, cell in _texts(side, alike=alike):
            put(key, column, cell)
    table.update(_skill_rows(role_data, columns))
    order = {key: position for position, key in enumerate(table)}
    places = [side.place for side in columns]
    of_levels = any(side.level is not None for side in columns)
    place_titles = {place_id: place.title for place_id, place in role_data.places.items()}
    for key in sorted(table, key=lambda key: _rank(key, table[key], order[key])):
        yield _row(key, table[key], places, place_titles, of_levels=of_levels)


def _texts(column: Column, *, alike: bool) -> Iterable[tuple[RowKey, CellView]]:
    if column.level is not None:
        yield from level_cells(column.level)
    if not alike:
        yield from role_cells(column.role, level=column.level is not None)


def _rank(key: RowKey, cells: list[CellView | None], position: int) -> tuple[int, int, int, int]:
    """Order by group; within it rows that every side has come first, then the order in which they were met."""
    measures = list(MEASURES)
    measure = measures.index(key.measure) if key.measure in MEASURES else -1
    complete = 0 if all(cell is not None for cell in cells) else 1
    if key.group == "pay":
        return GROUPS.index(key.group), complete, 0, position
    return GROUPS.index(key.group), measure, complete, position


def _row(
    key: RowKey,
    cells: list[CellView | None],
    places: Sequence[str | None],
    place_titles: Mapping[str, str],
    *,
    of_levels: bool,
) -> RowView:
    is_range = key.statistic == "range"
    if of_levels and key.measure == "pay" and any(cell is not None and cell.occupation for cell in cells):
        places = ()  # what was counted for an occupation is no pay of a level of it: nothing is subtracted
    return copied(
        RowView,
        key,
        place_title=place_titles.get(key.place or ""),
        cells=tuple(cells),
        difference=_difference(key, cells, places, "low" if is_range else "value"),
        difference_high=_difference(key, cells, places, "high") if is_range else None,
    )


def _difference(
    key: RowKey, cells: list[CellView | None], places: Sequence[str | None], point: Literal["value", "low", "high"]
) -> DifferenceView | None:
    """Subtract only where every side has a plain number; never proxies, which are other jobs, nor within one class.

    Of ranges, from is held against from and to against to. One class at several places is another matter: there it is
    the place that differs. Without `places` nothing is subtracted.
    """
    if not places or key.is_estimate:
        return None
    told = [(getattr(cell, point), cell.side) for cell in cells if cell]
    values: list[tuple[Num, str]] = [(value, side) for value, side in told if value is not None]
    classes = {cell.occupation for cell in cells if cell}
    same_class = len(classes) == 1 and classes != {None}
    proxied = any(cell.fit == "proxy" for cell in cells if cell)
    levels = {cell.text for cell in cells if cell}
    if key.measure == WAGE_LEVEL and (len(levels) > 1 or not same_class):
        return None
    at_places = same_class and None not in places
    if len(values) < len(cells) or ((same_class or proxied) and not at_places) or key.unit in ("zone", "USD a year"):
        return None
    (highest, highest_name), (lowest, lowest_name) = max(values, key=_first), min(values, key=_first)
    amount = difference(highest, lowest)
    percent = None if key.unit == "percent" else share_of(highest - lowest, lowest)
    return DifferenceView(highest=highest_name, lowest=lowest_name, amount=amount, percent=percent)


def _first(pair: tuple[Num, str]) -> Num:
    return pair[0]


def _skill_rows(role_data: RoleData, columns: Sequence[Column]) -> Iterable[tuple[RowKey, list[CellView | None]]]:
    """Yield what all sides ask for, and what each asks for alone or with only some of the others.

    Of roles and generated ones, whose lists do not compare (catalog/coverage.py), yield what each lists.
    """
    required = [[skill_view(role_data, skill) for skill in side.role.skills] for side in columns]
    if len({side.ref.role in role_data.generated for side in columns}) > 1:
        if any(required):
            yield text_key("skills", "skills-listed", "Skills, named in two ways"), _skill_cells(columns, required)
        return
    shared = set.intersection(*({skill.skill for skill in skills} for skills in required))
    if len({side.ref.role for side in columns}) == 1:
        rising = [
            [level_skill_view(role_data, skill, side.level) for skill in side.level.skills] if side.level else []
            for side in columns
        ]
        if any(rising):
            yield text_key("skills", "skills-rising", "Skills you need more of"), _skill_cells(columns, rising)
        return
    rows = (
        ("skills-shared", "Skills all need", None),
        ("skills-must", "Must-haves only some need", "must"),
        ("skills-nice", "Nice-to-haves only some need", "nice"),
    )
    for measure, label, need in rows:
        kinds = [
            [skill for skill in skills if need == (None if skill.skill in shared else skill.need)]
            for skills in required
        ]
        if any(kinds):
            yield text_key("skills", measure, label), _skill_cells(columns, kinds)


def _skill_cells(columns: Sequence[Column], skills: Sequence[Sequence[SkillView]]) -> list[CellView | None]:
    """Return a cell for each column with its skills; None where it has none."""
    return [
        CellView(side=side.side, skills=tuple(some)) if some else None
        for side, some in zip(columns, skills, strict=True)
    ]
