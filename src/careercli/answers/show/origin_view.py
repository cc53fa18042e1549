"""What the origin of a value looks like."""

from careercli.answers.shared.view_parts import View


class OriginView(View, frozen=True):
    """Where one value of a role comes from."""

    role: str
    path: str
    """The value: `summary`, `environment.place`, `levels[senior].years`, `pay[our-bands, US, year, USD]`."""
    layer: str | None
    """The name of the catalog that says it; null if it has none."""
    file: str | None
    """Its file as you named it; a file of the built-in catalog by its place in the program."""
    through: str | None
    """The role that it is inherited from; null if it is the role's own."""
    source: str | None
    """The source that the catalog names for it."""
    overrides: tuple[str, ...]
    """The lower layers that say something else."""
