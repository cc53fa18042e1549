"""Compare the skills that two levels require; along one ladder they accumulate."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from careercli.amounts import difference, format_number
from careercli.answers.compare.level_changes_view import ChangeView, Kind
from careercli.answers.compare.level_pay_changes import direction
from careercli.answers.shared.figures import RoleData
from careercli.answers.shared.view_parts import Num
from careercli.answers.shared.wording import NEEDS
from careercli.ladders import Ladder
from careercli.matching import name_key
from careercli.model import Level, Role, RoleSkill

LevelRef = tuple[str, Level]
"""A role's id with one of its levels."""


def text_key(text: str) -> str:
    """Return the form in which two texts are the same one."""
    return name_key(text) or text


class _RequiredSkill(NamedTuple):
    """How far a level asks for a skill: the highest rating on the way to it, or else the need of the whole role."""

    skill: str
    name: str
    value: Num | None = None
    source: str | None = None
    need: str | None = None
    newly_listed: bool = False
    """Whether a level that only this side has on its way lists it and does not say how far."""

    def words(self) -> str:
        """Say how far."""
        return (
            f"{format_number(self.value)} of 100" if self.value is not None else NEEDS.get(self.need or "", "not rated")
        )


def skill_changes(role_data: RoleData, before: LevelRef, after: LevelRef) -> Iterator[ChangeView]:
    """Yield what becomes of each skill; along a ladder they accumulate, of two roles their own skills count as well."""
    (old_role, old), (new_role, new) = ((role_data.roles[role_id], level.id) for role_id, level in (before, after))
    one_ladder = before[0] == after[0]
    old_way = _levels_to(old_role, old, through=new if one_ladder else old)
    new_way = _levels_to(new_role, new, through=old if one_ladder else new)
    olds = _asked(role_data, old_way, () if one_ladder else old_role.skills, new_way if one_ladder else old_way)
    news = _asked(role_data, new_way, () if one_ladder else new_role.skills, old_way if one_ladder else new_way)
    for key in {**news, **olds}:
        told = one_ladder or bool(olds and news)
        yield _skill(olds.get(key), news.get(key), name=news.get(key) or olds[key], told=told)


def _levels_to(role: Role, level_id: str, *, through: str) -> dict[str, Level]:
    """Return a level with all that lead to it, the nearest first; of several ways those by way of `through`, if any."""
    ladder = Ladder(role)
    way = ladder.leading_to(level_id)
    if through in way:
        on_it = {*ladder.leading_to(through), *ladder.reach(through)}
        way = [one for one in way if one in on_it]
    return {one: ladder.levels[one] for one in way}


def _asked(
    role_data: RoleData, way: Mapping[str, Level], of_role: Iterable[RoleSkill], other_way: Mapping[str, Level]
) -> dict[str, _RequiredSkill]:
    """Return the skills by name, since two catalogs may give one skill two ids."""
    required: dict[str, _RequiredSkill] = {}
    for level in way.values():
        for skill in level.skills:
            name = role_data.skills[skill.skill].name
            known = required.get(text_key(name), _RequiredSkill(skill.skill, name))
            if skill.level is None:
                known = known._replace(newly_listed=known.newly_listed or level.id not in other_way)
            elif known.value is None or skill.level > known.value:
                known = known._replace(value=skill.level, source=level.source)
            required[text_key(name)] = known
    for options in of_role:
        name = role_data.skills[options.skill].name
        known = required.get(text_key(name), _RequiredSkill(options.skill, name))
        required[text_key(name)] = known._replace(need=options.need)
    return required


def _skill(old: _RequiredSkill | None, new: _RequiredSkill | None, *, name: _RequiredSkill, told: bool) -> ChangeView:
    """Return what becomes of a skill, by the name that it has after, or had before where it falls away."""
    kind, amount = _skill_kind(old, new) if old and new else ("added" if new else "falls away", None)
    if new and kind == "rises" and not amount:  # listed again, and nobody says how far
        new = new._replace(value=None, source=None)
    if old and kind == "drops" and not amount:
        old = old._replace(value=None, source=None)
    return ChangeView(
        kind=kind if told else "untold",
        aspect="skills",
        label="Skill",
        skill=name.skill,
        name=name.name,
        before=old.words() if old else None,
        after=new.words() if new else None,
        before_value=old.value if old else None,
        after_value=new.value if new else None,
        unit="of 100",
        amount=amount,
        before_source=old.source if old else None,
        after_source=new.source if new else None,
        note="rated by two sources" if kind == "changes" and old and old.value is not None else None,
    )


def _skill_kind(old: _RequiredSkill, new: _RequiredSkill) -> tuple[Kind, Num | None]:
    if old.value is not None and new.value is not None and old.value != new.value:
        amount = difference(new.value, old.value)
        return (direction(amount), amount) if old.source == new.source else ("changes", None)
    if old.newly_listed != new.newly_listed:
        return "rises" if new.newly_listed else "drops", None
    unrated = old.value is None and new.value is None
    return "changes" if unrated and old.need and new.need and old.need != new.need else "stays", None
