"""Catalogs that were written to hurt: refused or answered, soon, and never with a traceback."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.contract import answered
from tests.conftest import Run

HEAD = """\
schema_version: 1
name: x
sources: {s: {title: S, kind: survey}}
places: {US: {title: United States}}
families: {f: {title: F}}
"""
SOON = 12
"""Seconds until a run is stopped and the test fails; two are promised, the rest is for a busy machine."""


def many(role: Callable[[int], str], count: int = 10_000) -> bytes:
    return (HEAD + "roles:\n" + "".join(f"  role-{number}: {role(number)}\n" for number in range(count))).encode()


def paid(points: str) -> bytes:
    pay = f"{{source: s, place: US, per: year, currency: USD, {points}}}"
    return (HEAD + f"roles: {{a: {{title: A, family: f, summary: s, pay: [{pay}]}}}}\n").encode()


def noise(characters: str) -> bytes:
    return "".join(random.Random(1).choices(characters, k=5_000_000)).encode()


REFUSED: dict[str, Callable[[], bytes]] = {
    "fifty megabytes of noise": lambda: os.urandom(50_000_000),
    "five megabytes of signs": lambda: noise("abc:-[]{}\"\n &*!|>'%@`"),
    "brackets without end": lambda: b"a: " + b"[" * 100_000,
    "braces without end": lambda: b"a: " + b"{a: " * 100_000,
    "dashes without end": lambda: b"- " * 200_000,
    "questions without end": lambda: b"? " * 200_000,
    "keys ever deeper": lambda: b"".join(b" " * depth + b"a:\n" for depth in range(3000)),
    "a million pairs of brackets": lambda: HEAD.encode() + b"x: [" + b"[]," * 1_000_000 + b"]\n",
    "aliases that multiply": lambda: b"a: &a [x]\nb: &b [" + b"*a," * 999 + b"]\nc: [" + b"*b," * 999 + b"]\n",
    "an alias that holds itself": lambda: HEAD.encode() + b"x: &x\n  y: *x\n",
    "a call of python": lambda: b'!!python/object/apply:os.system ["echo hi"]\n',
    "ten thousand duplicate keys": lambda: many(lambda number: "{}", 10_000) + b"  role-1: {}\n" * 10_000,
    "ten thousand unknown keys": lambda: many(lambda number: "{title: T, family: f, summary: x, sumary: y}"),
    "ten thousand unknown families": lambda: many(lambda number: f"{{title: T, family: g{number}, summary: x}}"),
    "ten thousand unknown neighbours": lambda: many(
        lambda number: f"{{title: T, family: f, summary: x, related: {{rol-{number}: y}}}}"
    ),
    "a number past all measure": lambda: paid("mean: 1e308"),
    "no number": lambda: paid("mean: .nan"),
    "infinity": lambda: paid("mean: inf"),
    "five thousand digits": lambda: paid("mean: " + "9" * 5000),
    "digits of another script": lambda: paid("mean: ١٢٣"),
    "two documents": lambda: b"---\na: 1\n---\nb: 2\n",
    "six megabytes of JSON in a string that never ends": lambda: b'{"a":"' + b'\\"' * 3_000_000,
    "a million scalars": lambda: HEAD.encode() + b"x:\n" + b"- a\n" * 1_000_000,
    "five million scalars and nothing else": lambda: b"- a\n" * 5_000_000,
    "a million keys": lambda: HEAD.encode() + b"".join(b"k%d: a\n" % number for number in range(1_000_000)),
    "two hundred thousand roles": lambda: many(lambda number: "{title: T, family: f, summary: x}", 200_000),
    "ten megabytes of one text": lambda: many(lambda _: f"{{title: T, family: f, summary: {'word ' * 2_000_000}}}", 1),
    "nothing": lambda: b"",
    "a byte that is not utf8": lambda: b"name: \xff\n",
    "utf-16": lambda: HEAD.encode("utf-16"),
    "a nul": lambda: b"name: a\0b\n",
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_catalog_that_is_none_is_refused_soon_with_its_place(run: Run, tmp_path: Path, kind: str) -> None:
    hostile = tmp_path / "hostile.yaml"
    hostile.write_bytes(REFUSED[kind]())
    ran = run("list", "--no-default-catalog", "--catalog", str(hostile), timeout=SOON)
    lines = ran.stderr.splitlines()
    assert (ran.stdout, ran.code) == ("", 3)
    assert "Traceback" not in ran.stderr
    assert 1 <= len(lines) <= 52
    assert lines[0].startswith(f"{hostile}:")
    assert max(len(line) for line in lines) < 1000


LONG_WORD = f'{{title: "{"x" * 1_000_000}", family: f, summary: "{"word " * 200_000}"}}'
STEPS = ", ".join(f"{{id: l{n}, title: L{n}, track: ic, years: [{n}, {n + 1}], source: s}}" for n in range(400))
AFTER = [", ".join(f"l{m}" for m in range(n)) for n in range(40)]
MESH = ", ".join(
    f"{{id: l{n}, title: L{n}, track: ic, years: [{n}, {n + 1}], source: s, after: [{AFTER[n]}]}}" for n in range(40)
)


MOVES = ", ".join(f"{{to: a{other}, kind: lateral, why: w}}" for other in range(20))
VALID: dict[str, Callable[[], bytes]] = {
    "a line of roles that extend each other, with moves": lambda: many(
        lambda number: f"{{title: T, family: f, summary: s, {extended(number)} moves: [{moves(number)}]}}", 100
    ) + b"".join(b"  a%d: {title: A, family: f, summary: s}\n" % other for other in range(20)),
    "a long line of roles that extend each other": lambda: many(
        lambda number: f"{{title: T, family: f, {extended(number)} summary: s}}", 5_000
    ),
    "twenty thousand roles of one title": lambda: many(lambda _: "{title: T, family: f, summary: s}", 19_990),
}  # fmt: skip


def moves(number: int) -> str:
    return MOVES.replace("why: w", f"why: w{number}")


def extended(number: int) -> str:
    return f"extends: role-{number - 1}," if number else ""


@pytest.mark.parametrize("kind", VALID)
def test_a_catalog_that_is_large_and_valid_is_compiled_soon(run: Run, tmp_path: Path, kind: str) -> None:
    large = tmp_path / "large.yaml"
    large.write_bytes(VALID[kind]())
    asked = ("list", "--limit", "1", "--no-default-catalog", "--catalog", str(large))
    assert answered(run(*asked, timeout=2 * SOON))


@pytest.mark.parametrize(
    ("role", "asked"),
    [
        (LONG_WORD, ("show", "a", "--width", "80")),
        (LONG_WORD, ("list", "--width", "80")),
        (f"{{title: A, family: f, summary: s, levels: [{STEPS}]}}", ("path", "a")),
        (f"{{title: A, family: f, summary: s, levels: [{STEPS}]}}", ("path", "a", "--json")),
        (f"{{title: A, family: f, summary: s, levels: [{MESH}]}}", ("path", "a", "--width", "80")),
    ],
    ids=["long-words-show", "long-words-list", "400-levels", "400-levels-json", "mesh-of-levels"],
)
def test_a_catalog_that_is_strange_and_valid_is_answered_soon(
    run: Run, tmp_path: Path, role: str, asked: tuple[str, ...]
) -> None:
    strange = tmp_path / "strange.yaml"
    strange.write_text(HEAD + f"roles: {{a: {role}, b: {{title: B, family: f, summary: s}}}}\n")
    assert answered(run(*asked, "--no-default-catalog", "--catalog", str(strange), timeout=SOON))


@pytest.mark.parametrize("tiny", ["1e-25", "1e-320", "-0.0", "0.0000001"])
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_an_amount_of_next_to_nothing_is_compared_all_the_same(run: Run, tmp_path: Path, tiny: str, form: str) -> None:
    pay = "[{{source: s, place: US, per: year, currency: USD, mean: {}}}]".format
    roles = ", ".join(
        f"{role}: {{title: {role}, family: f, summary: s, pay: {pay(mean)}}}" for role, mean in (("a", tiny), ("b", 5))
    )
    strange = tmp_path / "strange.yaml"
    strange.write_text(HEAD + f"roles: {{{roles}}}\n")
    told = answered(run("compare", "a", "b", "--no-default-catalog", "--catalog", str(strange), "--format", form))
    assert "5" in told
    assert "$-0" not in told
    assert form == "json" or "-0.0" not in told


@pytest.mark.parametrize(
    "points",
    [
        "mean: 1e-320",
        "mean: 5e-324, low: 0, high: 1000000000000",
        "median: 999999999999.9998, mean: 999999999999.9999",
        "low: 100, high: 50",
        "p25: 9, p75: 1, at_least: {p90: 0}",
        "at_least: {low: 1, high: 0}, at_most: {median: 3}",
        "mean: 0",
        "mean: -0.0",
    ],
)
@pytest.mark.parametrize("command", ["salary", "show"])
def test_amounts_without_sense_are_drawn_all_the_same(run: Run, tmp_path: Path, command: str, points: str) -> None:
    strange = tmp_path / "strange.yaml"
    strange.write_bytes(paid(points))
    assert answered(run(command, "a", "--no-default-catalog", "--catalog", str(strange), timeout=SOON))
