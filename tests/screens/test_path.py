"""The first screens of `careercli path`: what the drawn examples say, and the promises for any role and any goal."""

import random
import re
from typing import Any

from careercli.answers.path.answer import all_edges, progression_tree
from careercli.answers.path.screen import screen as screen_of_path
from careercli.answers.path.view import PathView
from careercli.answers.path_to.answer import find_routes
from careercli.answers.path_to.screen import screen as screen_of_routes
from careercli.answers.path_to.transition_graph import RouteConstraints
from careercli.answers.path_to.view import RoutesView
from careercli.blocks import Screen
from careercli.catalog.reader import CatalogReader
from careercli.errors import NotFound
from careercli.render.first_screen import LINES
from tests.screens.catalog import role_ids, shown, words
from tests.screens.texts import texts_of
from tests.screens.words import ANSWERED, WIDTHS, faults

SEED = 13
PAIRS = 40


def routes(embedded: CatalogReader, name: str, goal: str, **limits: Any) -> RoutesView:
    return find_routes(embedded, name, goal, constraints=RouteConstraints(**limits))


def screen(view: PathView | RoutesView) -> Screen:
    return screen_of_path(view) if isinstance(view, PathView) else screen_of_routes(view)


def shown_of(view: PathView | RoutesView, width: int = 80) -> str:
    return shown(screen(view), width)


def faults_of(view: PathView | RoutesView, number: int) -> list[str]:
    """Return what the screen does wrong at one of the widths, by turns: all of them at all would take a minute."""
    width = WIDTHS[number % len(WIDTHS)]
    return [f"{width}: {fault}" for fault in faults(screen(view), width, texts_of(view), answered=ANSWERED)]


def test_the_path_of_every_role_keeps_the_promises(embedded: CatalogReader) -> None:
    found: list[str] = []
    for number, name in enumerate(role_ids(embedded)):
        found += [f"{name} at {fault}" for fault in faults_of(progression_tree(embedded, name, depth=1), number)]
    assert found == []


def test_the_paths_of_levels_keep_the_promises(embedded: CatalogReader) -> None:
    draw = random.Random(SEED)
    found: list[str] = []
    for number, name in enumerate(draw.sample(role_ids(embedded), PAIRS)):
        place = f"{name}@{draw.choice(embedded.role(name).levels).id}"
        found += [f"{place} at {fault}" for fault in faults_of(progression_tree(embedded, place, depth=1), number)]
    assert found == []


def test_the_edges_of_roles_keep_the_promises(embedded: CatalogReader) -> None:
    found: list[str] = []
    for number, name in enumerate(random.Random(SEED).sample(role_ids(embedded), PAIRS)):
        view = progression_tree(embedded, name, depth=number % 3, edges=True)
        found += [f"{name} at {fault}" for fault in faults_of(view, number)]
    assert found == []


def test_the_edges_of_all_roles_keep_the_promises(embedded: CatalogReader) -> None:
    view = all_edges(embedded)
    assert [fault for number in range(len(WIDTHS)) for fault in faults_of(view, number)] == []


def test_routes_keep_the_promises(embedded: CatalogReader) -> None:
    draw = random.Random(SEED)
    found: list[str] = []
    for number in range(PAIRS):
        pair = draw.sample(role_ids(embedded), 2)
        try:
            view = routes(embedded, *pair)
        except NotFound:
            continue
        found += [f"{pair} at {fault}" for fault in faults_of(view, number)]
    assert found == []


# ---- the drawn examples ----


def test_a_ladder_that_splits(embedded: CatalogReader) -> None:
    text = shown_of(progression_tree(embedded, "software-developer", depth=1))
    assert words(text).startswith(
        "A Software Developer can become a Staff Software Engineer or Software Engineering Manager in about 8 years. "
        "Pay goes from about $95,600 as a Junior Software Developer to about $174,300 as a Staff Software Engineer. "
        "[1] After Senior Software Developer the path splits: expert work or leading people."
    )
    lines = text.splitlines()
    assert [line.split("  ")[0] for line in lines[6:11]] == [
        " Junior Software Developer",
        " └ Software Developer",
        "",
        "",
        "",
    ]
    assert "     ├ Staff Software Engineer        8 or more   ~$174,300" in lines
    assert "       └ Director of Engineering     12 or more  same group" in lines
    rows = [line.split() for line in lines]
    assert ["Product", "Manager", "$166,790†", "+$30,810†", "+6.6%†"] in rows
    assert ["DevOps", "Engineer", "$135,980†", "same", "group†", "+15.8%†"] in rows
    assert ["Web", "Developer", "$92,650", "-$43,330", "+7.5%"] in rows
    assert ["This", "job,", "all", "levels", "$135,980", "+15.8%"] in rows
    assert lines[-1] == " More     2 ways in and 17 notes are left out: --full. Route: --to ROLE"


