"""Facts of a role, by the names under which an example asks for them, as a person reads them."""

from collections.abc import Iterator
from typing import NamedTuple

from careercli.amounts import convert_amount, format_money, format_number, format_percent, signed
from careercli.answers.shared.estimates import wage_level_estimates
from careercli.answers.shared.figures import RoleData, load_roles, role_figures, role_pay
from careercli.answers.shared.view_parts import FigureView, PayView
from careercli.catalog.coverage import coverage, need_weight, skill_levels, unique_skills
from careercli.catalog.reader import CatalogReader
from careercli.measures import outlook_phrase
from careercli.model import Measure, Role, RoleRef

PARITY = 1.1
"""The price level of the example of a price parity."""


class Fact(NamedTuple):
    """A fact in words, and the sources it rests on."""

    text: str
    sources: tuple[str, ...] = ()


def role_facts(reader: CatalogReader, role_id: str) -> dict[str, Fact]:
    """Return what is known of a role, nothing for one that the catalogs do not have."""
    role_data = load_roles(reader, (role_id,))
    role = role_data.roles.get(role_id)
    if role is None:
        return {}
    return {
        "title": Fact(role.title),
        **dict(_ladder_facts(role)),
        **dict(_skill_facts(role, role_data)),
        **dict(_move_facts(reader, role)),
        **dict(_pay_facts(role_data, role_pay(role_data, role_id))),
        **dict(_estimate_facts(role_data, role_id)),
        **dict(_outlook_facts(role_figures(role_data, role_id))),
    }


def pair_facts(reader: CatalogReader, role_id: str, other_id: str) -> dict[str, Fact]:
    """Return what is known of two roles together: what the other one brings, and how near it is."""
    roles = reader.roles((role_id, other_id))
    if len(roles) < 2:
        return {}
    role, other = roles[role_id], roles[other_id]
    found = {"other_title": Fact(other.title)}
    share = coverage(role.skills, skill_levels(other.skills))
    if share is not None:
        found["overlap"] = Fact(format_percent(share * 100, 0))
    for row in reader.similar_roles(role_id):
        if row.role == other_id:
            found["similarity"] = Fact(format_percent(row.percentile))
    return found


def _ladder_facts(role: Role) -> Iterator[tuple[str, Fact]]:
    if role.levels:
        yield "level_count", Fact(str(len(role.levels)))
        yield "first_level", Fact(role.levels[0].title)
        yield "last_level", Fact(role.levels[-1].title)
    for name, track in (("specialist_levels", "ic"), ("management_levels", "management")):
        count = sum(level.track == track for level in role.levels)
        if count:
            yield name, Fact(str(count))


def _skill_facts(role: Role, role_data: RoleData) -> Iterator[tuple[str, Fact]]:
    skills = unique_skills(role.skills)
    must = sorted(
        (skill for skill in skills if skill.need == "must"),
        key=lambda skill: -need_weight(skill.need, skill.importance),
    )
    if must:
        yield "skill_count", Fact(str(len(skills)))
        yield "must_count", Fact(str(len(must)))
        yield "top_skill", Fact(role_data.skills[must[0].skill].name)
        yield "top_weight", Fact(format_number(need_weight("must", must[0].importance), 0))


def _move_facts(reader: CatalogReader, role: Role) -> Iterator[tuple[str, Fact]]:
    if not role.moves:
        return
    targets = {move.kind: RoleRef.parse(move.to).role for move in reversed(role.moves)}  # of each kind the first
    titles = {id_: summary.title for id_, summary in reader.role_summaries_of(targets.values()).items()}
    yield "move_count", Fact(str(len(role.moves)))
    yield "move", Fact(titles[RoleRef.parse(role.moves[0].to).role])
    for kind, target in targets.items():
        yield kind, Fact(titles[target])


def _pay_facts(role_data: RoleData, rows: list[PayView]) -> Iterator[tuple[str, Fact]]:
    own = next((pay for pay in rows if pay.occupation is None and pay.per == "year" and pay.mean is not None), None)
    if own and own.mean is not None:
        yield "own_mean", Fact(format_money(own.mean, own.currency), (own.source,))
    bounded = next((pay for pay in rows if pay.low is not None and "high" in pay.points_at_least), None)
    if bounded and bounded.low is not None:
        yield "range_low", Fact(format_money(bounded.low, bounded.currency), (bounded.source,))
        yield (
            "range_high_bound",
            Fact(format_money(bounded.points_at_least["high"], bounded.currency), (bounded.source,)),
        )
    official = (pay for pay in rows if pay.occupation is not None and pay.per == "year")
    pay = next((pay for pay in official if pay.median is not None), None)
    if pay is None or pay.median is None:
        return
    sources = (pay.source,)
    for statistic in ("p10", "p25", "median", "mean", "p75", "p90"):
        value = getattr(pay, statistic)
        if value is not None:
            yield statistic, Fact(format_money(value, pay.currency), sources)
    yield "median_at_110", Fact(format_money(round(pay.median / PARITY, -2), pay.currency), sources)
    yield "one_percent", Fact(format_money(round(pay.median / 100, -1), pay.currency), sources)
    yield "median_hourly", Fact(format_money(convert_amount(pay.median, "year", "hour"), pay.currency, "hour"), sources)
    yield "code", Fact(pay.occupation or "", sources)
    yield "occupation", Fact(pay.occupation_title or "", sources)
    yield "pay_source", Fact(role_data.sources[pay.source].title, sources)
    if pay.jobs is not None:
        yield "employed", Fact(format_number(pay.jobs), sources)
    if pay.period:
        yield "pay_period", Fact(pay.period, sources)


def _estimate_facts(role_data: RoleData, role_id: str) -> Iterator[tuple[str, Fact]]:
    names = {"entry": "entry_estimate", "fully competent": "expert_estimate"}
    for estimate in wage_level_estimates(role_data, role_id):
        if estimate.wage_level in names:
            text = format_money(estimate.value, estimate.currency)
            yield names[estimate.wage_level], Fact(text, (estimate.pay_source, estimate.source))


def _outlook_facts(figures: list[FigureView]) -> Iterator[tuple[str, Fact]]:
    first: dict[Measure | str, FigureView] = {}
    for figure in figures:
        if figure.value is not None:
            first.setdefault(figure.measure, figure)
    names = {"openings": "openings", "employment": "jobs", "job-zone": "job_zone"}
    for measure, name in names.items():
        if measure in first:
            figure = first[measure]
            unit = " a year" if measure == "openings" else ""
            yield name, Fact(f"{format_number(figure.value or 0)}{unit}", (figure.source,))
    if "growth" in first:
        growth = first["growth"]
        value = growth.value or 0
        yield "growth", Fact(signed(format_percent(abs(value)), value), (growth.source,))
        phrase = outlook_phrase(growth.period, value)
        if phrase and growth.period:
            yield "growth_period", Fact(growth.period, (growth.source,))
            yield "outlook", Fact(phrase, (growth.source,))
