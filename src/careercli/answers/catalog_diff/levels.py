"""What became of a role's ladder and of the skills that the role and its levels ask for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from careercli.amounts import difference, format_number, format_years_band, join_words
from careercli.answers.catalog_diff.fields import fields_changed, value_changed
from careercli.answers.catalog_diff.matching import SourcePair
from careercli.answers.catalog_diff.pay import figures_changed
from careercli.answers.catalog_diff.rows import FieldRef, Subject, change_kind, change_numbers
from careercli.answers.catalog_diff.view import DiffRow, Kind
from careercli.answers.shared.wording import NEEDS, TRACKS
from careercli.model import Level, LevelSkill, Role, RoleSkill


def levels_changed(of: Subject, sources: SourcePair, old: Role, new: Role, ids: Mapping[str, str]) -> Iterator[DiffRow]:
    """Yield what became of each level; `old` has the ids of `new` already, `ids` are those that were others before."""
    before, after = {level.id: level for level in old.levels}, {level.id: level for level in new.levels}
    earlier = {later: id_ for id_, later in ids.items()}

    def about(level: Level) -> Subject:
        return of._replace(section="levels", level=level.id, level_title=level.title, source=level.source)

    for level in new.levels:
        if level.id not in before:
            yield about(level).row("added", "", "Level", after=_level_text(level))
            continue
        if level.id in earlier:
            yield about(level).row("renamed", "id", "Id", before=earlier[level.id], after=level.id)
        yield from _level_changed(about(level), sources, before[level.id], level)
    for level in old.levels:
        if level.id not in after:
            yield about(level).row("gone", "", "Level", before=_level_text(level))
    stays = [level.id for level in new.levels if level.id in before]
    stood = [level.id for level in old.levels if level.id in after]
    if stays != stood:
        one, other = (
            join_words([side[id_].title for id_ in order]) for side, order in ((before, stood), (after, stays))
        )
        yield of._replace(section="levels").row("changed", "levels", "Order of the levels", before=one, after=other)


def _level_changed(on: Subject, sources: SourcePair, old: Level, new: Level) -> Iterator[DiffRow]:
    if old.title != new.title:
        yield on.row("renamed", "title", "Title", before=old.title, after=new.title)
    if old.track != new.track:
        yield on.row("changed", "track", "Track", before=TRACKS[old.track], after=TRACKS[new.track])
    if old.years != new.years:
        yield _years(on, old, new)
    yield from figures_changed(on, sources, old.pay, new.pay)
    yield from fields_changed(on, old, new, skip=("id", "title", "track", "years", "pay", "skills"))
    yield from skills_changed(on, old.skills, new.skills)


def _level_text(level: Level) -> str:
    return ", ".join([TRACKS[level.track], *([format_years_band(*level.years)] if level.years else [])])


def _years(on: Subject, old: Level, new: Level) -> DiffRow:
    before, after = (format_years_band(*level.years) if level.years else None for level in (old, new))
    said: dict[str, Any] = {"before": before, "after": after}
    if old.years is None or new.years is None:
        return on.row("gone" if new.years is None else "added", "years", "Years of experience", **said)
    began, begins = old.years[0], new.years[0]
    kind: Kind = change_kind(difference(begins, began))
    said |= {**change_numbers(began, begins), "unit": "years"} if kind != "changed" else {}
    return on.row(kind, "years", "Years of experience", **said)


# ---- skills ----


def skills_changed(
    of: Subject, old: Sequence[RoleSkill] | Sequence[LevelSkill], new: Sequence[RoleSkill] | Sequence[LevelSkill]
) -> Iterator[DiffRow]:
    """Yield what became of each skill that a role or a level asks for."""
    if old == new:
        return
    before, after = {skill.skill: skill for skill in old}, {skill.skill: skill for skill in new}
    rows: list[DiffRow] = []
    for key, skill in after.items():
        name = of.names.of("skill", key)
        if key not in before:
            rows.append(of.row("added", "skills", name, after=_requirement_text(skill)))
        else:
            rows += _skill_changed(of, name, before[key], skill)
    for key, skill in before.items():
        if key not in after:
            rows.append(of.row("gone", "skills", of.names.of("skill", key), before=_requirement_text(skill)))
    yield from rows or value_changed(FieldRef(of, "skills", "Skills"), tuple(old), tuple(new))


def _requirement_text(skill: RoleSkill | LevelSkill) -> str:
    """Say how much of a skill is asked for."""
    facts = [f"{format_number(skill.level)} of 100"] if skill.level is not None else []
    if isinstance(skill, RoleSkill):
        facts.insert(0, NEEDS[skill.need])
        if skill.importance is not None:
            facts.append(f"importance {format_number(skill.importance)} of 100")
    return ", ".join(facts) or "not rated"


def _skill_changed(
    of: Subject, name: str, old: RoleSkill | LevelSkill, new: RoleSkill | LevelSkill
) -> Iterator[DiffRow]:
    if isinstance(old, RoleSkill) and isinstance(new, RoleSkill):
        if old.need != new.need:
            kind: Kind = "raised" if new.need == "must" else "lowered"
            yield of.row(kind, "skills", name, before=NEEDS[old.need], after=NEEDS[new.need])
        yield from _rating_changed(of, f"{name}, importance", old.importance, new.importance)
        yield from value_changed(FieldRef(of, "source", f"{name}, source"), old.source, new.source)
        yield from value_changed(FieldRef(of, "note", f"{name}, note"), old.note, new.note)
    yield from _rating_changed(of, name, old.level, new.level)


def _rating_changed(of: Subject, what: str, old: float | None, new: float | None) -> Iterator[DiffRow]:
    for row in value_changed(FieldRef(of, "skills", what), old, new):
        unit = "of 100"
        before, after = (f"{format_number(value)} {unit}" if value is not None else None for value in (old, new))
        yield of.row(
            row.kind, "skills", what, before=before, after=after, unit=unit,
            before_value=old, after_value=new, amount=row.amount,
        )  # fmt: skip
