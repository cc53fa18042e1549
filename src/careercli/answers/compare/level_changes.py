"""What changes from one level to another, read as a difference of expectations; only like is subtracted from like."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from careercli.amounts import at_least, at_most, format_money, format_number, format_per, format_years_band, join_words
from careercli.answers.compare.level_changes_view import Aspect, ChangeView, Kind, LevelChangesView
from careercli.answers.shared.figures import RoleData, level_pay
from careercli.answers.shared.view_parts import Num, PayView
from careercli.answers.shared.wording import reworded
from careercli.ladders import Ladder
from careercli.matching import name_key
from careercli.model import STATISTICS, Level, Role, RoleRef, RoleSkill

_TRACKS = {"ic": "specialist", "management": "management"}
_NEEDS = {"must": "must have", "nice": "nice to have"}
_COMPARISON_KEYS = ("source", "place", "currency", "period", "population", "industry", "components")
"""What PayView.people() holds, by name."""

LevelRef = tuple[str, Level]
"""A role's id with one of its levels."""


def level_changes(role_data: RoleData, before: LevelRef, after: LevelRef) -> LevelChangesView:
    """Return what changes from one level to another, of one ladder or of two."""
    old, new = before[1], after[1]
    return LevelChangesView(
        before=str(RoleRef(before[0], old.id)),
        after=str(RoleRef(after[0], new.id)),
        before_title=old.title,
        after_title=new.title,
        rows=(
            _track(old, new),
            *((_years(old, new),) if old.years or new.years else ()),
            *_pay(level_pay(role_data, *before), level_pay(role_data, *after)),
            *_text("autonomy", "Autonomy", old.autonomy, new.autonomy),
            *_text("impact", "Impact", old.impact, new.impact),
            *_items("duties", "Duty", old.duties, new.duties),
            *_items("focus", "Focus", old.focus, new.focus),
            *_skills(role_data, before, after),
        ),
    )


def _track(old: Level, new: Level) -> ChangeView:
    kind: Kind = "stays" if old.track == new.track else "changes"
    return ChangeView(kind=kind, aspect="track", label="Track", before=_TRACKS[old.track], after=_TRACKS[new.track])


def _years(old: Level, new: Level) -> ChangeView:
    before, after = old.years, new.years
    known = before is not None and after is not None
    alike = known and old.source == new.source
    amount = _difference(after[0], before[0]) if alike and before and after else None
    return ChangeView(
        kind="stays" if before == after else _direction(amount or 0, still="changes") if known else "untold",
        aspect="years",
        label="Years of experience",
        before=format_years_band(*before) if before else None,
        after=format_years_band(*after) if after else None,
        before_value=before[0] if before else None,
        after_value=after[0] if after else None,
        unit="years",
        amount=amount,
        before_source=old.source if before else None,
        after_source=new.source if after else None,
        note="said by two sources" if known and not alike else None,
    )


def _difference(high: Num, low: Num) -> Num:
    """Subtract, without the dust of binary fractions."""
    amount = high - low
    return amount if isinstance(amount, int) else round(amount, 4)


def _direction(amount: Num, *, still: Kind = "stays") -> Kind:
    return "rises" if amount > 0 else "drops" if amount < 0 else still


# ---- pay ----


def _pay(old: Sequence[PayView], new: Sequence[PayView]) -> Iterator[ChangeView]:
    """Yield what changes for the same people; where no source has both levels, the two figures that share most."""
    pairs = [(one, other) for one, other in product(old, new) if not _differing_keys(one, other)]
    if old and new and not pairs:
        pairs = [min(product(old, new), key=lambda pair: len(_differing_keys(*pair)))]
    for one, other in pairs:
        yield _pay_change(one, other)
    for pay in () if new else old[:1]:
        yield ChangeView(kind="untold", aspect="pay", label="Pay", before=_pay_text(pay, ()), before_source=pay.source)
    for pay in () if old else new[:1]:
        yield ChangeView(kind="untold", aspect="pay", label="Pay", after=_pay_text(pay, ()), after_source=pay.source)


