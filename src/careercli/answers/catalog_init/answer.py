"""`catalog init`: a ladder to start from, the schema that editors read, and a check of every change.

Nothing that stands is overwritten, and either all of the files are written or none.
"""

import contextlib
import os
import shlex
from collections.abc import Callable, Iterator, Mapping

from careercli.answers.catalog_init.view import FileView, InitView, NextView
from careercli.catalog.document_schema import schema_file
from careercli.errors import OutputProblem, reason_of

_ELSEWHERE = "Nothing was written. Choose another folder: careercli catalog init DIR"


def init(folder: str) -> InitView:
    """Write the files into the folder, made if need be; raise OutputProblem where one stands or cannot be written."""
    ladder, schema, workflow = paths = tuple(
        os.path.normpath(os.path.join(folder, *parts))
        for parts in (("ladder.yaml",), ("catalog.schema.json",), (".github", "workflows", "ladder.yml"))
    )
    contents = dict(zip(paths, (_template("ladder.yaml"), schema_file(), _template("workflow.yaml")), strict=True))
    _write_all(contents)
    purposes = {
        ladder: "two roles, five levels and a fork, with comments",
        schema: "lets your editor explain and complete the keys",
        workflow: "checks every change; it must be at the root of the repository",
    }
    named = shlex.quote(ladder)
    steps = {
        f"careercli catalog lint {named}": "find mistakes",
        f"careercli path product-engineer --catalog {named}": "see the ladder",
        f"careercli compare product-engineer@senior product-engineer@lead --catalog {named}": "see what changes",
        f"careercli catalog layers add {named}": "let every command read it from now on",
    }
    return InitView(
        rows=tuple(FileView(file=path, what=purposes[path], bytes=len(contents[path])) for path in paths),
        next=tuple(NextView(command=command, answers=answers) for command, answers in steps.items()),
    )


def _template(name: str) -> bytes:
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), "rb") as stream:
        return stream.read()


def _write_all(contents: Mapping[str, bytes]) -> None:
    """Write files that are not there yet; whatever goes wrong, take back what was made."""
    position = [path for path in contents if os.path.lexists(path)]
    if position:
        there = "already exist" if len(position) > 1 else "already exists"
        raise OutputProblem(f"{', '.join(position)} {there} and would be overwritten", hint=_ELSEWHERE)
    with contextlib.ExitStack() as undo:
        for path, content in contents.items():
            try:
                for folder in _missing_folders(path):
                    os.mkdir(folder)
                    undo.callback(_take_back, os.rmdir, folder)
                with open(path, "xb") as stream:  # x: another program may have written it meanwhile
                    undo.callback(_take_back, os.unlink, path)
                    stream.write(content)
            except OSError as error:
                raise OutputProblem(f"cannot write {path}: {reason_of(error)}", hint=_ELSEWHERE) from None
        undo.pop_all()


def _missing_folders(path: str) -> Iterator[str]:
    """Yield the folders that the path lacks, the outermost first."""
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        yield from _missing_folders(folder)
        yield folder


def _take_back(remove: Callable[[str], None], path: str) -> None:
    with contextlib.suppress(OSError):
        remove(path)
