"""Build the summary of each role that lists show.

Summaries are built when the catalog is compiled, so that a list decodes no full role.
"""

from careercli.catalog.records import KeyFigure, KeyPay, RoleSummary
from careercli.measures import best_fit_first, fit_rank
from careercli.model import Catalog, Figure, Fit, Measure, Occupation, Pay, Role


def summarize_role(catalog: Catalog, role_id: str, role: Role, *, is_generated: bool) -> RoleSummary:
    """Return the summary of a role.

    Pay comes from the exact occupation, then the one the role is part of, then the role's own figure, then a proxy; a
    median before a mean; yearly pay only. Outlook figures follow the same order.
    """
    links = best_fit_first(role.occupations)
    classes = [(link.code, link.fit, catalog.occupations[link.code]) for link in links]
    return RoleSummary(
        id=role_id,
        title=role.title,
        family=role.family,
        aliases=role.aliases,
        level_count=len(role.levels),
        tracks=tuple(sorted({level.track for level in role.levels})),
        skills=tuple(skill.skill for skill in role.skills),
        occupations=tuple((link.code, link.fit) for link in links),
        education=_education(role, classes),
        pay=_pay(catalog, role, classes),
        growth=_figure(catalog, "growth", role, classes),
        openings=_figure(catalog, "openings", role, classes),
        employment=_figure(catalog, "employment", role, classes),
        is_generated=is_generated,
    )


def _pay(catalog: Catalog, role: Role, classes: list[tuple[str, Fit, Occupation]]) -> KeyPay | None:
    ranked: list[tuple[int, Pay, str | None, Fit | None]] = [
        (fit_rank(fit), pay, code, fit) for code, fit, occupation in classes for pay in occupation.pay
    ]
    ranked += [(fit_rank(None), pay, None, None) for pay in role.pay if pay.occupation is None]
    for _, pay, code, fit in sorted(ranked, key=lambda entry: entry[0]):
        amount = pay.median if pay.median is not None else pay.mean
        if pay.per == "year" and amount is not None and pay.industry is None:
            return KeyPay(
                amount=amount,
                statistic="median" if pay.median is not None else "mean",
                currency=pay.currency,
                place=pay.place,
                source=pay.source,
                period=pay.period or catalog.sources[pay.source].period,
                occupation=code,
                fit=fit,
            )
    return None


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


def _education(role: Role, classes: list[tuple[str, Fit, Occupation]]) -> str | None:
    for _, _, occupation in classes:
        for figure in occupation.figures:
            if figure.measure == "entry-education" and figure.of is not None:
                return figure.of
    return role.education.typical if role.education else None
