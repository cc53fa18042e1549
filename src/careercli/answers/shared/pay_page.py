"""Pay distributions as pages show them: in words with their source, and drawn on one axis."""

from collections.abc import Iterable, Mapping, Sequence

from careercli.amounts import at_least, at_most, format_money, format_per
from careercli.answers.shared.page_parts import Citations, occupation_fit_text
from careercli.answers.shared.view_parts import EstimateView, MineView, Num, PayView, WageLevelView, copied
from careercli.answers.shared.wording import statistic_word
from careercli.blocks import Block, Chart, Heading, PayRange
from careercli.model import STATISTICS, RoleRef, Statistic

STAGES = {"study": "in school, no pay", "training": "in training, no pay known"}
"""What pages say of people on a level who are not employed in the occupation yet."""
_DRAWN_FROM = {
    "area and neighbors": "from the area and its neighbors",
    "state": "from the whole state",
    "nation": "from the whole country",
}
_POINT_WORDS = {
    "low": "from", "high": "to", "mean": "average", "p10": "10% under", "p25": "25% under", "p75": "75% under",
    "p90": "90% under",
}  # fmt: skip
"""What stands before the amount of a point; the median is called that, and a bound as it is in sentences."""
_WORKED_OUT = {
    ("year", "month"): "a year / 12",
    ("year", "hour"): "a year / 2,080 hours",
    ("month", "year"): "a month × 12",
    ("month", "hour"): "a month × 12 / 2,080 hours",
    ("hour", "month"): "an hour × 2,080 hours / 12",
    ("hour", "year"): "an hour × 2,080 hours",
}
_UPPER: tuple[Statistic, ...] = ("high", "p90", "p75", "median")
_LOWER: tuple[Statistic, ...] = ("low", "p10", "p25", "median")
"""Statistics whose bound is an open end of the range, the outermost first."""


def pay_charts(  # noqa: PLR0913 (what may differ from page to page)
    pays: Sequence[PayView],
    titles: Mapping[str, str],
    citations: Citations,
    *,
    depth: int = 2,
    by_place: bool = True,
    own_pay: MineView | None = None,
) -> Iterable[Block]:
    """Yield a heading and a chart for each place, currency and unit of time, with the reader's own amount in it.

    `titles` are those that stand before the source, by `role` and `role@level`. Without `by_place`, places that pay in
    one currency stand on one axis, and each range says whether it is official.
    """
    groups: dict[tuple[str, str, str], list[PayView]] = {}
    for pay in pays:
        groups.setdefault((pay.place if by_place else "", pay.currency, pay.per), []).append(pay)
    for (_, currency, per), group in groups.items():
        title = f"{currency} {format_per(per)}"
        yield Heading(f"{group[0].place_title}, {title}" if by_place else title, depth)
        ranges = []
        for pay in group:
            before = [] if by_place else [pay.place_title]
            before += [titles[pay_subject(pay)]] if pay_subject(pay) in titles else []
            after = [] if by_place else ["official" if citations.is_official(pay.source) else "not official"]
            ranges.append(pay_range(pay, "; ".join([*before, pay_label(pay, citations), *after])))
        held = own_pay is not None and (own_pay.currency, own_pay.per) == (currency, per)
        yield Chart(tuple(ranges), currency, per, own_pay.amount if own_pay and held else None)


def pay_subject(pay: PayView) -> str:
    """Return whose pay it is: `role` or `role@level`."""
    return str(RoleRef(pay.role, pay.level))


def conversion_text(pay: PayView) -> str:
    """Say from what the amounts were worked out, `worked out: a year / 12`; nothing for published ones."""
    return f"worked out: {_WORKED_OUT[pay.worked_out_from, pay.per]}" if pay.worked_out_from else ""


def pay_label(pay: PayView, citations: Citations) -> str:
    """Say of whom and when a distribution speaks, and who says it, with the source mark."""
    parts = [
        occupation_fit_text(pay.occupation_title, pay.occupation, pay.fit),
        pay.population or "",
        pay.industry or "",
        f"{pay.components} pay" if pay.components else "",
        "estimate" if pay.is_estimate else "",
        conversion_text(pay),
    ]
    about = ", ".join(part for part in parts if part)
    said = f"{citations.title(pay.source)}, {pay.period or 'no date given'}{citations.mark(pay.source)}"
    return f"{about}; {said}" if about else said


def pay_points(pay: PayView) -> str:
    """Write every point of a distribution, named: `10% under $73,170 · median $148,270`; a range by its ends."""
    points: list[str] = []
    for point in STATISTICS:
        value = getattr(pay, point)
        name = "about" if pay.is_estimate else _POINT_WORDS.get(point, point)
        end = name if point in ("low", "high") else statistic_word(point)
        if value is not None:
            points.append(f"{name} {format_money(value, pay.currency, pay.per)}")
        elif point in pay.points_at_least:
            points.append(f"{end} {at_least(pay.points_at_least[point], None, pay.currency, pay.per)}")
        elif point in pay.points_at_most:
            points.append(f"{end} {at_most(pay.points_at_most[point], None, pay.currency, pay.per)}")
    return " · ".join(points)


def estimate_text(estimate: EstimateView) -> str:
    """Write an estimate behind the word that marks it: `$79,300 a year, our estimate (entry wage level)`."""
    amount = f"{format_money(estimate.value, estimate.currency, estimate.per)} {format_per(estimate.per)}"
    return f"{amount}, our estimate ({estimate.wage_level} wage level)"


def wage_level_text(one: WageLevelView) -> str:
    """Write an official wage level with its name: `$33.11 an hour, official wage level: entry`."""
    amount = f"{format_money(one.value, one.currency, one.per)} {format_per(one.per)}"
    return ", ".join(part for part in (amount, one.statistic, drawn_from_text(one)) if part)


def drawn_from_text(one: WageLevelView) -> str:
    """Say from how wide an area a level was taken; nothing where that is the area itself, or not known."""
    return _DRAWN_FROM.get(one.drawn_from or "", "")


def wage_level_basis(one: WageLevelView) -> str:
    """Say what wage levels are, of whom and when, and how they came to their unit of time."""
    worked_out = _WORKED_OUT.get((one.worked_out_from or "", one.per))
    facts = [f"{one.occupation_title} (SOC {one.occupation})"]
    facts += [f"wage year {one.period}"] if one.period else []
    facts += [f"worked out: {worked_out}"] if worked_out else []
    return f"{', '.join(facts)}. The Department of Labor's levels are by experience, education and supervision."


def pay_range(pay: PayView, label: str) -> PayRange:
    """Return the distribution as it is drawn."""
    start, end = _first(pay.low, pay.p10), _first(pay.high, pay.p90)
    below = next((pay.points_at_most[name] for name in _LOWER if name in pay.points_at_most), None)
    above = next((pay.points_at_least[name] for name in _UPPER if name in pay.points_at_least), None)
    return copied(
        PayRange,
        pay,
        estimate=pay.is_estimate,
        label=label,
        caption=pay_points(pay),
        low=below if start is None else start,
        high=above if end is None else end,
        open_end=end is None and above is not None,
        open_start=start is None and below is not None,
        note=pay.note or "",
    )


def _first(*values: Num | None) -> Num | None:
    return next((value for value in values if value is not None), None)
