"""Pay distributions as pages show them: in words with their source, and drawn on one axis."""

from collections.abc import Iterable, Mapping, Sequence

from careercli.amounts import at_least, at_most, money, per_words
from careercli.model import STATISTICS
from careercli.pages.blocks import Block, Chart, Heading, Range
from careercli.pages.parts import Marks, fit_words
from careercli.views.parts import PayView

_NAMES = {"low": "from", "high": "to"}


def pay_charts(
    pays: Sequence[PayView], titles: Mapping[str, str], marks: Marks, *, depth: int = 2, by_place: bool = True
) -> Iterable[Block]:
    """Yield a heading and a chart for each place, currency and unit of time; `titles` names the levels.

    Without `by_place`, places that pay in one currency stand on one axis.
    """
    groups: dict[tuple[str, str, str], list[PayView]] = {}
    for pay in pays:
        groups.setdefault((pay.place if by_place else "", pay.currency, pay.per), []).append(pay)
    for (_, currency, per), group in groups.items():
        title = f"{currency} {per_words(per)}"
        yield Heading(f"{group[0].place_title}, {title}" if by_place else title, depth)
        ranges = [_range(pay, titles, marks) for pay in group]
        if not by_place:
            ranges = [
                range_._replace(label=f"{pay.place_title}; {range_.label}")
                for range_, pay in zip(ranges, group, strict=True)
            ]
        yield Chart(tuple(ranges), currency, per)


def pay_label(pay: PayView, marks: Marks) -> str:
    """Say of whom and when a distribution speaks, and who says it, with the source mark."""
    parts = [
        fit_words(pay.occupation_title, pay.occupation, pay.fit),
        pay.population or "",
        pay.industry or "",
        f"{pay.components} pay" if pay.components else "",
        "estimate" if pay.estimate else "",
    ]
    about = ", ".join(part for part in parts if part)
    said = f"{marks.title(pay.source)}, {pay.period or 'no date given'}{marks.of(pay.source)}"
    return f"{about}; {said}" if about else said


def pay_points(pay: PayView) -> str:
    """Write every point of a distribution, named: `p10 $73,170 · median $148,270`; a range by its ends."""
    points: list[str] = []
    for point in STATISTICS:
        value = getattr(pay, point)
        name = "about" if pay.estimate else _NAMES.get(point, point)
        if value is not None:
            points.append(f"{name} {money(value, pay.currency, pay.per)}")
        elif point in pay.at_least:
            points.append(f"{name} {at_least(pay.at_least[point], None, pay.currency, pay.per)}")
        elif point in pay.at_most:
            points.append(f"{name} {at_most(pay.at_most[point], None, pay.currency, pay.per)}")
    return " · ".join(points)


def _range(pay: PayView, titles: Mapping[str, str], marks: Marks) -> Range:
    ends = (pay.low, pay.p10), (pay.high, pay.p90)
    bound = pay.at_least.get("high", pay.at_least.get("p90"))
    low = next((value for value in ends[0] if value is not None), None)
    high = next((value for value in ends[1] if value is not None), bound)
    label = pay_label(pay, marks)
    return Range(
        label=f"{titles[pay.level]}; {label}" if pay.level and pay.level in titles else label,
        figures=pay_points(pay),
        low=low,
        p25=pay.p25,
        median=pay.median,
        mean=pay.mean,
        p75=pay.p75,
        high=high,
        open_end=bound is not None and high == bound,
        estimate=pay.estimate,
        note=pay.note or "",
    )
