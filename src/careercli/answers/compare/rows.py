"""The rows of a comparison: what two cells must share to stand side by side, and the cells of each figure."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from careercli.answers.compare.view import ESTIMATE, WAGE_LEVEL, CellView
from careercli.answers.shared.view_parts import (
    EstimateView,
    FigureView,
    PayView,
    PositionView,
    WageLevelView,
    copied,
)
from careercli.model import Education, Environment, Feeder, Level, Role, RoleRef, Statistic

_POINTS: tuple[Statistic, ...] = ("mean", "median", "p10", "p25", "p75", "p90")


class RowKey(Struct, frozen=True):
    """What two cells must share to stand in one row; `occurrence` keeps apart what one side says twice."""

    group: str
    measure: str
    label: str
    statistic: str | None = None
    unit: str | None = None
    currency: str | None = None
    per: str | None = None
    place: str | None = None
    period: str | None = None
    population: str | None = None
    source: str | None = None
    is_estimate: bool = False
    occurrence: int = 0


def pay_cells(pay: PayView, *, by_place: bool) -> Iterable[tuple[RowKey, CellView]]:
    """Yield a cell for each statistic; `apart` keeps places in rows of their own, else each side is a place."""
    range_ = CellView(
        low=pay.low, high=pay.high, at_least=pay.points_at_least.get("high"), at_most=pay.points_at_most.get("low")
    )
    points = [
        (
            point,
            CellView(
                value=getattr(pay, point),
                at_least=pay.points_at_least.get(point),
                at_most=pay.points_at_most.get(point),
            ),
        )
        for point in _POINTS
    ]
    ends = [  # ends of which only the other side is known
        ("low", CellView(at_least=pay.points_at_least.get("low"))),
        ("high", CellView(at_most=pay.points_at_most.get("high"))),
    ]
    for name, cell in [*points[:2], ("range", range_), *ends, *points[2:]]:
        if any(number is not None for number in (cell.value, cell.low, cell.high, cell.at_least, cell.at_most)):
            key = copied(
                RowKey,
                pay,
                group="pay",
                measure="pay",
                label=_pay_label(name),
                statistic=name,
                unit=None,
                place=pay.place if by_place else None,
                population=pay.population or pay.industry,
            )
            counted = {"occupation": pay.occupation, "occupation_title": pay.occupation_title, "fit": pay.fit}
            yield key, replace(cell, note=pay.note, **counted)


def _pay_label(point: str) -> str:
    ends = {"range": "Pay range", "low": "Low end of pay", "high": "High end of pay"}
    return ends.get(point) or (f"{point[1:]}th percentile pay" if point[0] == "p" else f"{point.capitalize()} pay")


def estimate_key(estimate: EstimateView) -> RowKey:
    """Return the row that an estimate stands in: one of its own, never that of a published statistic."""
    about = {"group": "pay", "measure": ESTIMATE, "label": "Estimated pay"}
    return copied(RowKey, estimate, **about, is_estimate=True)


def estimate_cell(estimate: EstimateView) -> CellView:
    """Return what an estimate puts into its row."""
    return copied(CellView, estimate, low=None, high=None, note=f"{estimate.wage_level} wage level")


def wage_level_key(one: WageLevelView) -> RowKey:
    """Return the row of official wage levels, in which each side is a place."""
    return RowKey(
        group="pay",
        measure=WAGE_LEVEL,
        label="Official wage level",
        statistic="official wage level",
        unit=None,
        currency=one.currency,
        per=one.per,
        place=None,
        period=one.period,
        population=None,
        source=one.source,
    )


def wage_level_cell(one: WageLevelView) -> CellView:
    """Return what an official wage level puts into its row; the text says which of the four it is."""
    return CellView(
        value=one.value,
        text=one.wage_level,
        occupation=one.occupation,
        occupation_title=one.occupation_title,
        fit=one.fit,
        note=f"taken from: {one.drawn_from}" if one.drawn_from else None,
    )


def figure_key(figure: FigureView) -> RowKey:
    """Return the row that a figure stands in."""
    counted = any(n is not None for n in (figure.value, figure.low, figure.high))
    names_class = figure.of is not None and counted and figure.group != "best paying"
    label = f"{figure.label}: {figure.of}" if names_class else figure.label
    return copied(RowKey, figure, label=label)


def figure_cell(figure: FigureView) -> CellView:
    """Return what a figure puts into its row."""
    counted = any(n is not None for n in (figure.value, figure.low, figure.high, figure.at_least, figure.at_most))
    text = (figure.outlook or figure.phrase) if counted and figure.group != "best paying" else figure.of
    return copied(CellView, figure, text=text)


def role_cells(role: Role, *, level: bool) -> Iterable[tuple[RowKey, CellView]]:
    """Yield what the catalog says of the role in words; for a level only how one gets in."""
    education, environment = role.education or Education(), role.environment or Environment()
    yield from _told("getting in", ("education", "Education", education.typical))
    yield from _told("getting in", ("alternatives", "Also accepted", education.alternatives))
    feeders = role.entry.feeders if role.entry else ()
    if feeders:
        yield (
            text_key("getting in", "feeders", "Where people come from"),
            CellView(positions=tuple(map(_position, feeders))),
        )
    if not level:
        yield from _told(
            "work",
            ("summary", "Summary", role.summary),
            ("duties", "Duties", role.duties),
            ("workplace", "Workplace", environment.place),
            ("pace", "Pace", environment.pace),
            ("travel", "Travel", environment.travel),
            ("remote", "Remote work", environment.remote),
        )


def _position(feeder: Feeder) -> PositionView:
    ref = RoleRef.parse(feeder.role) if feeder.role else None
    return PositionView(role=ref and ref.role, level=ref and ref.level, title=feeder.title)


def _told(group: str, *parts: tuple[str, str, str | tuple[str, ...] | None]) -> Iterable[tuple[RowKey, CellView]]:
    """Yield a cell for each measure of which something is said, with its label."""
    for measure, label, said in parts:
        if said:
            yield (
                text_key(group, measure, label),
                CellView(text=said) if isinstance(said, str) else CellView(items=said),
            )


def level_cells(level: Level) -> Iterable[tuple[RowKey, CellView]]:
    """Yield what the catalog says of a level."""
    if level.years is not None:
        low, high = level.years
        key = text_key("getting in", "level-years", "Years of experience at this level")
        years = CellView(at_least=low) if high is None else CellView(low=low, high=high)
        yield replace(key, unit="years", source=level.source), years
    yield from _told(
        "work",
        ("duties", "Duties", level.duties),
        ("autonomy", "Autonomy", level.autonomy),
        ("impact", "Impact", level.impact),
        ("focus", "Focus", level.focus),
    )


def text_key(group: str, measure: str, label: str) -> RowKey:
    """Return the row of a text, which has no source, unit or place of its own."""
    return RowKey(group, measure, label)
