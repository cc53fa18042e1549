"""Roles as answers about skills show them: what they ask, what they pay, and what stands beside both."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from careercli.answers.shared.key_figures import pay_headline
from careercli.answers.shared.view_parts import RaiseView
from careercli.answers.skills.view import AskedView, SkillRoleView, UnlockedView
from careercli.catalog.reader import Library
from careercli.catalog.role_summaries import Card, HeadlinePay
from careercli.catalog.skill_requirements import Ask
from careercli.model import Skill

COUNTED = ("exact", "part")
"""How a class must fit for its pay to be that of the role; a proxy is another job."""


class Shelf(NamedTuple):
    """The roles that an answer shows, with what their cards refer to."""

    cards: Mapping[str, Card]
    families: Mapping[str, str]
    classes: Mapping[str, str]
    """Titles of official classes, by code."""


def open_shelf(library: Library, roles: Iterable[str]) -> Shelf:
    """Fetch the cards of the roles and the titles of what they refer to."""
    cards = library.cards_of(roles)
    codes = (card.pay.occupation for card in cards.values() if card.pay)
    return Shelf(
        cards=cards,
        families={key: family.title for key, family in library.families().items()},
        classes=library.occupation_titles(code for code in codes if code is not None),
    )


def role_view(
    shelf: Shelf, skills: Mapping[str, Skill], role: str, asks: Iterable[Ask], unlocked: UnlockedView | None = None
) -> SkillRoleView:
    """Return a role with what it asks of the skills in question."""
    card = shelf.cards[role]
    return SkillRoleView(
        role=role,
        title=card.title,
        family_title=shelf.families[card.family],
        asks=tuple(asked_view(skills, ask) for ask in asks),
        pay=pay_headline(card.pay),
        occupation_title=class_title(shelf, role),
        unlocked=unlocked,
    )


def class_title(shelf: Shelf, role: str) -> str | None:
    """Return the title of the official class that the role's pay was counted for."""
    pay = shelf.cards[role].pay
    return shelf.classes[pay.occupation] if pay and pay.occupation else None


def asked_view(skills: Mapping[str, Skill], ask: Ask) -> AskedView:
    """Return what a role asks of a skill, with the skill's name."""
    return AskedView(
        skill=ask.skill,
        name=skills[ask.skill].name,
        need=ask.need,
        importance=ask.importance,
        level=ask.level,
        source=ask.source,
    )


def headline_gain(one: HeadlinePay | None, other: HeadlinePay | None) -> RaiseView | None:
    """Return what the second pays more, where both are like with like: of two classes, each of which is its role's.

    Two roles of one class have one figure between them, which says nothing of a difference.
    """
    if one is None or other is None or one.fit not in COUNTED or other.fit not in COUNTED:
        return None
    alike = ("statistic", "currency", "place", "source", "period")
    if one.occupation == other.occupation or any(getattr(one, name) != getattr(other, name) for name in alike):
        return None
    amount = other.amount - one.amount
    percent = round(amount / one.amount * 100, 2) if one.amount else None
    return RaiseView(statistic=one.statistic, source=one.source, currency=one.currency, amount=amount, percent=percent)
