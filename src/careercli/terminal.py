"""The streams: how wide, whether in colour, in which encoding; and the only place that writes an answer."""

import contextlib
import errno
import os
import sys
from typing import Literal, NamedTuple, TextIO

from careercli.errors import OutputProblem, reason_of
from careercli.files import open_stream, write_atomically
from careercli.safe_text import escape_invisible, replace_unencodable

ColorChoice = Literal["auto", "always", "never"]
MIN_WIDTH = 20
MAX_WIDTH = 10_000
DEFAULT_WIDTH = 80
"""Columns of a page that no terminal limits: a pipe, a file."""


class RenderOptions(NamedTuple):
    """How a text may look where it goes."""

    width: int | None
    """Columns, or None where nothing limits a line."""
    color: bool
    encoding: str


def render_options(*, width: int | None, color: ColorChoice, to_file: bool = False) -> RenderOptions:
    """Return the look of standard output.

    A flag counts first, then the environment (COLUMNS, NO_COLOR, FORCE_COLOR, TERM), then the terminal. A page in a
    pipe or a file has DEFAULT_WIDTH columns, so that it is the same everywhere.
    """
    stdout: TextIO | None = sys.stdout
    terminal = not to_file and stdout is not None and stdout.isatty()
    return RenderOptions(
        width=max(width, MIN_WIDTH) if width is not None else _width(terminal),
        color=_color(color, terminal),
        encoding="utf-8" if to_file or stdout is None else (stdout.encoding or "utf-8").lower(),
    )


def _width(terminal: bool) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and len(columns) < 6 and int(columns) > 0:
        return min(max(int(columns), MIN_WIDTH), MAX_WIDTH)
    size = _terminal_size() if terminal else None
    return max(size.columns or DEFAULT_WIDTH, MIN_WIDTH) if size else DEFAULT_WIDTH


def overflows(text: str, width: int) -> bool:
    """Say whether a text of lines of at most `width` columns is longer than the terminal; a pipe is never too short.

    One line is left for the prompt of the shell.
    """
    size = _terminal_size() if sys.stdout is not None and sys.stdout.isatty() else None
    if size is None or size.lines < 1 or size.columns < 1:
        return False
    return text.count("\n") * -(-width // size.columns) >= size.lines


def _terminal_size() -> os.terminal_size | None:
    with contextlib.suppress(OSError, ValueError):
        return os.get_terminal_size(sys.stdout.fileno())
    return None


def _color(choice: ColorChoice, terminal: bool) -> bool:
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def write(text: str, output: str | None) -> None:
    """Write an answer whole: to standard output, or to a file that is replaced only when all of it is there.

    Raises OutputProblem when the file cannot be written. A reader that went away ends the writing quietly.
    """
    if output is not None:
        _write_file(text.encode(), output)
        return
    _write_stream(encoded(text))


def encoded(text: str) -> bytes:
    """Return the text in the encoding of standard output; a sign that it has not becomes one that it has."""
    encoding = (sys.stdout.encoding if sys.stdout else None) or "utf-8"
    return replace_unencodable(text, encoding.lower()).encode(encoding, "replace")


def write_data(payload: bytes, output: str | None) -> None:
    """Write a data format, which is UTF-8 on every stream."""
    if output is not None:
        _write_file(payload, output)
        return
    _write_stream(payload)


def write_error(text: str) -> None:
    """Write one line to standard error, whatever its encoding and whatever the text holds."""
    encoding = (sys.stderr.encoding if sys.stderr else None) or "utf-8"
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(
            replace_unencodable(escape_invisible(text), encoding.lower()).encode(encoding, "replace").decode(encoding)
            + "\n"
        )


def flush() -> None:
    """Write what others printed to standard output, such as the help.

    Raises OutputProblem when that fails. A reader that went away ends the writing quietly.
    """
    if sys.stdout is not None:
        _write_stream(b"")


def _write_stream(payload: bytes) -> None:
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise OutputProblem("cannot write the answer: standard output is closed", hint="Name a file with --output.")
    try:
        stream.flush()
        stream.buffer.write(payload)
        stream.buffer.flush()
    except BrokenPipeError:
        # Python flushes once more at exit; give that flush a place to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise OutputProblem(f"cannot write the answer: {reason_of(error)}") from None


def _write_file(payload: bytes, output: str) -> None:
    try:
        stream = open_stream(output)
        if stream is not None:
            with stream:
                stream.write(payload)
            return
        target = os.path.realpath(output)  # a link stays a link
        if not os.path.isdir(os.path.dirname(target)):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if os.path.exists(target) and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if os.path.exists(target) and os.stat(target).st_nlink > 1:
            with open(target, "r+b") as file:  # it has other names, which a file put in its place would not have
                file.write(payload)
                file.truncate()
            return
        write_atomically(target, payload)
    except BrokenPipeError:
        return
    except OSError as error:
        raise OutputProblem(f"cannot write {output}: {reason_of(error)}", hint="Choose another --output.") from None
