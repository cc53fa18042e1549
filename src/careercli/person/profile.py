"""Our own small profile, a YAML file of a few lines with skills, experience, education and certificates -> a Person."""

from collections.abc import Iterator, Mapping
from typing import Any

from careercli.catalog.yaml_reader import parse
from careercli.errors import CatalogInvalid, UsageProblem
from careercli.matching import did_you_mean
from careercli.person.field_reader import FieldReader
from careercli.person.model import Credential, EducationEntry, Person, Section, StatedSkill, WorkEntry

_HINT = "See how to write a profile: docs/gap.md"
NEITHER = "neither a JSON Resume nor a profile"
_KEYS: tuple[Section, ...] = ("skills", "experience", "education", "certificates")
_JOB = ("title", "from", "to", "years")
_STUDY = ("degree", "field", "from", "to")


def parse_yaml(name: str, content: bytes, *, hint: str) -> dict[str, Any]:
    """Return the plain data of a YAML file, read by the catalog's careful reader; raise UsageProblem for a bad one."""
    try:
        document = parse(name, content)
    except CatalogInvalid as error:
        problem = error.problems[0]
        if "catalog" in problem.message:  # what a catalog is helps nobody who writes a profile
            problem = problem._replace(message=NEITHER, line=0)
        raise UsageProblem(str(problem), hint=hint) from None
    for problem in document.problems:
        raise UsageProblem(str(problem).replace("in a catalog", "here"), hint=hint)
    return document.data


def person_of_profile(name: str, data: Mapping[str, object]) -> Person:
    """Return what a profile tells; raise UsageProblem for an unknown key or a value of the wrong kind."""
    read = FieldReader(name, _HINT)
    known = ("country", *_KEYS)
    if not any(key in known or did_you_mean(key[:40], known) for key in data):
        raise UsageProblem(f"{name}: {NEITHER}", hint=_HINT)  # running text is not repeated in an error
    _refuse_unknown(name, data, known, "")
    return Person(
        format="profile",
        skills=tuple(_claims(read, data.get("skills"))),
        work=tuple(_jobs(read, name, data.get("experience"))),
        education=tuple(_studies(read, name, data.get("education"))),
        credentials=tuple(
            Credential(text, path) for text, path in read.texts(data.get("certificates"), "certificates")
        ),
        country=read.text(data.get("country"), "country").upper(),
        stated_sections=frozenset(key for key in _KEYS if data.get(key) is not None),
    )


def _refuse_unknown(name: str, fields: Mapping[str, object], known: tuple[str, ...], path: str) -> None:
    for key in fields:
        if key not in known:
            where = f"{path}.{key[:40]}" if path else key[:40]
            message = f"{name}: {where}: unknown key{did_you_mean(key[:40], known)}"
            raise UsageProblem(message, hint=f"Known keys: {', '.join(known)}. {_HINT}")


def _claims(read: FieldReader, value: object) -> Iterator[StatedSkill]:
    """Yield the skills: a list of names, or names with levels; a bare number is a level of 0 to 100."""
    if isinstance(value, dict):
        for text, level in value.items():
            said = read.text(level, f"skills.{text[:40]}")
            yield StatedSkill(text, f"{said}/100" if said.isdigit() else said, f"skills.{text[:40]}")
        return
    for text, path in read.texts(value, "skills"):
        yield StatedSkill(text, "", path)


def _jobs(read: FieldReader, name: str, value: object) -> Iterator[WorkEntry]:
    for entry, path in read.entries(value, "experience"):
        if not isinstance(entry, dict):
            yield WorkEntry(read.text(entry, path), "", "", path)
            continue
        _refuse_unknown(name, entry, _JOB, path)
        title, start, end, years = (read.text(entry.get(key), f"{path}.{key}") for key in _JOB)
        yield WorkEntry(title, start, end, path, _years(name, years, f"{path}.years"))


def _years(name: str, text: str, path: str) -> float | None:
    if not text:
        return None
    try:
        years = float(text)
    except ValueError:
        years = -1
    if not 0 <= years <= 80:
        raise UsageProblem(f"{name}: {path}: expected a number of years from 0 to 80", hint=_HINT)
    return years


def _studies(read: FieldReader, name: str, value: object) -> Iterator[EducationEntry]:
    for entry, path in read.entries(value, "education"):
        if not isinstance(entry, dict):
            yield EducationEntry(read.text(entry, path), "", "", "", path)
            continue
        _refuse_unknown(name, entry, _STUDY, path)
        degree, field, start, end = (read.text(entry.get(key), f"{path}.{key}") for key in _STUDY)
        yield EducationEntry(degree, field, start, end, path)