def _differing_keys(old: PayView, new: PayView) -> list[str]:
    """Return the names of the keys that differ, so that two pay figures cannot be compared."""
    apart = [
        name
        for name, one, other in zip(_COMPARISON_KEYS, old.comparison_key(), new.comparison_key(), strict=True)
        if one != other
    ]
    return apart if old.per == new.per else [*apart, "unit of time"]


def _pay_change(old: PayView, new: PayView) -> ChangeView:
    """Return the change of one statistic of the same people, or what both sides have and why it is not subtracted."""
    apart = _differing_keys(old, new)
    shared = [name for name in ("median", "mean") if None not in (getattr(old, name), getattr(new, name))]
    statistic = shared[0] if shared and not apart else None
    one: Num | None = getattr(old, statistic) if statistic else None
    other: Num | None = getattr(new, statistic) if statistic else None
    why = _not_subtracted(old, new, statistic, apart)
    amount = _difference(other, one) if why is None and one is not None and other is not None else None
    return ChangeView(
        kind="changes" if amount is None else _direction(amount),
        aspect="pay",
        label=_pay_label(old, statistic) if statistic else "Pay",
        before=_pay_text(old, apart) if one is None else _amount(old, one),
        after=_pay_text(new, apart) if other is None else _amount(new, other),
        before_value=one,
        after_value=other,
        statistic=statistic,
        currency=old.currency if statistic else None,
        per=old.per if statistic else None,
        amount=amount,
        percent=round(amount / one * 100, 2) if amount is not None and one else None,
        estimate=old.estimate or new.estimate,
        before_source=old.source,
        after_source=new.source,
        note=why,
    )


def _not_subtracted(old: PayView, new: PayView, statistic: str | None, apart: Sequence[str]) -> str | None:
    """Say why one figure is not subtracted from the other, or None where it is."""
    if apart:
        return f"not comparable because {join_words(list(apart))} {'differs' if len(apart) == 1 else 'differ'}"
    if old.estimate:
        return "estimates by a rule, not subtracted"
    if counted := old.occupation_title or new.occupation_title:
        return f"counted for {counted} and not for the level, so not subtracted"
    return None if statistic else "not subtracted, because no median or mean is a plain number on both sides"


def _pay_text(pay: PayView, apart: Sequence[str]) -> str:
    """Write what a distribution holds, with what it does not share with the one that it is held against."""
    bounds = {name: at_most(value, None, pay.currency, pay.per) for name, value in pay.at_most.items()}
    bounds |= {name: at_least(value, None, pay.currency, pay.per) for name, value in pay.at_least.items()}
    plain = {name: _amount(pay, value) for name in STATISTICS if (value := getattr(pay, name)) is not None}
    points = [f"{name} {text}" for name, text in {**plain, **bounds}.items()]
    about = {"place": pay.place_title, "period": pay.period, "population": pay.population, "industry": pay.industry}
    facts = [fact for name in apart if (fact := about.get(name))]
    facts += ["an estimate"] if pay.estimate else [f"counted for {pay.occupation_title}"] if pay.occupation else []
    return ", ".join([f"{', '.join(points)} {format_per(pay.per)}", *facts])


def _amount(pay: PayView, value: Num) -> str:
    return f"{'about ' if pay.estimate else ''}{format_money(value, pay.currency, pay.per)}"


def _pay_label(pay: PayView, statistic: str) -> str:
    name = "Estimated pay" if pay.estimate else f"{statistic.capitalize()} pay"
    place = f"in {pay.place_title}" if pay.place != "US" else None
    facts = [fact for fact in (pay.population, pay.industry, place, pay.period) if fact]
    return ", ".join([f"{name} {format_per(pay.per)}", *facts])


# ---- texts ----


def _text(aspect: Aspect, label: str, old: str | None, new: str | None) -> Iterator[ChangeView]:
    if old is None and new is None:
        return
    kind: Kind = "untold"
    if old is not None and new is not None:
        same = _key(old) == _key(new)
        kind = "stays" if same else "reworded" if reworded([_key(old)], [_key(new)]) else "changes"
    yield ChangeView(kind=kind, aspect=aspect, label=label, before=old, after=new)


