"""The whole guide of a role or of one level: the key figures, the contents, the sections, what to ask next."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from careercli.answers.shared.figures import RoleData, load_roles, source_views
from careercli.answers.shared.key_figures import key_figure_views
from careercli.answers.shared.local_figures import at_places, places_with_pay
from careercli.answers.shared.names import Names
from careercli.answers.shared.places import resolve_places
from careercli.answers.shared.sections import no_section
from careercli.answers.shared.view_parts import copied
from careercli.answers.show.occupation_profile import profile_sections
from careercli.answers.show.origin import origin_rows
from careercli.answers.show.sections import SECTIONS, level_sections, role_sections
from careercli.answers.show.view import ContentView, GuideView, KeyFiguresView, NextView, SectionView, ShowView
from careercli.catalog.reader import CatalogReader
from careercli.errors import UsageProblem
from careercli.model import Role, RoleRef


def show(  # noqa: PLR0913 (the options of the command)
    reader: CatalogReader,
    names: Sequence[str],
    *,
    sections: Sequence[str] = (),
    contents: bool = False,
    origin: bool = False,
    place_name: str | None = None,
) -> ShowView:
    """Return the guides: whole, only some sections, only what there is to read, or only where each value comes from.

    With `place_name` pay is that of the place. Raises NotFound or UsageProblem for an unknown name, place or section.
    """
    for section in sections:
        if section not in SECTIONS:
            raise no_section(section, SECTIONS)
    if contents and (sections or origin):
        raise UsageProblem(
            "--toc cannot be combined with --section or --origin", hint="Leave out --section and --origin."
        )
    resolver = Names(reader)
    places = resolver.resolve_words(names)
    role_data = load_roles(reader, [place.role for place in places])
    named = [place_name] if place_name else []
    found = resolve_places(reader, named, lambda some: places_with_pay(reader, role_data, places, some))
    role_data = at_places(reader, role_data, found.ids) if found.ids else role_data
    brief = contents or (origin and not sections)
    guides = tuple(_guide(reader, role_data, place, sections, brief=brief) for place in places)
    if found.ids:  # key figures are what lists tell, of the nation
        guides = tuple(structs.replace(guide, key_figures=None) for guide in guides)
    if origin:
        told = [origin_rows(reader, place) for place in places]
        guides = tuple(
            structs.replace(guide, contents=(), origin=rows) for guide, rows in zip(guides, told, strict=True)
        )
    return ShowView(
        read_as=(*(resolver.read_as or ()), *found.read_as) or None,
        place=next(iter(found.ids), None),
        rows=guides,
        sources=source_views(reader, (source for guide in guides for source in _cited(guide))),
    )


def _guide(
    reader: CatalogReader, role_data: RoleData, ref: RoleRef, options: Sequence[str], *, brief: bool
) -> GuideView:
    role = role_data.roles[ref.role]
    level = next((level for level in role.levels if level.id == ref.level), None)
    if level:
        made = level_sections(role_data, ref.role, level)
    else:
        own = role_sections(reader, role_data, ref.role, role)
        made = [*own, *profile_sections(reader, role_data, role, generated=reader.is_generated(ref.role))]
    whole = not options and not brief
    family = reader.families()[role.family]
    return GuideView(
        role=ref.role,
        level=ref.level,
        title=level.title if level else role.title,
        family=role.family,
        family_title=family.title,
        family_note=family.note,
        aliases=() if level else role.aliases,
        summary=role.summary,
        key_figures=_key_figures(reader, ref.role) if whole and not level else None,
        contents=tuple(
            copied(ContentView, section, entry_count=_entries(section)) for section in made if _has_content(section)
        ),
        sections=() if brief else _selected_sections(made, options),
        origin=(),
        see_also=tuple(_next(ref, role, made)) if whole else (),
    )


def _key_figures(reader: CatalogReader, role_id: str) -> KeyFiguresView:
    summary = reader.role_summaries_of([role_id])[role_id]
    return copied(KeyFiguresView, summary, **key_figure_views(summary))


def _entries(section: SectionView) -> int:
    """Count what a section lists; running text counts as one."""
    names = ("items", "terms", "skills", "training", "distributions", "figures", "levels")
    return sum(len(getattr(section, name)) for name in names) + (section.text is not None)


def _next(ref: RoleRef, role: Role, made: Sequence[SectionView]) -> Iterator[NextView]:
    """Yield the commands that a reader of the guide asks next, those that have an answer."""
    name = str(ref)
    if any(section.distributions for section in made):
        yield NextView(command=f"careercli salary {name}", answers="every pay figure, side by side")
    if role.levels or role.moves:
        yield NextView(command=f"careercli path {name}", answers="how people get in and where it leads")
    for similar_role in list(dict.fromkeys([*role.contrast, *role.related]))[:1]:
        yield NextView(command=f"careercli compare {name} {similar_role}", answers="compare the two")


def _selected_sections(made: Sequence[SectionView], options: Sequence[str]) -> tuple[SectionView, ...]:
    """Return the sections that say something; of those asked for by name, the empty ones too, marked as such."""
    said = {section.section: section for section in made if _has_content(section)}
    if not options:
        return tuple(said.values())
    asked = {id_: title for id_, title in SECTIONS.items() if id_ in options}
    return tuple(
        said.get(id_) or SectionView(section=id_, section_title=title, said=False) for id_, title in asked.items()
    )


def _has_content(section: SectionView) -> bool:
    return any(
        getattr(section, name)
        for name in section.__struct_fields__
        if name not in ("section", "section_title", "said", "source")
    )


def _cited(guide: GuideView) -> list[str]:
    """Return the sources of a guide in the order in which they are met."""
    cited: list[str] = []
    for section in guide.sections:
        cited += [section.source] if section.source else []
        cited += [pay.source for pay in section.distributions]
        cited += [figure.source for figure in section.figures]
        cited += [skill.source for skill in section.skills if skill.source]
        cited += [training.source for training in section.training]
        for level in section.levels:
            cited += [level.source, *(pay.source for pay in level.distributions)]
            cited += [level.official_wage_level.source] if level.official_wage_level else []
            cited += [level.estimate.source, level.estimate.pay_source] if level.estimate else []
    return cited
