"""`catalog layers` shows and keeps the user's list; a company's levels stand beside the market's."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.contract import answered, json_of, refused
from tests.conftest import Run

NIGHT = """\
schema_version: 1
name: night
families:
  night: {title: Night}
roles:
  owl:
    title: Owl
    family: night
    summary: Is awake.
"""
LADDER = """\
schema_version: 1
name: mycompany
sources:
  our-ladder: {title: Our ladder, kind: company, period: 2025-10}
roles:
  our-csm:
    title: Customer Success Manager at My Company
    extends: customer-success-manager
    levels:
      - {id: csm, title: CSM, track: ic, years: [0, 3], source: our-ladder}
      - id: senior-csm
        title: Senior CSM
        track: ic
        years: [3, null]
        source: our-ladder
        pay: [{source: our-ladder, place: US, per: year, currency: USD, low: 90000, high: 120000}]
"""


@pytest.fixture
def night(tmp_path: Path) -> Path:
    """Return a small catalog."""
    return written(tmp_path / "night.yaml", NIGHT)


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def listed(run: Run, *args: str) -> list[tuple[str, str | None, str, str]]:
    """Return path, name, origin and state of the layers that do not come with the program."""
    rows = json_of(run("catalog", "layers", *args, "--json"))["rows"]
    return [(row["path"], row["name"], row["named_by"], row["state"]) for row in rows if row["named_by"] != "embedded"]


@pytest.mark.parametrize("word", [(), ("list",)])
def test_the_embedded_catalog_stands_first_and_the_list_is_empty(run: Run, home: Path, word: tuple[str, ...]) -> None:
    view = json_of(run("catalog", "layers", *word, "--json"))
    assert view["rows"][0] == {
        "path": "data/roles.yaml", "name": "careercli", "named_by": "embedded", "state": "read", "fault_count": 0,
    }  # fmt: skip
    assert {row["named_by"] for row in view["rows"]} == {"embedded"}
    assert view["list_file"] == str(home / ".config" / "careercli" / "layers")
    page = answered(run("catalog", "layers", *word))
    assert f"{len(view['rows'])} files" in page
    assert "careercli catalog layers add FILE" in page


def test_a_layer_on_the_list_is_read_by_every_command_until_it_is_taken_off(run: Run, night: Path) -> None:
    added = json_of(run("catalog", "layers", "add", "night.yaml", "--json", cwd=night.parent))
    assert str(night) in [row["path"] for row in added["rows"]]
    assert listed(run, "add", str(night)) == [(str(night), "night", "list", "read")], "each stands there once"
    assert "Is awake." in answered(run("show", "owl"))
    assert "Is awake." in answered(run("show", "night:owl"))
    assert listed(run, "remove", str(night)) == []
    refused(run("show", "owl"), 1, "owl")


def test_several_layers_are_laid_in_the_order_in_which_they_were_added(run: Run, night: Path) -> None:
    over = written(night.parent / "over.yaml", "schema_version: 1\nroles: {owl: {summary: Sleeps.}}\n")
    assert listed(run, "add", str(night), str(over)) == [
        (str(night), "night", "list", "read"),
        (str(over), None, "list", "read"),
    ]
    assert "Sleeps." in answered(run("show", "owl"))
    assert listed(run, "remove", str(night), str(over)) == []


def test_what_is_not_there_can_be_neither_added_nor_removed(run: Run, tmp_path: Path) -> None:
    refused(run("catalog", "layers", "add", str(tmp_path / "no.yaml")), 1, "no file", "no.yaml")
    refused(run("catalog", "layers", "remove", str(tmp_path / "no.yaml")), 1, "not on the list", "catalog layers")


def test_one_wrong_name_leaves_the_list_as_it_was(run: Run, night: Path) -> None:
    refused(run("catalog", "layers", "add", str(night), "no.yaml"), 1, "no.yaml")
    answered(run("catalog", "layers", "add", str(night)))
    refused(run("catalog", "layers", "remove", str(night), "no.yaml"), 1, "no.yaml")
    assert listed(run) == [(str(night), "night", "list", "read")]


def test_a_layer_that_was_deleted_is_shown_as_missing_and_can_be_taken_off(run: Run, night: Path) -> None:
    answered(run("catalog", "layers", "add", str(night)))
    night.unlink()
    assert listed(run) == [(str(night), None, "list", "missing")]
    assert "missing" in answered(run("catalog", "layers"))
    assert listed(run, "remove", str(night)) == []


def test_a_layer_that_is_gone_is_one_line_with_the_command_that_takes_it_off(run: Run, tmp_path: Path) -> None:
    away = written(tmp_path / "far away.yaml", NIGHT)
    answered(run("catalog", "layers", "add", str(away)))
    away.unlink()
    for asked in (("show", "owl"), ("list", "--json")):
        ran = run(*asked)
        assert (ran.stdout, ran.code) == ("", 3)
        assert ran.stderr == (
            f"{away}: this file is gone. Take it off your list with: careercli catalog layers remove '{away}'\n"
        )
    answered(run("catalog", "layers", "remove", str(away)))
    answered(run("list"))


def test_layers_that_are_added_at_the_same_time_are_all_on_the_list(home: Path) -> None:
    code = "from careercli.catalog.registered_layers import register\nimport sys\nregister([sys.argv[1]])"
    variables = {"HOME": str(home), "PATH": os.environ["PATH"]}
    processes = [subprocess.Popen([sys.executable, "-c", code, f"/layer{n}.yaml"], env=variables) for n in range(12)]
    assert [process.wait(60) for process in processes] == [0] * 12
    listed_now = (home / ".config" / "careercli" / "layers").read_text().splitlines()[1:]
    assert sorted(listed_now) == sorted(f"/layer{n}.yaml" for n in range(12))


def test_a_faulty_layer_on_the_list_is_told_with_the_way_to_take_it_off(run: Run, night: Path) -> None:
    night = night.rename(night.parent / "my night.yaml")
    answered(run("catalog", "layers", "add", str(night)))
    night.write_text(NIGHT.replace("title: Night", "titel: Night"), "utf-8")
    ran = run("show", "baker")
    assert (ran.stdout, ran.code) == ("", 3)
    problem, hint = ran.stderr.splitlines()[0], ran.stderr.splitlines()[-1]
    assert problem.startswith(f"{night}:")
    words = hint.partition(": careercli ")[2]
    assert words == f"catalog layers remove '{night}'"
    answered(run(*shlex.split(words)))
    answered(run("show", "baker"))


def test_a_faulty_catalog_is_not_put_on_the_list(run: Run, tmp_path: Path) -> None:
    bad = written(tmp_path / "bad.yaml", NIGHT.replace("family: night", "family: day"))
    ran = run("catalog", "layers", "add", str(bad))
    assert (ran.stdout, ran.code) == ("", 3)
    assert ran.stderr == f"{bad}:8:13: roles.owl.family: no family 'day'\n"
    assert listed(run) == []


def test_a_layer_that_was_broken_later_is_shown_with_its_faults_and_can_be_taken_off(run: Run, night: Path) -> None:
    other = written(night.parent / "other.yaml", "schema_version: 1\nname: other\n")
    answered(run("catalog", "layers", "add", str(night), str(other)))
    night.write_text(NIGHT.replace("family: night", "family: day").replace("title: Owl", "titel: Owl"), "utf-8")
    rows = {row["path"]: row for row in json_of(run("catalog", "layers", "--json"))["rows"]}
    assert (rows[str(night)]["state"], rows[str(night)]["fault_count"], rows[str(night)]["name"]) == (
        "invalid",
        2,
        None,
    )
    assert (rows[str(other)]["state"], rows[str(other)]["name"]) == ("read", "other")
    assert rows["data/roles.yaml"]["name"] == "careercli"
    assert "not valid, 2 mistakes" in answered(run("catalog", "layers"))
    assert listed(run, "remove", str(night)) == [(str(other), "other", "list", "read")]


def test_a_folder_and_a_file_that_cannot_be_read_are_told_apart_from_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert listed(run, "--catalog", str(tmp_path / "folder"), "--catalog", str(tmp_path / "none")) == [
        (str(tmp_path / "folder"), None, "option", "unreadable"),
        (str(tmp_path / "none"), None, "option", "missing"),
    ]


def test_layers_named_for_one_command_follow_the_list(run: Run, night: Path) -> None:
    answered(run("catalog", "layers", "add", str(night)))
    other = written(night.parent / "other.yaml", "schema_version: 1\nname: other\n")
    rows = [(str(night), "night", "list", "read"), (str(other), "other", "option", "read")]
    assert listed(run, "--catalog", str(other)) == rows
    named = run("catalog", "layers", "--json", env={"CAREERCLI_CATALOG": str(other)})
    assert json_of(named)["rows"][-1]["path"] == str(other)
    assert listed(run, "--no-default-catalog", "--catalog", str(night)) == [(str(night), "night", "option", "read")]


def test_a_pipe_is_not_read_to_say_that_it_is_there(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    refused(run("catalog", "layers", "add", str(pipe)), 1, "no file")


def test_a_list_that_cannot_be_written_is_told(run: Run, night: Path, home: Path) -> None:
    (home / ".config").write_text("in the way")
    refused(run("catalog", "layers", "add", str(night)), 1, "cannot write")


def test_a_name_that_cannot_stand_on_a_list_of_lines_is_refused(run: Run, tmp_path: Path) -> None:
    odd = written(tmp_path / "two\nlines.yaml", NIGHT)
    refused(
        run("catalog", "layers", "add", str(odd)),
        2,
        "a name with a line break, or a space at either end, cannot be on the list",
    )


def test_options_in_front_of_the_word_are_not_lost_in_silence(run: Run, night: Path) -> None:
    refused(run("catalog", "layers", "--json", "add", str(night)), 2, "options go after 'add'")


def test_the_old_options_are_gone(run: Run, night: Path) -> None:
    refused(run("catalog", "layers", "--add", str(night)), 2, "--add")


def test_a_companys_level_stands_beside_the_markets(run: Run, tmp_path: Path) -> None:
    ladder = written(tmp_path / "ladder.yaml", LADDER)
    view = json_of(
        run("compare", "mycompany:senior-csm", "customer-success-manager@senior", "--catalog", str(ladder), "--json")
    )
    assert [column["side"] for column in view["columns"]] == ["our-csm@senior-csm", "customer-success-manager@senior"]


def test_a_catalog_that_is_not_in_use_is_one_line_with_those_that_are(run: Run, tmp_path: Path) -> None:
    ladder = written(tmp_path / "ladder.yaml", LADDER)
    line = refused(run("show", "mycompny:senior-csm", "--catalog", str(ladder)), 1, "--catalog FILE")
    assert line == (
        "careercli: no catalog is called 'mycompny' (did you mean 'mycompany'?); "
        "the catalogs in use: careercli, us-labor-market, mycompany"
    )


def test_an_abstract_role_is_no_role_to_compare(run: Run, tmp_path: Path) -> None:
    track = "track: {title: Quite another track, family: customer, summary: X, abstract: true}"
    path = written(tmp_path / "track.yaml", f"schema_version: 1\nname: ours\nroles:\n  {track}\n")
    required = ("compare", "track", "customer-success-manager", "--catalog", str(path))
    assert refused(run(*required), 1, "careercli search").startswith("careercli: no role is called 'track'")


def test_what_is_wrong_with_inheritance_is_told_with_the_layers_name(run: Run, tmp_path: Path) -> None:
    removed = written(tmp_path / "gone.yaml", LADDER.replace("extends: customer-success-manager", "extends: csm"))
    ran = run("show", "our-csm", "--catalog", str(removed))
    assert (ran.stdout, ran.code) == ("", 3)
    assert ran.stderr == f"{removed}:8:14: roles.our-csm.extends: no role 'csm' to extend\n"
