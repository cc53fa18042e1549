"""Catalog files as they are, and as they were in a revision of git.

`git:REV:PATH` is the file PATH in the revision REV of the repository around the working directory; PATH counts from
the repository's root, or begins with `./`, as git has it. It is read raw with `git cat-file`, which never asks a remote
and runs no filter and no hook.
"""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from careercli.catalog.index_cache import layer_label
from careercli.catalog.layers import merge
from careercli.catalog.validate import read_catalog
from careercli.catalog.yaml_reader import Document, parse, read_bytes
from careercli.errors import CatalogInvalid, NotFound, UsageProblem, for_all
from careercli.model import Catalog

GIT_PREFIX = "git:"
_OFFLINE = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
"""What a partial clone lacks is missing, not fetched."""


class CatalogPair(NamedTuple):
    """Two catalogs to hold against each other."""

    old: Catalog
    new: Catalog
    base: tuple[str, ...]
    """The layers that both were read with, as answers name them; none where each stands alone."""


def read_layers(names: Iterable[str]) -> Catalog:
    """Return the checked catalog of the layers, files or `git:REV:PATH`, laid over each other in this order."""
    return read_catalog(merge(for_all(_document, list(names))))


def read_catalog_pair(old: str, new: str, base: Sequence[str] = ()) -> CatalogPair:
    """Return both catalogs, each alone if both are valid alone, otherwise both on top of `base`.

    If one of them is a version of a layer in `base`, both take that layer's place. Raise CatalogInvalid with the
    problems of both.
    """
    documents = for_all(_document, (old, new))
    try:
        alone = for_all(lambda document: read_catalog(merge((document,))), documents)
    except CatalogInvalid:
        if not base:
            raise
    else:
        return CatalogPair(alone[0], alone[1], ())
    own = {os.path.realpath(path) for path in (_in_worktree(old), _in_worktree(new)) if path is not None}
    places = [position for position, layer in enumerate(base) if os.path.realpath(layer) in own]
    others = [layer for layer in base if os.path.realpath(layer) not in own]
    at = places[0] if places else len(others)
    under = for_all(_document, others)
    read = for_all(lambda document: read_catalog(merge([*under[:at], document, *under[at:]])), documents)
    return CatalogPair(read[0], read[1], tuple(map(layer_label, others)))


def read_revision(name: str) -> bytes:
    """Return the bytes of `git:REV:PATH`; raise NotFound or UsageProblem in one line that says what is missing."""
    revision, path = revision_of(name)
    content = _git("cat-file", "blob", f"{revision}:{path}")
    if content is not None:
        return content
    if _git("rev-parse", "--git-dir") is None:
        raise NotFound(
            f"{name}: this is not a git repository", hint="Change to the repository, or type git status to see more."
        )
    if _git("rev-parse", "--quiet", "--verify", f"{revision}^{{tree}}") is None:
        raise NotFound(
            f"no revision '{revision}' in this repository",
            hint="A shallow clone has only the newest one. Get the others with: git fetch --unshallow",
        )
    raise NotFound(
        f"no file '{path}' in revision '{revision}'",
        hint="A path starts at the root of the repository. To start at this folder, begin it with ./",
    )


def revision_of(name: str) -> tuple[str, str]:
    """Return revision and path of `git:REV:PATH`; raise UsageProblem for what is none, or would be an option to git."""
    revision, colon, path = name.removeprefix(GIT_PREFIX).partition(":")
    if not (revision and colon and path):
        raise UsageProblem(
            f"'{name}' does not name a file in a revision", hint="Write git:REV:PATH, such as git:main:ladder.yaml"
        )
    if revision.startswith("-"):
        raise UsageProblem(f"'{revision}' is not a revision: it begins with a dash")
    return revision, path


def _document(name: str) -> Document:
    return parse(name, read_revision(name) if name.startswith(GIT_PREFIX) else read_bytes(name))


def _in_worktree(name: str) -> str | None:
    """Return where the file stands on disk now, if anywhere."""
    if not name.startswith(GIT_PREFIX):
        return name
    _, path = revision_of(name)
    if path.startswith(("./", "../")):
        return path
    root = _git("rev-parse", "--show-toplevel")
    return None if root is None else os.path.join(os.fsdecode(root.removesuffix(b"\n")), path)


def _git(*arguments: str) -> bytes | None:
    """Return what git prints, None where it fails; raise NotFound where there is no git."""
    program = shutil.which("git")
    if program is None:
        raise NotFound("git is not installed, and git:REV:PATH needs it", hint="Install git, or name two files.")
    with contextlib.suppress(OSError):
        done = subprocess.run(  # noqa: S603 (no shell; the one argument that the user writes cannot begin with a dash)
            [program, *arguments], stdin=subprocess.DEVNULL, capture_output=True, env=os.environ | _OFFLINE, check=False
        )
        return done.stdout if done.returncode == 0 else None
    return None
