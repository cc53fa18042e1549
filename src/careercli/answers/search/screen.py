"""The first screen of a search: the best match in three lines, then the others in a line each."""

from collections.abc import Iterator, Sequence

from careercli.amounts import counted
from careercli.answers.search.view import HitView, SearchView
from careercli.answers.shared.page_parts import key_pay_text
from careercli.answers.shared.screen_figures import cited, growth_cell, key_pay_cell
from careercli.answers.shared.screen_parts import MARKS, education_word, fit_mark, sentence, short_sources, strong
from careercli.blocks import Cell, Group, Label, Paragraph, Row, Screen, Span, Table, cite
from careercli.matching import name_key

MOST = 8
"""Roles in a line each, unless a number is asked for."""
STEP = 10
"""What a proposed limit is rounded up to."""
INDENTED = " "


def screen(view: SearchView) -> Screen:
    """Return the best match, then roles found by a name, a skill or a similar name; weaker ones only if no other is."""
    best = view.rows[0] if view.rows and view.rows[0].matched == "name" else None
    shown = _shown(view, best)
    told = {row.role for row in (*shown, *([best] if best else []))}
    rest = view.found - len([row for row in view.rows if row.role in told])
    return Screen(
        title=f"Search: {view.query}",
        answer=tuple(_answer(view, best, shown)),
        groups=(*([_best_match(best)] if best else []), *_others(view, best, shown)),
        sources=short_sources(view.sources),
        marks=MARKS,
        commands=tuple(_commands(view, best, shown)),
        left_out=((rest, *_weaker(view, told)),),
        options=f"--limit {-(-view.found // STEP) * STEP}",
        complete="nothing is left out." if view.rows else "nothing else was found.",
    )


def _shown(view: SearchView, best: HitView | None) -> list[HitView]:
    rows = [row for row in view.rows if row is not best]
    if view.limit is not None:
        return rows
    strong_hits = [row for row in rows if row.matched != "text"] + list(view.similar)
    return (strong_hits if best or strong_hits else rows)[:MOST]


def _weaker(view: SearchView, told: set[str]) -> tuple[str, str]:
    if all(row.matched == "text" for row in view.rows if row.role not in told):
        return "weaker match, found in a description,", "weaker matches, found in descriptions,"
    return "other job", "other jobs"


# ---- the answer ----


def _answer(view: SearchView, best: HitView | None, shown: Sequence[HitView]) -> Iterator[Paragraph]:
    if view.corrected:
        yield sentence(f"Searched for '{view.corrected}'.")
    if view.ignored_words:
        where = "" if view.rows else " in a name, a skill or a description"
        yield sentence(f"No job has {' or '.join(repr_of(word) for word in view.ignored_words)}{where}.")
    if not view.rows:
        if not view.ignored_words:
            yield sentence(f"Nothing was found for {repr_of(view.query)}.")
        yield sentence("Search for one word of a title, a skill, a tool or a duty.")
    elif best:
        alias = (
            f", also called {best.matched_name}"
            if name_key(best.matched_name) not in (name_key(best.title), best.role)
            else ""
        )
        yield sentence("Best match: ", strong(best.title), f"{alias}. ", _similar_names(shown))
    else:
        yield _no_name(view)


def repr_of(word: str) -> str:
    """Return a word as it was typed, in quotes."""
    return f"'{word}'"


def _similar_names(shown: Sequence[HitView]) -> str:
    names = [row for row in shown if row.matched in ("name", "some")]
    if not names:
        return "No other job has a similar name."
    return f"{counted(len(names), 'other job has', 'other jobs have')} a similar name."


def _no_name(view: SearchView) -> Paragraph:
    """Say what was found where no job is called so."""
    asked = repr_of(view.corrected or view.query)
    first = view.rows[0]
    if first.matched == "skill":
        return sentence(
            f"No job is called {asked}. ", strong(first.title), f" depends most on the skill {first.matched_name}."
        )  # fmt: skip
    if first.matched == "some":
        return sentence(f"No job has all of {asked} in its name. ", strong(first.title), " comes nearest.")
    where = "Similar names are below." if view.similar else "The jobs below have it in their descriptions."
    return sentence(f"No job is called {asked}. {where}")


# ---- the best match, and the others ----


def _best_match(hit: HitView) -> Group:
    facts: list[Span] = [Span(f"{_first_sentence(hit.summary)} ")]
    pay = hit.pay
    if pay and pay.fit != "proxy":
        word = {"mean": " (average)", "median": " (median)"}.get(pay.statistic or "", "")
        amount = key_pay_text(pay).replace("≥ ", "at least ") + fit_mark(pay.fit)
        facts += [strong(amount), Span(f" a year{word}.{cite(pay.source)}")]
    else:
        facts.append(Span("Official figures do not count this job."))
    if hit.education and hit.education_fit != "proxy":
        facts.append(Span(f" Typical education: {education_word(hit.education)}."))
    return Group((
        Paragraph((strong(hit.title),)),
        Paragraph(tuple(facts), bullet=INDENTED),
        Paragraph((Span(f"careercli show {hit.role}", "code"),), bullet=INDENTED),
    ))  # fmt: skip


def _first_sentence(text: str) -> str:
    return f"{text.partition('. ')[0].rstrip('.')}."


def _others(view: SearchView, best: HitView | None, shown: Sequence[HitView]) -> Iterator[Group]:
    if not shown:
        return
    headers = (
        "Similar names" if best and all(row.matched in ("name", "some") for row in shown) else "Also found" if best
        else "",
        "Median pay" + cited([row.pay for row in shown]),
        "Growth" + cited([row.growth for row in shown]),
        "Found by",
    )  # fmt: skip
    words = name_key(view.corrected or view.query).split()
    rows = tuple(
        Row(
            Cell((row.title,)),
            (
                key_pay_cell(row.pay),
                growth_cell(row.growth),
                Cell((_found_by(row, words),)),
            ),
            0 if view.limit else rank,
        )
        for rank, row in enumerate(shown, start=1)
    )
    yield Group((Table(headers, rows),), unit=("other job", "other jobs"))


def _found_by(hit: HitView, words: Sequence[str]) -> str:
    if hit.matched == "skill":
        return f"skill: {hit.matched_name}"
    if hit.matched == "text":
        return "description"
    if name_key(hit.matched_name) not in (name_key(hit.title), hit.role):
        return hit.matched_name
    if hit.matched == "name":
        return "name"
    parts = name_key(hit.title).split()
    held = [word for word in words if any(part.startswith(word) for part in parts)]
    return " ".join(held) or "a similar word"


# ---- what comes next ----


def _commands(view: SearchView, best: HitView | None, shown: Sequence[HitView]) -> Iterator[Label]:
    if not view.rows:
        yield Label("All jobs", ("careercli list",), tone="code")
        yield Label("All skills", ("careercli skills",), tone="code")
    elif best is None:
        yield Label("Read one", (f"careercli show {(shown or view.rows)[0].role}",), tone="code")
    elif shown and shown[0].matched == "name" and name_key(shown[0].matched_name) == name_key(shown[0].title):
        yield Label("Compare", (f"careercli compare {best.role} {shown[0].role}",), tone="code")