def test_differences_go_where_a_line_would_break(embedded: CatalogReader) -> None:
    text = shown_of(progression_tree(embedded, "software-developer", depth=1), 60)
    assert "vs. this job" not in text
    assert ["Product", "Manager", "$166,790†", "+6.6%†"] in [line.split() for line in text.splitlines()]


def test_pay_of_another_job_comes_last_and_has_no_difference(embedded: CatalogReader) -> None:
    text = shown_of(progression_tree(embedded, "management-consultant", depth=1))
    ahead = text.split("Where you can go next")[1].split("\n\n")[0].splitlines()
    assert ahead[-1].split() == ["Customer", "Experience", "Manager", "$69,500*", "–", "-0.3%*"]


def test_a_level_goes_on_from_where_it_is(embedded: CatalogReader) -> None:
    text = shown_of(progression_tree(embedded, "electrician@journeyman", depth=1))
    assert words(text).startswith(
        "A Journeyman Electrician can become a Master Electrician or Electrical Foreman in about 4 years."
    )
    assert "Apprentice" not in text
    assert "Where people come from" not in text


def test_more_depth_shows_the_ladders_beyond(embedded: CatalogReader) -> None:
    text = shown_of(progression_tree(embedded, "electrician", depth=2))
    assert "Further on" in text
    assert text.count("\n") > LINES


def test_edges_are_a_line_each_and_what_is_left_out_is_counted(embedded: CatalogReader) -> None:
    text = shown_of(progression_tree(embedded, "registered-nurse", depth=1, edges=True), 120)
    assert words(text).startswith(
        "Known around Registered Nurse: 8 ways in, 6 steps on ladders and 6 moves to other jobs. The largest raise, "
        "with all levels of a job together, is from Registered Nurse to Nurse Practitioner: +$34,750 a year. [1]"
    )
    rows = [line.split() for line in text.splitlines()]
    assert ["start", "Graduate", "Nurse", "level", "under", "1", "~$79,300", "–"] in rows
    assert ["Licensed", "Practical", "Nurse", "Registered", "Nurse", "way", "in", "–", "$97,550", "+$33,150"] in rows
    narrow = shown_of(progression_tree(embedded, "registered-nurse", depth=1, edges=True))
    assert words(narrow).endswith("4 moves, 14 reasons and 1 column are left out: --full")


def test_of_all_roles_the_moves_with_the_largest_raise_come_first(embedded: CatalogReader) -> None:
    text = shown_of(all_edges(embedded))
    assert words(text).startswith("Known in the catalog: ")
    raises = [int(found.replace(",", "")) for found in re.findall(r"\+\$([\d,]+)†?$", text, re.MULTILINE)]
    assert len(raises) > 5
    assert raises == sorted(raises, reverse=True)


def test_routes_side_by_side(embedded: CatalogReader) -> None:
    text = shown_of(routes(embedded, "customer-service-representative", "software-developer"))
    assert words(text).startswith(
        "The best known way from Customer Service Representative to Software Developer goes through IT Support "
        "Technician. It needs more school: a Software Developer usually has a bachelor's degree. Not counting school, "
        "it takes about 3 years of work on the way. Pay is $44,770 a year now and $135,980 there (medians of "
        "all levels: half earn more). [1]"
    )
    rows = [line.split() for line in text.splitlines()]
    assert ["pays", "[1]", "$61,860", "$104,300", "$120,230†"] in rows
    assert ["School", "to", "add", "bachelor's", "bachelor's", "bachelor's"] in rows
    assert (
        "IT Support Technician → Senior IT Support Technician →" in words(text) or "→ Junior Software Developer" in text
    )


def test_a_way_that_nobody_is_known_to_go_is_called_likely(embedded: CatalogReader) -> None:
    text = words(shown_of(routes(embedded, "statistician", "travel-agent")))
    assert text.startswith(
        "No chain of known moves leads from Statistician to Travel Agent. The likeliest one, by the skills that jobs "
        "share, goes through Actuary and Insurance Agent."
    )
    assert "Known moves 2 of 3" in text
    assert "Moves that are not known are likely ones: the jobs are alike." in text


def test_more_routes_are_a_line_each(embedded: CatalogReader) -> None:
    view = find_routes(
        embedded, "customer-service-representative", "software-developer", constraints=RouteConstraints(), max_routes=5
    )
    text = shown_of(view)
    assert " Route" in text
    assert "\n 5." in text


def test_limits_that_no_route_keeps_to_are_named(embedded: CatalogReader) -> None:
    text = words(shown_of(routes(embedded, "cashier", "physician", max_steps=1, no_degree=True)))
    assert text.startswith("No route from Cashier to Physician meets all your limits.")
