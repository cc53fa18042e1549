"""What learning opens from a role: roles before and after some skills, or every skill by what it opens.

What somebody in the role brings is what the role asks. A skill is learnt as far as each other role asks for it. It is
held against coverage and nothing else: what a role pays is shown beside it, and is not the skill's doing.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.amounts import listed
from careercli.answers.shared.barriers import preparation_walls
from careercli.answers.shared.key_figures import pay_headline
from careercli.answers.skills.role_rows import Shelf, class_title, headline_gain, role_view
from careercli.answers.skills.unlocking import Ground, Outlook, Step, hold, is_far, line_of
from careercli.answers.skills.view import LineView, OpenedView, OutlookView, SkillRoleView, StandView, UnlockedView
from careercli.catalog.coverage import NICE, UNRATED, levels_of
from careercli.catalog.reader import Library
from careercli.catalog.skill_requirements import Ask
from careercli.catalog.transition_graph import Junction
from careercli.catalog.transitions import FAR, VIABLE
from careercli.measures import EDUCATION
from careercli.model import Skill

NAMED = 4
"""Skills that a verdict names."""


class Place(NamedTuple):
    """The role that one comes from, and all others as the graph and their asks know them."""

    role: str
    asks: Mapping[str, Sequence[Ask]]
    """What the other roles ask."""
    junctions: Mapping[str, Junction]
    ground: Ground


def take_place(library: Library, role: str, asks: dict[str, list[Ask]]) -> Place:
    """Return where somebody stands who brings what the role asks; `asks` has what every role asks."""
    junctions = {junction.role: junction for junction in library.junctions()}
    others = {other: asked for other, asked in asks.items() if other != role}
    held = dict(hold(others, levels_of(asks.get(role, ()))))
    far = {other for other in held if is_far(junctions[role], junctions[other])}
    return Place(role, others, junctions, Ground(held, far, line_of(library.kinship())))


def line_view(library: Library) -> LineView:
    """Return from which coverage on a role counts as open, with what that was worked out from."""
    kinship = library.kinship()
    mean, deviation = kinship.mean, kinship.deviation
    known = mean is not None and deviation is not None
    return LineView(
        percent=line_of(kinship) / 10,
        usual=round(100 * ((mean or 0) - (deviation or 0)), 1) if known else None,
        mean=None if mean is None else round(100 * mean, 1),
        deviation=None if deviation is None else round(100 * deviation, 1),
        pairs=kinship.pairs,
        least=100 * VIABLE,
        zones=FAR,
        unrated=UNRATED,
        nice=100 * NICE,
    )


def stand_view(place: Place, shelf: Shelf) -> StandView:
    """Return where one stands without learning anything; `shelf` has the role that one comes from."""
    junction, ground = place.junctions[place.role], place.ground
    return StandView(
        open=sum(map(ground.is_open, ground.held)),
        roles=len(ground.held),
        unknown=len(place.junctions) - 1 - len(ground.held),
        rated_by=tuple(sorted(_raters(place))),
        zone=junction.zone,
        education=_education(junction),
        pay=pay_headline(shelf.cards[place.role].pay),
        occupation_title=class_title(shelf, place.role),
    )


def _raters(place: Place) -> set[str]:
    every = (ask for asks in place.asks.values() for ask in asks)
    return {ask.source for ask in every if ask.source and (ask.importance, ask.level) != (None, None)}


def _education(junction: Junction) -> str | None:
    return None if junction.education is None else EDUCATION[junction.education]


def unlocked_roles(
    place: Place, shelf: Shelf, skills: Mapping[str, Skill], steps: Sequence[Step], learnt: Collection[str]
) -> Iterator[SkillRoleView]:
    """Yield the roles that are covered more, each with its walls and what it pays more."""
    for step in steps:
        junction = place.junctions[step.role]
        unlocked = UnlockedView(
            state=step.state,
            before=step.before / 10,
            after=step.after / 10,
            gain=(step.after - step.before) / 10,
            zone=junction.zone,
            education=_education(junction),
            walls=tuple(preparation_walls(place.junctions[place.role], junction)),
            pay_gain=headline_gain(shelf.cards[place.role].pay, shelf.cards[step.role].pay),
        )
        asks = (ask for ask in place.asks[step.role] if ask.skill in learnt)
        yield role_view(shelf, skills, step.role, asks, unlocked)


def outlook_view(shelf: Shelf, outlook: Outlook, have: float | None) -> OutlookView:
    """Return what comes of learning one skill; `have` is the level at which the role asks for it itself."""
    return OutlookView(
        rank=outlook.rank,
        tied=outlook.tied,
        have=have,
        opens=outlook.opens,
        held_back=outlook.held_back,
        nearer=outlook.nearer,
        open_before=outlook.open_before,
        gain=outlook.gain / 10,
        opened=tuple(
            OpenedView(
                role=step.role,
                title=shelf.cards[step.role].title,
                before=step.before / 10,
                after=step.after / 10,
                pay=pay_headline(shelf.cards[step.role].pay),
            )
            for step in outlook.opened
        ),
    )


def verdict_of_next(title: str, names: Mapping[str, Skill], found: Sequence[Outlook]) -> str:
    """Say which skill unlocks most, or that several do."""
    if not found:
        return f"No other role asks for more than {title} does."
    first = found[0]
    leaders = [outlook for outlook in found if outlook.opens == first.opens]
    if not first.opens:
        best = [outlook for outlook in found if outlook.nearer == first.nearer]
        each = " each" if len(best) > 1 else ""
        words = _names(names, [outlook.skill for outlook in best])
        nearer = _roles(first.nearer, "comes", "come")
        return f"No single skill opens a role from {title}. Most come nearer with {words}: {nearer} nearer{each}."
    opened = _roles(first.opens, "opens", "open")
    if len(leaders) == 1:
        nearer = _roles(first.nearer, "comes", "come")
        return f"Learning {names[first.skill].name} unlocks most from {title}: {opened}, {nearer} nearer."
    words = _names(names, [outlook.skill for outlook in leaders])
    return f"No single skill leads from {title}: {opened} with each of {words}."


def verdict_of_unlock(title: str, names: Mapping[str, Skill], learnt: Sequence[str], steps: Sequence[Step]) -> str:
    """Say how many roles open and how many come nearer."""
    words = listed([names[skill].name for skill in learnt])
    if not steps:
        return f"No other role asks for more of {words} than {title} does."
    count = Counter(step.state for step in steps)
    parts = [_roles(count["opens"], "opens", "open")]
    if count["held back"]:
        lies = "lies" if count["held back"] == 1 else "lie"
        parts.append(f"{count['held back']} would but {lies} two job zones up or more")
    parts.append(f"{count['nearer']} {'comes' if count['nearer'] == 1 else 'come'} nearer")
    if count["open before"]:
        parts.append(f"{count['open before']} open already {'is' if count['open before'] == 1 else 'are'} covered more")
    return f"With {words} on top of what {title} asks, {listed(parts)}."


def _roles(count: int, one: str, many: str) -> str:
    return f"1 role {one}" if count == 1 else f"{count or 'no'} roles {many}"


def _names(names: Mapping[str, Skill], skills: Sequence[str]) -> str:
    more = len(skills) - NAMED
    words = [names[skill].name for skill in skills[:NAMED]]
    return listed([*words, f"{more} more"] if more > 0 else words)
