"""Build the summary of each role that lists show.

Summaries are built when the catalog is compiled, so that a list decodes no full role.
"""

from careercli.catalog.records import KeyFigure, KeyPay, RoleSummary
from careercli.catalog.yearly_pay import YearlyPay, levels_pay, yearly_pay
from careercli.measures import best_fit_first, fit_rank
from careercli.model import Catalog, Figure, Fit, Measure, Occupation, Pay, Role


def summarize_role(catalog: Catalog, role_id: str, role: Role, *, is_generated: bool) -> RoleSummary:
    """Return the summary of a role.

    Pay comes from the exact occupation, then the one the role is part of, then the role's own figure, then a proxy; a
    median before a mean before a range; by the year, as published or worked out. Outlook figures follow the same order.
    """
    links = best_fit_first(role.occupations)
    classes = [(link.code, link.fit, catalog.occupations[link.code]) for link in links]
    education, education_fit = _education(role, classes)
    return RoleSummary(
        id=role_id,
        title=role.title,
        family=role.family,
        aliases=role.aliases,
        level_count=len(role.levels),
        tracks=tuple(sorted({level.track for level in role.levels})),
        skills=tuple(skill.skill for skill in role.skills),
        occupations=tuple((link.code, link.fit) for link in links),
        education=education,
        education_fit=education_fit,
        pay=_pay(catalog, role, classes),
        given_pay=_given_pay(catalog, role),
        growth=_figure(catalog, "growth", role, classes),
        openings=_figure(catalog, "openings", role, classes),
        employment=_figure(catalog, "employment", role, classes),
        is_generated=is_generated,
    )


def _pay(catalog: Catalog, role: Role, classes: list[tuple[str, Fit, Occupation]]) -> KeyPay | None:
    """Return the best figure; one that is published by the year comes before one that is worked out."""
    ranked: list[tuple[int, bool, KeyPay]] = []
    for code, fit, occupation in classes:
        for pay in occupation.pay:
            yearly = yearly_pay(catalog, role, pay) if pay.per == "year" and pay.industry is None else None
            if yearly:
                ranked.append((fit_rank(fit), False, _key_pay(catalog, pay, yearly, code, fit)))
    ranked += [(fit_rank(None), pay.worked_out_from is not None, pay) for pay in _given_pay(catalog, role)]
    return min(ranked, key=lambda entry: entry[:2], default=(0, False, None))[2]


def _given_pay(catalog: Catalog, role: Role) -> tuple[KeyPay, ...]:
    """Return the figures given for the role itself, or where there is none for its levels, by place and currency."""
    given = [
        (pay, yearly)
        for pay in role.pay
        if pay.occupation is None and pay.industry is None
        if (yearly := yearly_pay(catalog, role, pay)) is not None
    ]
    given.sort(key=lambda entry: (entry[1].worked_out_from is not None, entry[1].statistic == "range"))
    if not given and (of_levels := levels_pay(catalog, role)):
        given = [of_levels]
    first: dict[tuple[str, str], KeyPay] = {}
    for pay, yearly in given:
        first.setdefault((pay.place, pay.currency), _key_pay(catalog, pay, yearly, None, None))
    return tuple(first.values())


def _key_pay(catalog: Catalog, pay: Pay, yearly: YearlyPay, code: str | None, fit: Fit | None) -> KeyPay:
    return KeyPay(
        **yearly._asdict(),
        currency=pay.currency,
        place=pay.place,
        place_title=catalog.places[pay.place].title,
        source=pay.source,
        period=pay.period or catalog.sources[pay.source].period,
        occupation=code,
        fit=fit,
    )


def _figure(
    catalog: Catalog, measure: Measure, role: Role, classes: list[tuple[str, Fit, Occupation]]
) -> KeyFigure | None:
    ranked: list[tuple[int, Figure, str | None, Fit | None]] = [
        (fit_rank(fit), figure, code, fit) for code, fit, occupation in classes for figure in occupation.figures
    ]
    ranked += [(fit_rank(None), figure, None, None) for figure in role.figures if figure.occupation is None]
    for _, figure, code, fit in sorted(ranked, key=lambda entry: entry[0]):
        if figure.measure == measure and figure.value is not None:
            period = figure.period or catalog.sources[figure.source].period
            return KeyFigure(figure.value, figure.source, period, code, fit)
    return None


def _education(role: Role, classes: list[tuple[str, Fit, Occupation]]) -> tuple[str | None, Fit | None]:
    """Return the class of education and how the occupation fits of which it is said."""
    for _, fit, occupation in classes:
        for figure in occupation.figures:
            if figure.measure == "entry-education" and figure.of is not None:
                return figure.of, fit
    return role.education.typical if role.education else None, None
