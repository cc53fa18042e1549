"""What the pay of roles looks like."""

from careercli.views.parts import Num, PayView, SourceView, View


class DisagreementView(View, frozen=True):
    """Two central figures for one title that cannot both describe the same people."""

    higher_source: str
    higher_statistic: str
    higher: Num
    lower_source: str
    lower_statistic: str
    lower: Num
    factor: float
    currency: str
    text: str


class StepView(View, frozen=True):
    """From one level to the next that it leads to, by one statistic of one source."""

    role: str
    from_level: str
    to_level: str
    statistic: str
    source: str
    place: str
    currency: str
    from_amount: Num
    to_amount: Num
    amount: Num
    percent: float | None


class RoleSalaryView(View, frozen=True):
    """What is said of one role besides its distributions."""

    role: str
    title: str
    levels: tuple[tuple[str, str], ...]
    """Id and title of each level, in the order of the ladder."""
    notes: tuple[str, ...]
    disagreements: tuple[DisagreementView, ...]
    steps: tuple[StepView, ...]
    drivers: tuple[str, ...]


class SalaryView(View, frozen=True):
    """Every distribution known for one or more roles."""

    schema_version: int
    command: str
    roles: tuple[RoleSalaryView, ...]
    rows: tuple[PayView, ...]
    sources: tuple[SourceView, ...]
