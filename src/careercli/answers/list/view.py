"""What a list of roles looks like."""

from collections.abc import Iterable
from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, HeadlineView, NotJudgedView, Num, SourceView, View, copied


class RoleRowView(View, frozen=True):
    """A role in a list."""

    id: str
    title: str
    family: str
    family_title: str
    aliases: tuple[str, ...]
    levels: int
    tracks: tuple[str, ...]
    education: str | None
    pay: HeadlineView | None
    growth: HeadlineView | None
    openings: HeadlineView | None
    employment: HeadlineView | None
    education_fit: str | None
    """exact, part or proxy, when `education` is said of an official class; null when it is said of the role."""


class RoleRecord(View, frozen=True):
    """A role with its figures, each beside what it must be read with."""

    id: str
    title: str
    family: str
    family_title: str
    aliases: tuple[str, ...]
    levels: int
    tracks: tuple[str, ...]
    education: str | None
    pay: Num | None
    pay_currency: str | None
    pay_statistic: str | None
    pay_place: str | None
    pay_period: str | None
    pay_source: str | None
    pay_occupation: str | None
    pay_fit: str | None
    growth: Num | None
    growth_period: str | None
    growth_source: str | None
    growth_occupation: str | None
    growth_fit: str | None
    openings: Num | None
    openings_period: str | None
    openings_source: str | None
    openings_occupation: str | None
    openings_fit: str | None
    employment: Num | None
    employment_period: str | None
    employment_source: str | None
    employment_occupation: str | None
    employment_fit: str | None
    education_fit: str | None
    pay_low: Num | None
    pay_high: Num | None
    pay_place_title: str | None
    pay_worked_out_from: str | None


class AskedView(View, frozen=True):
    """What was asked for besides limits of pay, by the names that the catalog has."""

    families: tuple[str, ...]
    skills: tuple[str, ...]
    track: str | None
    min_growth: Num | None
    """In percent."""
    no_degree: bool
    proxies: bool
    place: str | None
    """What the place is called in which pay is meant."""
    sort: str | None
    """Null: no order was asked for, and the rows are sorted by family."""
    limit: int | None


class ListView(AnswerView, frozen=True):
    """Roles, filtered and sorted."""

    record: ClassVar[type[View]] = RoleRecord

    asked: AskedView
    found: int
    """Roles that pass the filters; there are fewer rows where `limit` is less."""
    rows: tuple[RoleRowView, ...]
    pay_filter_currency: str | None
    """The currency in which pay was filtered; null where it was not."""
    min_pay: Num | None
    """The limits by the year, as they were understood; null where there is none."""
    max_pay: Num | None
    not_judged: tuple[NotJudgedView, ...]
    """Of the roles that pass every other filter; they are left out."""
    sources: tuple[SourceView, ...]

    def records(self) -> Iterable[RoleRecord]:
        """Yield one record for each role; `pay` is in `pay_currency` a year, `growth` in percent."""
        for row in self.rows:
            figures = {"pay": row.pay, "growth": row.growth, "openings": row.openings, "employment": row.employment}
            flat = {
                field: getattr(figures[field.partition("_")[0]], field.partition("_")[2] or "value", None)
                for field in RoleRecord.__struct_fields__
                if field.partition("_")[0] in figures
            }
            yield copied(RoleRecord, row, **flat)
