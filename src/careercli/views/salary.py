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


class AdjustedView(View, frozen=True):
    """Pay put at the prices of one place: an indication, not what anybody is paid."""

    role: str
    place: str
    place_title: str
    kind: str
    """rpp: at United States average prices; ppp: in international dollars."""
    parity: float
    parity_period: str
    parity_source: str
    pay_source: str
    pay_period: str | None
    statistic: str
    currency: str
    paid: Num
    adjusted: float


class SalaryView(View, frozen=True):
    """Every distribution known for one or more roles."""

    schema_version: int
    command: str
    roles: tuple[RoleSalaryView, ...]
    rows: tuple[PayView, ...]
    by: str | None
    """What the rows are ranked by, highest pay first: state, metro, sector or year (newest first)."""
    places: tuple[str, ...]
    """The places that were asked for."""
    without_pay: tuple[str, ...]
    """Titles of the places that were asked for and of which there is no pay."""
    adjusted: tuple[AdjustedView, ...]
    sources: tuple[SourceView, ...]
