"""Rows of quoted text that become cells when they are asked for: half a million of them at once fill the memory."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import overload

from careercli.errors import ImportProblem


class CsvRows(Sequence["list[str | float | None]"]):
    """The rows of one file, read anew each time; a cell without text is None."""

    def __init__(self, file_label: str, content: bytes, encoding: str, delimiter: str, start: int = 0) -> None:
        self._file_label = file_label
        self._content = content
        self._encoding = encoding
        self._delimiter = delimiter
        self._start = start

    def __iter__(self) -> Iterator["list[str | float | None]"]:
        """Yield every row; raise ImportProblem for what is no delimited text."""
        text = io.TextIOWrapper(io.BytesIO(self._content), self._encoding, "replace", newline="")
        try:
            for row in islice(csv.reader(text, delimiter=self._delimiter), self._start, None):
                yield [cell.strip() or None for cell in row]
        except csv.Error as error:
            raise ImportProblem(f"{self._file_label}: not a text file with columns: {error}") from None

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> "list[str | float | None]": ...
    @overload
    def __getitem__(self, index: slice) -> "Sequence[list[str | float | None]]": ...
    def __getitem__(self, index: int | slice) -> "list[str | float | None] | Sequence[list[str | float | None]]":
        if isinstance(index, int):
            return next(islice(self, index, None))
        if index.stop is None:
            start = self._start + (index.start or 0)
            return CsvRows(self._file_label, self._content, self._encoding, self._delimiter, start)
        return list(islice(self, index.start, index.stop))
