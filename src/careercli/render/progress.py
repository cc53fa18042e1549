"""Progress on standard error: a bar on a terminal, one line for each thing read otherwise."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from careercli.terminal import write_error

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class Progress:
    """A context in which `report` shows how far the work has come; without `lines`, on a terminal only."""

    def __init__(self, *, lines: bool = True) -> None:
        self._lines = lines
        self._bars: Bars | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> "Progress":
        """Show an empty bar where standard error is a terminal."""
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bars

            columns = (
                TextColumn("{task.description}", markup=False),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
            )
            self._bars = Bars(*columns, console=Console(stderr=True, highlight=False), transient=True)
            self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bars is not None:
            self._bars.stop()

    def report(self, what: str, done: int, total: int) -> None:
        """Say what is being read now, and how many of how many are done."""
        if self._bars is None:
            if what and self._lines:
                write_error(f"careercli: reading {what} ({done + 1} of {total})")
            return
        if self._task is None or done == 0:
            self._task = self._bars.add_task(what, total=total)
        self._bars.update(self._task, description=what, completed=done, total=total)
