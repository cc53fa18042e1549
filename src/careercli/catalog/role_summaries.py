"""Build the summary of each role that lists show.

Summaries are built when the catalog is compiled, so that a list decodes no full role.
"""

from careercli.catalog.records import KeyFigure, KeyPay, RoleSummary
from careercli.model import Catalog, Figure, Fit, Measure, Occupation, Pay, Role

_FIT_ORDER: dict[Fit, int] = {"exact": 0, "part": 1, "proxy": 3}
_OWN_FIGURE_RANK = 2
"""A role's own published figure ranks after the official class that holds it and before a proxy."""


def summarize_role(catalog: Catalog, role_id: str, role: Role) -> RoleSummary:
    """Return the summary of a role.

    Pay comes from the exact occupation, then the one the role is part of, then the role's own figure, then a proxy; a
    median before a mean; yearly pay only. Outlook figures follow the same order.
    """
    links = sorted(role.occupations, key=lambda link: _FIT_ORDER[link.fit])
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
    )


def _pay(catalog: Catalog, role: Role, classes: list[tuple[str, Fit, Occupation]]) -> KeyPay | None:
    ranked: list[tuple[int, Pay, str | None, Fit | None]] = [
        (_FIT_ORDER[fit], pay, code, fit) for code, fit, occupation in classes for pay in occupation.pay
    ]
    ranked += [(_OWN_FIGURE_RANK, pay, None, None) for pay in role.pay if pay.occupation is None]
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
        (_FIT_ORDER[fit], figure, code, fit) for code, fit, occupation in classes for figure in occupation.figures
    ]
    ranked += [(_OWN_FIGURE_RANK, figure, None, None) for figure in role.figures if figure.occupation is None]
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
