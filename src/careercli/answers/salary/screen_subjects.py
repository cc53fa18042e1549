"""Whose pay a first screen of salary tells, and which of the figures of it stands for the rest."""

from collections.abc import Sequence

from msgspec import Struct

from careercli.answers.salary.view import ElsewhereView, RoleSalaryView, SalaryRowView, SalaryView
from careercli.answers.shared.screen_parts import with_article
from careercli.answers.shared.view_parts import EstimateView, PayView
from careercli.answers.shared.wording import is_plural
from careercli.measures import fit_rank

_UNITS = ("year", "hour", "month")
AMERICA = "US"


class Subject(Struct, frozen=True):
    """A role or a level that was asked for, at one place, with the figures that speak of it."""

    role: RoleSalaryView
    main: SalaryRowView | None
    """The distribution that fits best; of another job only where nothing else is known."""
    hourly: SalaryRowView | None
    """The same in hours, where `main` is a year's."""
    nearest: SalaryRowView | None
    """The nearest job that official figures count, where they do not count this one."""
    estimate: EstimateView | None
    """What stands for a level of which nothing is published."""
    elsewhere: ElsewhereView | None

    @property
    def title(self) -> str:
        """What it is called."""
        return self.role.heading()

    @property
    def whom(self) -> str:
        """Who is paid, within a sentence: `a Registered Nurse`; a title in the plural as it is."""
        return with_article(self.title)

    @property
    def is_group(self) -> bool:
        """Whether its title is in the plural: `Patternmakers, Wood`."""
        return is_plural(self.title)

    @property
    def earns(self) -> str:
        """The verb that goes with `whom`."""
        return "earn" if self.is_group else "earns"


def subjects(view: SalaryView) -> list[Subject]:
    """Return each role or level at each place, in the order in which they were asked for."""
    found = []
    for role in view.roles:
        rows = [row for row in (*view.rows, *view.left_out) if (row.role, row.level) == (role.role, role.level)]
        if role.level and view.places:
            rows += [row for row in view.rows if row.role == role.role and row.level is None]
        for place in view.places or (None,):
            there = [row for row in rows if place is None or row.place == place.place]
            if there or place is None or len(view.places) == 1:
                found.append(_subject(view, role, there))
    return found


def _subject(view: SalaryView, role: RoleSalaryView, rows: Sequence[SalaryRowView]) -> Subject:
    ranked = sorted((row for row in rows if not row.is_estimate), key=lambda row: _rank(view, row))
    main = ranked[0] if ranked else None
    official = {source.source for source in view.sources if source.kind == "official"}
    proxies = [row for row in ranked if row.fit == "proxy" and row.source in official]
    nearest = proxies[0] if proxies and main and main.fit in (None, "proxy") else None
    return Subject(
        role=role,
        main=main,
        hourly=_hourly(view, rows, main),
        nearest=nearest,
        estimate=next((one for one in view.estimates if (one.role, one.level) == (role.role, role.level)), None)
        if role.level
        else None,
        elsewhere=next((one for one in view.elsewhere if one.role == role.role), None),
    )


def _rank(view: SalaryView, row: PayView) -> tuple[int | bool, ...]:
    known = row.central_pay() is not None or "median" in row.points_at_least
    return (
        row in view.left_out,
        fit_rank(row.fit),
        not known,
        row.population is not None or row.industry is not None,
        not row.place.startswith(AMERICA),
        _UNITS.index(row.per),
    )


def _hourly(view: SalaryView, rows: Sequence[SalaryRowView], main: SalaryRowView | None) -> SalaryRowView | None:
    if main is None or main.per != "year" or view.per:
        return None
    whose = (*main.comparison_key(), main.occupation)
    twins = (row for row in rows if row.per == "hour" and (*row.comparison_key(), row.occupation) == whose)
    return next(twins, None)


def paid_levels(view: SalaryView, subject: Subject) -> list[tuple[str, SalaryRowView]]:
    """Return title and pay of each level of which pay is published, in the order of the ladder.

    Of levels that one official group counts together there is only the first.
    """
    main = subject.main
    found: dict[object, tuple[str, SalaryRowView]] = {}
    for level in subject.role.levels if subject.role.level is None else ():
        rows = [
            row
            for row in view.pay_of(subject.role, level)
            if not row.is_estimate and (main is None or (row.per, row.place) == (main.per, main.place))
        ]
        best = min(rows, key=lambda row: _rank(view, row), default=None)
        if best is not None:
            found.setdefault(best.occupation or level.level, (level.title, best))
    return list(found.values())
