"""What speaks for two roles being near, kind by kind."""

from msgspec import Struct


class SimilarityEvidence(Struct, frozen=True, array_like=True):
    """By each kind, the share of pairs of roles in the catalog that are less alike, 0 to 99.9; None without data."""

    text: float | None
    """Summary, duties and tasks."""
    titles: float | None
    tools: float | None
    activities: float | None
    skills: float | None
    """Skills of the vocabulary where both roles name some, else a survey's ratings of general skills."""
    knowledge: float | None
    interests: float | None
    preparation: float | None
    """Job zones."""
