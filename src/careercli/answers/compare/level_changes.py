"""What changes from one level to another, read as a difference of expectations; only like is subtracted from like."""

from collections.abc import Iterator, Sequence

from careercli.amounts import difference, format_years_band
from careercli.answers.compare.level_changes_view import Aspect, ChangeView, Kind
from careercli.answers.compare.level_pay_changes import direction, estimate_changes, pay_changes
from careercli.answers.compare.level_skill_changes import LevelRef, skill_changes, text_key
from careercli.answers.shared.estimates import level_estimate
from careercli.answers.shared.figures import RoleData, level_pay
from careercli.answers.shared.wording import TRACKS, reworded
from careercli.model import Level


def level_changes(role_data: RoleData, before: LevelRef, after: LevelRef) -> tuple[ChangeView, ...]:
    """Return what changes from one level to another, of one ladder or of two, aspect by aspect."""
    old, new = before[1], after[1]
    old_pay, new_pay = level_pay(role_data, *before), level_pay(role_data, *after)
    return (
        _track(old, new),
        *((_years(old, new),) if old.years or new.years else ()),
        *pay_changes(old_pay, new_pay),
        *estimate_changes(
            None if old_pay else level_estimate(role_data, *before),
            None if new_pay else level_estimate(role_data, *after),
        ),
        *_text("autonomy", "Autonomy", old.autonomy, new.autonomy),
        *_text("impact", "Impact", old.impact, new.impact),
        *_items("duties", "Duty", old.duties, new.duties),
        *_items("focus", "Focus", old.focus, new.focus),
        *skill_changes(role_data, before, after),
    )


def _track(old: Level, new: Level) -> ChangeView:
    kind: Kind = "stays" if old.track == new.track else "changes"
    return ChangeView(kind=kind, aspect="track", label="Track", before=TRACKS[old.track], after=TRACKS[new.track])


def _years(old: Level, new: Level) -> ChangeView:
    before, after = old.years, new.years
    known = before is not None and after is not None
    alike = known and old.source == new.source
    amount = difference(after[0], before[0]) if alike and before and after else None
    return ChangeView(
        kind="stays" if before == after else direction(amount or 0, still="changes") if known else "untold",
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
        note="from two sources" if known and not alike else None,
    )


# ---- texts ----


def _text(aspect: Aspect, label: str, old: str | None, new: str | None) -> Iterator[ChangeView]:
    if old is None and new is None:
        return
    kind: Kind = "untold"
    if old is not None and new is not None:
        same = text_key(old) == text_key(new)
        kind = "stays" if same else "reworded" if reworded([text_key(old)], [text_key(new)]) else "changes"
    yield ChangeView(kind=kind, aspect=aspect, label=label, before=old, after=new)


def _items(aspect: Aspect, label: str, old: Sequence[str], new: Sequence[str]) -> Iterator[ChangeView]:
    """Yield what becomes of each item: those that are asked after, in their order, then those that fall away."""
    olds, news = {text_key(text): text for text in old}, {text_key(text): text for text in new}
    pairs = {key: key for key in news if key in olds}
    pairs |= reworded([key for key in olds if key not in news], [key for key in news if key not in olds])
    untold: Kind | None = None if olds and news else "untold"
    for key, text in news.items():
        kind: Kind = "added" if key not in pairs else "stays" if pairs[key] == key else "reworded"
        earlier = olds[pairs[key]] if key in pairs else None
        yield ChangeView(kind=untold or kind, aspect=aspect, label=label, before=earlier, after=text)
    for key in [key for key in olds if key not in pairs.values()]:
        yield ChangeView(kind=untold or "falls away", aspect=aspect, label=label, before=olds[key])
