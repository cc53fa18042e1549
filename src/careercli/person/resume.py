"""A JSON Resume -> a Person. Reads 1.x, and the older field names where they differ.

Read are skills, positions with their dates, degrees, certificates and the country; running text is kept only to look
for names of skills in it. Who the person is, and for whom they worked, is not read.
"""

from collections.abc import Iterator, Mapping

from careercli.errors import UsageProblem
from careercli.person.field_reader import FieldReader
from careercli.person.model import Credential, EducationEntry, Person, Section, StatedSkill, TextPassage, WorkEntry

SECTIONS = (
    "basics", "work", "volunteer", "education", "awards", "certificates", "certifications", "publications", "skills",
    "languages", "interests", "references", "projects",
)  # fmt: skip
_HINT = "See what a JSON Resume looks like: https://jsonresume.org/schema"
_FRESH_HINT = "Convert it to JSON Resume, for example with HackMyResume, or write a profile: docs/gap.md"


def is_resume(data: Mapping[str, object]) -> bool:
    """Say whether data that is not JSON is a JSON Resume all the same, written as YAML."""
    return "basics" in data or "work" in data or "$schema" in data


def person_of_resume(name: str, data: object) -> Person:
    """Return what a JSON Resume tells; raise UsageProblem with the path of what has the wrong kind."""
    if not isinstance(data, dict):
        raise UsageProblem(f"{name}: expected an object with basics, work, education and skills", hint=_HINT)
    if _is_fresh(data):
        raise UsageProblem(f"{name}: this is a FRESH resume, but careercli reads JSON Resume", hint=_FRESH_HINT)
    if not any(section in data for section in SECTIONS):
        message = f"{name}: not a JSON Resume: it has no basics, work, education or skills"
        raise UsageProblem(message, hint=_HINT)
    read = FieldReader(name, _HINT)
    basics = read.fields(data.get("basics"), "basics")
    place = basics.get("location")
    location = read.fields(place, "basics.location") if isinstance(place, dict) else {}
    certificates = "certificates" if data.get("certificates") is not None else "certifications"
    return Person(
        format="resume",
        skills=tuple(_claims(read, data)),
        work=tuple(_jobs(read, data)),
        education=tuple(_studies(read, data)),
        credentials=tuple(_papers(read, data.get(certificates), certificates)),
        passages=tuple(_passages(read, data, basics)),
        country=read.text(location.get("countryCode"), "basics.location.countryCode").upper(),
        stated_sections=frozenset(_told(data)),
    )


def _is_fresh(data: Mapping[str, object]) -> bool:
    meta, employment, skills = data.get("meta"), data.get("employment"), data.get("skills")
    form = meta.get("format") if isinstance(meta, dict) else None
    return (
        (isinstance(form, str) and form.upper().startswith("FRESH"))
        or (isinstance(employment, dict) and "history" in employment)
        or (isinstance(skills, dict) and "sets" in skills)
    )


def _told(data: Mapping[str, object]) -> Iterator[Section]:
    sections: dict[str, Section] = {
        "skills": "skills", "work": "experience", "education": "education", "certificates": "certificates",
        "certifications": "certificates",
    }  # fmt: skip
    for key, section in sections.items():
        if data.get(key) is not None:
            yield section


def _claims(read: FieldReader, data: Mapping[str, object]) -> Iterator[StatedSkill]:
    for entry, path in read.entries(data.get("skills"), "skills"):
        if not isinstance(entry, dict):
            yield StatedSkill(read.text(entry, path), "", path)
            continue
        level = read.text(entry.get("level"), f"{path}.level")
        name = read.text(entry.get("name"), f"{path}.name")
        if name:
            yield StatedSkill(name, level, f"{path}.name")
        for keyword, where in read.texts(entry.get("keywords"), f"{path}.keywords"):
            yield StatedSkill(keyword, level, where, level_of_group=True)
    for entry, path in read.entries(data.get("projects"), "projects"):
        for keyword, where in read.texts(read.fields(entry, path).get("keywords"), f"{path}.keywords"):
            yield StatedSkill(keyword, "", where)
    for entry, path in read.entries(data.get("languages"), "languages"):
        fields = read.fields(entry, path) if not isinstance(entry, str) else {"language": entry}
        language = read.text(fields.get("language") or fields.get("name"), f"{path}.language")
        fluency = read.text(fields.get("fluency") or fields.get("level"), f"{path}.fluency")
        if language:
            yield StatedSkill(language, fluency, f"{path}.language", is_spoken_language=True)


def _jobs(read: FieldReader, data: Mapping[str, object]) -> Iterator[WorkEntry]:
    for fields, path in _nested(read, data.get("work"), "work"):
        title = read.text(fields.get("position") or fields.get("title"), f"{path}.position")
        start = read.text(fields.get("startDate"), f"{path}.startDate")
        end = read.text(fields.get("endDate"), f"{path}.endDate")
        if not title and fields.get("positions"):
            continue  # the whole time at an employer, whose positions have times of their own
        if title or start or end or any(fields.get(key) for key in ("name", "company")):
            yield WorkEntry(title, start, end, path)


def _nested(read: FieldReader, value: object, section: str) -> Iterator[tuple[dict[str, object], str]]:
    """Yield each entry, then the positions at one employer that are listed within it."""
    for entry, path in read.entries(value, section):
        fields = read.fields(entry, path)
        yield fields, path
        within = fields.get("positions") if section == "work" else None
        for position, where in read.entries(within, f"{path}.positions"):
            yield read.fields(position, where), where


def _studies(read: FieldReader, data: Mapping[str, object]) -> Iterator[EducationEntry]:
    for entry, path in read.entries(data.get("education"), "education"):
        fields = read.fields(entry, path)
        keys = ("studyType", "area", "startDate", "endDate")
        degree, field, start, end = (read.text(fields.get(key), f"{path}.{key}") for key in keys)
        if degree or field or start or end or fields.get("institution"):
            yield EducationEntry(degree, field, start, end, path)


def _papers(read: FieldReader, value: object, section: str) -> Iterator[Credential]:
    for entry, path in read.entries(value, section):
        if isinstance(entry, dict):
            name = read.text(entry.get("name") or entry.get("title"), f"{path}.name")
        else:
            name = read.text(entry, path)
        if name:
            yield Credential(name, path)


def _passages(read: FieldReader, data: Mapping[str, object], basics: Mapping[str, object]) -> Iterator[TextPassage]:
    for key in ("label", "summary"):
        yield from _passage(read, basics.get(key), f"basics.{key}")
    for section in ("work", "volunteer", "projects", "education"):
        for fields, path in _nested(read, data.get(section), section):
            for key in ("position", "summary", "description") if section != "education" else ():
                yield from _passage(read, fields.get(key), f"{path}.{key}")
            for key in ("highlights", "courses"):
                for text, where in read.texts(fields.get(key), f"{path}.{key}"):
                    yield TextPassage(text, where)


def _passage(read: FieldReader, value: object, path: str) -> Iterator[TextPassage]:
    text = read.text(value, path)
    if text:
        yield TextPassage(text, path)
