"""Everything in the embedded catalog can be seen: each text and number of each record stands in some command's JSON."""

import contextlib
from collections.abc import Iterator, Mapping

import msgspec

from careercli.answers.catalog_sources.answer import sources
from careercli.answers.list.answer import Filters, list_roles
from careercli.answers.path.answer import progression_tree
from careercli.answers.salary.answer import salary
from careercli.answers.shared.view_parts import AnswerView
from careercli.answers.show.answer import show
from careercli.answers.skills.answer import skills
from careercli.catalog.reader import CatalogReader
from careercli.errors import NotFound
from careercli.measures import MIN_SELF_EMPLOYED
from careercli.model import Catalog, Figure, Record, RoleRef
from tests.conftest import embedded_catalog, read, reader_of

Value = str | int | float
UNSEEN = {
    ("occupations", "wage_ratios"): "what estimates are worked out with; their values and spread are shown",
    ("occupations", "profile"): "what a survey says of an occupation; a role of our own has our texts in its place",
}
"""Fields that no command shows, and why."""


def values(thing: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Value]]:
    """Yield every text and number of a record with its path; of a record only what differs from the default."""
    if isinstance(thing, Record):
        if isinstance(thing, Figure) and thing.measure == "self-employed" and (thing.value or 0) <= MIN_SELF_EMPLOYED:
            return  # up to a quarter pay of employees still speaks of most people
        fields = zip(thing.__struct_fields__, _defaults(thing), strict=True)
        for name, default in fields:
            value = getattr(thing, name)
            if value != default and (*path[:1], name) not in UNSEEN:
                yield from values(value, (*path, name))
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield (*path, "key"), key
            yield from values(value, path)
    elif isinstance(thing, tuple | list):
        for value in thing:
            yield from values(value, path)
    elif isinstance(thing, str | int | float) and not isinstance(thing, bool):
        yield path, thing


def _defaults(record: Record) -> list[object]:
    return [
        field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
        for field in msgspec.structs.fields(type(record))
    ]


class Shown:
    """What answers say: every text and number of their JSON."""

    def __init__(self, *views: AnswerView) -> None:
        self.numbers: set[float] = set()
        texts: dict[str, None] = {}
        for view in views:
            for value in _leaves(msgspec.to_builtins(view)):
                if isinstance(value, str):
                    texts[value] = None
                else:
                    self.numbers.add(value)
        self.text = "\0".join(texts)

    def __contains__(self, value: object) -> bool:
        if isinstance(value, str):
            role, level = RoleRef.parse(value)  # JSON has role and level apart
            return value in self.text or (level is not None and role in self.text and level in self.text)
        return value in self.numbers


def _leaves(thing: object) -> Iterator[Value]:
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield key
            yield from _leaves(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from _leaves(value)
    elif isinstance(thing, str | int | float) and not isinstance(thing, bool):
        yield thing


def test_what_a_role_and_its_occupations_say_is_seen_when_one_asks_about_the_role(
    embedded: CatalogReader,
) -> None:
    catalog = embedded_catalog()
    unseen: set[tuple[str, ...]] = set()
    for key, role in catalog.roles.items():
        own = [level for level in role.levels if level.occupations]
        about = [
            show(embedded, [key, *(f"{key}@{level.id}" for level in own)]),
            progression_tree(embedded, key, depth=1),
            skills(embedded, key),
            salary(embedded, [key]),
        ]
        for per in ("year", "hour"):
            with contextlib.suppress(NotFound):  # no occupation, or pay a year only
                about.append(salary(embedded, [key], by="year", per=per))
        shown = Shown(*about)
        said = [*values(role, ("roles",))]
        links = [*role.occupations, *(link for level in own for link in level.occupations)]
        for occupation in embedded.occupations(link.code for link in links).values():
            said += values(
                occupation, ("occupations",)
            )  # with the newest pay of the nation: places are other questions
        unseen |= {(*path, key, str(value)) for path, value in said if _as_shown(catalog, path, value) not in shown}
    assert sorted(unseen) == []


def test_what_a_survey_says_is_seen_where_nobody_else_describes_the_job(embedded: CatalogReader) -> None:
    made = sorted(embedded.generated_roles())[::20]
    for key, role in embedded.roles(made).items():
        profile = next(filter(None, (one.profile for one in embedded.occupations([role.occupations[0].code]).values())))
        shown = Shown(show(embedded, [key]))
        assert profile.description in shown
        assert [task.text for task in profile.tasks if task.core is not False and task.text not in shown] == []
        assert [name for group in profile.technology.values() for name in group if name not in shown] == []
        assert {title for title in (*profile.titles, *profile.shared_titles) if title not in shown} == set()


def _as_shown(catalog: Catalog, path: tuple[str, ...], value: Value) -> Value:
    """Return the title of a role that is named by its id where guides name it by its title."""
    return catalog.roles[str(value)].title if path[-2:] in (("related", "key"), ("contrast", "key")) else value


def test_what_the_catalog_says_besides_roles_is_seen(embedded: CatalogReader) -> None:
    catalog = embedded_catalog()
    unseen: list[tuple[str, ...]] = []
    answers: dict[str, AnswerView] = {
        "sources": sources(embedded, year=2026),
        "skills": skills(embedded, None),
        "families": list_roles(embedded, Filters(), sort="family"),
    }
    for section, view in answers.items():
        shown = Shown(view)
        for key, record in getattr(catalog, section).items():
            said = [((section,), key), *values(record, (section,))]
            unseen += [(*path, key, str(value)) for path, value in said if value not in shown]
    assert unseen == []


def test_what_no_embedded_record_says_yet_would_be_seen() -> None:
    """Notes and dates that the schema has for layers."""
    layer = """\
schema_version: 1
name: notes
sources:
  survey: {title: A survey, kind: survey, retrieved: 2026-03-04, note: Asked by mail.}
places:
  US: {title: United States}
families:
  farm: {title: Farm, note: All that grows.}
occupations:
  "45-2092":
    title: Farmworkers
    scheme: soc-2018
    part_of: "45-2090"
    note: Counted in October.
    pay: [{source: survey, place: US, per: year, currency: USD, mean: 31000, components: total, note: With meals.}]
  "45-2090": {title: Workers, scheme: soc-2018}
roles:
  picker:
    title: Picker
    family: farm
    summary: Picks.
    occupations: [{code: "45-2092", fit: exact, why: The same people.}]
"""
    catalog = read(layer)
    with reader_of(catalog) as reader:
        shown = Shown(show(reader, ["picker"]), sources(reader, year=2026))
    said = [
        (section, *path, str(value))
        for section in ("sources", "families", "roles", "occupations")
        for record in getattr(catalog, section).values()
        for path, value in values(record)
        if value not in shown and value != "Workers"
    ]
    assert said == []
