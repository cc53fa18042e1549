"""What speaks for two roles being near, kind by kind."""

from msgspec import Struct


class SimilarityEvidence(Struct, frozen=True, array_like=True):
    """The similarity of two roles by kind of evidence, each as a percentile of all pairs of roles (0 to 99.9), or None
    without data.
    """

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
