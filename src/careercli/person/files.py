"""The file of a person -> a Person: opened once, read in the form that it is in, never copied."""

import sys
from typing import Any

import msgspec

from careercli.errors import UsageProblem, reason_of
from careercli.person.model import Person
from careercli.person.resume import is_resume, person_of_resume

MAX_BYTES = 2 * 1024 * 1024
"""A resume has some ten kilobytes; what is larger has pictures in it, or is none."""
FORMS = "Use a JSON Resume (jsonresume.org), or write a short profile: see docs/gap.md"
_NOT_TEXT = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a Word or zip file", b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "a rich text file", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"<": "a web page or XML",
    b"\xff\xfe": "in UTF-16", b"\xfe\xff": "in UTF-16",
}  # fmt: skip


def read_person(path: str) -> Person:
    """Return what the file tells of a person; `-` is standard input.

    Raises UsageProblem when it cannot be read, or is neither a JSON Resume nor a profile.
    """
    name = "standard input" if path == "-" else path
    return person_of(name, _content(path, name))


def person_of(name: str, content: bytes) -> Person:
    """Return what the bytes tell of a person; `name` stands in the errors."""
    if len(content) > MAX_BYTES:
        message = f"{name}: larger than {MAX_BYTES // 1024 // 1024} MB, too large for a resume"
        raise UsageProblem(message, hint="Remove pictures and attachments.")
    content = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not content:
        raise UsageProblem(f"{name}: the file is empty", hint=FORMS)
    for start, kind in _NOT_TEXT.items():
        if content.startswith(start):
            raise UsageProblem(f"{name}: this file is {kind}, which careercli cannot read as a resume", hint=FORMS)
    if content[:1] in b"{[" or name.endswith(".json"):
        return person_of_resume(name, _json(name, content))
    from careercli.person.profile import parse_yaml, person_of_profile  # only a profile needs YAML

    data = parse_yaml(name, content, hint=FORMS)
    return person_of_resume(name, data) if is_resume(data) else person_of_profile(name, data)


def _content(path: str, name: str) -> bytes:
    try:
        if path == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
        with open(path, "rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UsageProblem(f"{name}: cannot be read: {reason_of(error)}", hint="Type the path of a file.") from None


def _json(name: str, content: bytes) -> Any:
    """Return the data of JSON; an error tells the line, never the text."""
    try:
        content.decode()  # looked at here, because the decoder's own word for it changes with its version
        return msgspec.json.decode(content)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UsageProblem(f"{name}:{line}: not UTF-8", hint="Save the file as UTF-8.") from None
    except RecursionError:
        raise UsageProblem(f"{name}: nested too deep to be a resume", hint=FORMS) from None
    except msgspec.DecodeError as error:
        reason, _, place = str(error).partition(" (byte ")
        digits = place.rstrip(")")
        line = content.count(b"\n", 0, int(digits)) + 1 if digits.isdigit() else content.rstrip().count(b"\n") + 1
        reason = reason.removeprefix("JSON is malformed: ").lower()
        raise UsageProblem(f"{name}:{line}: not JSON: {reason}", hint=FORMS) from None
