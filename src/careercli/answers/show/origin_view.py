"""What the origin of a value looks like."""

from careercli.answers.shared.view_parts import View


class OriginView(View, frozen=True):
    """Where one value of a role comes from."""

    role: str
    path: str
    """The value: `summary`, `environment.place`, `levels[senior].years`, `pay[our-bands, US, year, USD]`."""
    layer: str | None
    """The name of the catalog that says it; null where it has none."""
    file: str | None
    """Its file as it was named; a file of the embedded catalog by its place in the program."""
    through: str | None
    """The role that it is taken up from; null: said of the role itself."""
    source: str | None
    """The source that the catalog names for it."""
    overrides: tuple[str, ...]
    """The lower layers that say otherwise."""