def _items(aspect: Aspect, label: str, old: Sequence[str], new: Sequence[str]) -> Iterator[ChangeView]:
    """Yield what becomes of each item: those that are asked after, in their order, then those that fall away."""
    olds, news = {_key(text): text for text in old}, {_key(text): text for text in new}
    pairs = {key: key for key in news if key in olds}
    pairs |= reworded([key for key in olds if key not in news], [key for key in news if key not in olds])
    untold: Kind | None = None if olds and news else "untold"
    for key, text in news.items():
        kind: Kind = "added" if key not in pairs else "stays" if pairs[key] == key else "reworded"
        earlier = olds[pairs[key]] if key in pairs else None
        yield ChangeView(kind=untold or kind, aspect=aspect, label=label, before=earlier, after=text)
    for key in [key for key in olds if key not in pairs.values()]:
        yield ChangeView(kind=untold or "falls away", aspect=aspect, label=label, before=olds[key])


def _key(text: str) -> str:
    return name_key(text) or text


# ---- skills ----


class _RequiredSkill(NamedTuple):
    """How far a level asks for a skill: the highest rating on the way to it, or else the need of the whole role."""

    name: str
    value: Num | None = None
    source: str | None = None
    need: str | None = None
    newly_listed: bool = False
    """Whether a level that only this side has on its way lists it and does not say how far."""

    def words(self) -> str:
        """Say how far."""
        return (
            f"{format_number(self.value)} of 100"
            if self.value is not None
            else _NEEDS.get(self.need or "", "not rated")
        )


def _skills(role_data: RoleData, before: LevelRef, after: LevelRef) -> Iterator[ChangeView]:
    """Yield what becomes of each skill; along a ladder they accumulate, of two roles their own skills count as well."""
    (old_role, old), (new_role, new) = (
        (role_data.roles[before[0]], before[1].id),
        (role_data.roles[after[0]], after[1].id),
    )
    if one_ladder := before[0] == after[0]:
        old_way, new_way = _levels_to(old_role, old, through=new), _levels_to(new_role, new, through=old)
        olds, news = _asked(role_data, old_way, (), new_way), _asked(role_data, new_way, (), old_way)
    else:
        old_way, new_way = _levels_to(old_role, old, through=old), _levels_to(new_role, new, through=new)
        olds, news = (
            _asked(role_data, old_way, old_role.skills, old_way),
            _asked(role_data, new_way, new_role.skills, new_way),
        )
    for key in {**news, **olds}:
        yield _skill(olds.get(key), news.get(key), told=one_ladder or bool(olds and news))


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
            known = required.get(_key(name), _RequiredSkill(name))
            if skill.level is None:
                known = known._replace(newly_listed=known.newly_listed or level.id not in other_way)
            elif known.value is None or skill.level > known.value:
                known = known._replace(value=skill.level, source=level.source)
            required[_key(name)] = known
    for options in of_role:
        name = role_data.skills[options.skill].name
        required[_key(name)] = required.get(_key(name), _RequiredSkill(name))._replace(need=options.need)
    return required


def _skill(old: _RequiredSkill | None, new: _RequiredSkill | None, *, told: bool) -> ChangeView:
    kind, amount = _skill_kind(old, new) if old and new else ("added" if new else "falls away", None)
    if new and kind == "rises" and not amount:  # listed again, and nobody says how far
        new = new._replace(value=None, source=None)
    if old and kind == "drops" and not amount:
        old = old._replace(value=None, source=None)
    return ChangeView(
        kind=kind if told else "untold",
        aspect="skills",
        label=(new or old or _RequiredSkill("")).name,
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
        amount = _difference(new.value, old.value)
        return (_direction(amount), amount) if old.source == new.source else ("changes", None)
    if old.newly_listed != new.newly_listed:
        return "rises" if new.newly_listed else "drops", None
    unrated = old.value is None and new.value is None
    return "changes" if unrated and old.need and new.need and old.need != new.need else "stays", None
