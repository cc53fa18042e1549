"""What starting a ladder reports."""

from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, View


class FileView(View, frozen=True):
    """A file that was written."""

    file: str
    what: str
    """What it is for."""
    bytes: int


class NextView(View, frozen=True):
    """A command to run next."""

    command: str
    answers: str
    """What it does."""


class InitView(AnswerView, frozen=True, kw_only=True):
    """The files of a new ladder, and what to do with them."""

    record: ClassVar[type[View]] = FileView

    command: str = "catalog init"
    rows: tuple[FileView, ...]
    next: tuple[NextView, ...]
    """What to do with the files."""
