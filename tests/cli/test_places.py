"""Where answers go and catalogs come from: --output, layers, homes that are empty, missing or read-only."""

import os
from pathlib import Path

import pytest

from tests.cli.contract import answered, json_of, refused
from tests.cli.terminals import CAREERCLI, in_shell
from tests.conftest import Ran, Run

LAYER = """\
schema_version: 1
name: layer
roles:
  baker:
    title: Baker of the Layer
"""
OTHER = """\
schema_version: 1
name: other
families:
  night: {title: Night}
roles:
  owl:
    title: Owl
    family: night
    summary: Is awake.
"""


# ---- --output ----


@pytest.mark.parametrize("option", ["--output", "-o"])
def test_output_writes_what_would_be_printed_and_prints_nothing(run: Run, tmp_path: Path, option: str) -> None:
    target = tmp_path / "list.txt"
    ran = run("list", "--width", "80", option, str(target), small=True)
    assert ran == ("", "", 0)
    assert target.read_text("utf-8") == answered(run("list", "--width", "80", small=True))


def test_a_file_gets_utf8_and_no_colour_whatever_the_stream_is(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "compare.txt"
    args = ("compare", "baker", "pastry-chef", "--output", str(target))
    assert run(*args, encoding="ascii", small=True) == ("", "", 0)
    assert "├" in target.read_text("utf-8")
    assert "\x1b" not in target.read_text("utf-8")


def test_json_goes_into_a_file_as_it_goes_to_a_pipe(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "list.json"
    assert run("list", "--json", "--output", str(target), small=True) == ("", "", 0)
    assert target.read_text("utf-8") == run("list", "--json", small=True).stdout


def test_a_file_that_stands_is_replaced_whole_with_its_permissions(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "list.txt"
    target.write_text("previous\n" * 10_000)
    target.chmod(0o640)
    answered(run("--version"))
    assert run("list", "--output", str(target), small=True).code == 0
    assert "previous" not in target.read_text("utf-8")
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["list.txt"]


def test_a_file_that_stands_is_kept_when_the_question_has_no_answer(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "list.txt"
    target.write_text("old")
    refused(run("show", "nobody-of-that-name", "--output", str(target), small=True), 1)
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["list.txt"]


def test_a_directory_that_is_not_there_is_one_line_and_exit_1(run: Run, tmp_path: Path) -> None:
    refused(run("list", "--output", str(tmp_path / "no" / "list.txt"), small=True), 1, "no such file or directory")


def test_a_directory_as_target_is_one_line_and_exit_1(run: Run, tmp_path: Path) -> None:
    refused(run("list", "--output", str(tmp_path), small=True), 1, "is a directory")


def test_a_place_that_cannot_be_written_is_one_line_and_exit_1(run: Run) -> None:
    refused(run("list", "--output", "/proc/nothing/list.txt", small=True), 1, "cannot write")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
def test_a_full_disk_is_one_line_and_exit_1(run: Run) -> None:
    refused(run("list", "--output", "/dev/full", small=True), 1, "no space left")


def test_an_empty_name_for_the_output_is_refused(run: Run) -> None:
    ran = run("list", "--output", "", small=True)
    assert ran.code in (1, 2)
    assert "Traceback" not in ran.stderr


def test_a_link_as_target_stays_a_link_and_what_it_names_is_written(run: Run, tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    link.symlink_to(real)
    assert run("list", "--output", str(link), small=True).code == 0
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("4 jobs")


# ---- catalogs ----


@pytest.fixture
def layers(tmp_path: Path, small_catalog: Path) -> str:
    """Return two layers as CAREERCLI_CATALOG holds them."""
    (tmp_path / "layer.yaml").write_text(LAYER)
    return os.pathsep.join((str(small_catalog), str(tmp_path / "layer.yaml")))


def test_the_variable_holds_several_layers_the_later_over_the_earlier(run: Run, layers: str) -> None:
    rows = json_of(run("list", "--json", "--no-default-catalog", env={"CAREERCLI_CATALOG": layers}))["rows"]
    assert {row["title"] for row in rows} == {"Baker of the Layer", "Pastry Chef", "Bakery Manager", "Flour Buyer"}


def test_the_variables_layers_lie_over_the_embedded_catalog(run: Run, layers: str) -> None:
    titles = {row["title"] for row in json_of(run("list", "--json", env={"CAREERCLI_CATALOG": layers}))["rows"]}
    assert {"Baker of the Layer", "Customer Relationship Manager"} <= titles


def test_the_option_counts_before_the_variable(run: Run, layers: str, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(OTHER)
    options = ("--no-default-catalog", "--catalog", str(other))
    rows = json_of(run("list", "--json", *options, env={"CAREERCLI_CATALOG": layers}))["rows"]
    assert [row["role"] for row in rows] == ["owl"]


def test_an_empty_variable_is_no_layer(run: Run) -> None:
    assert len(json_of(run("list", "--json", env={"CAREERCLI_CATALOG": ""}))["rows"]) >= 12


def test_no_catalog_at_all_is_a_usage_error_that_names_the_remedy(run: Run) -> None:
    refused(run("list", "--no-default-catalog"), 2, "no catalog", "--catalog")


@pytest.mark.parametrize("path", ["missing.yaml", ".", "/dev/zero"])
def test_a_catalog_that_cannot_be_read_is_one_line_and_exit_3(run: Run, path: str) -> None:
    ran = run("list", "--catalog", path)
    assert (ran.stdout, ran.code) == ("", 3)
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stderr.startswith(f"{path}: ")


def test_an_invalid_catalog_is_told_fault_by_fault_with_its_place(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(OTHER + "    sumary: x\n    family: nigth\n    duties: no\n")
    ran = run("list", "--no-default-catalog", "--catalog", str(broken))
    assert (ran.stdout, ran.code) == ("", 3)
    places = [f"{broken}:{line}:{column}" for line, column in ((10, 5), (11, 5), (12, 13))]
    assert [line.split(": ")[0] for line in ran.stderr.splitlines()] == places


def test_a_key_of_a_catalog_cannot_send_escapes_to_the_terminal(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(OTHER + '    "\\e[31mred\\u202E": x\n')
    ran = run("list", "--no-default-catalog", "--catalog", str(broken))
    assert ran.code == 3
    assert "\x1b" not in ran.stderr
    assert "\u202e" not in ran.stderr


def test_a_key_that_is_no_text_is_a_fault_of_the_catalog_in_any_layer(run: Run, tmp_path: Path, layers: str) -> None:
    odd = tmp_path / "odd.yaml"
    odd.write_text(OTHER + "? [a, b]\n: c\n")
    ran = run("list", "--no-default-catalog", "--catalog", str(odd), "--catalog", layers.split(os.pathsep)[1])
    assert ran.code == 3
    assert "a key must be text" in ran.stderr


# ---- homes ----


def test_an_empty_home_is_enough_and_gets_only_the_cache(run: Run, home: Path, cache: Path) -> None:
    assert "1,060 jobs" in answered(run("list"))
    assert "baker" in answered(run("list", small=True)).lower(), "a catalog that no build has compiled"
    assert cache.is_dir()
    assert [path.name for path in home.rglob("*") if path.is_dir()] == [".cache", "careercli"]


def test_no_home_at_all_is_enough(run: Run, tmp_path: Path) -> None:
    variables = dict.fromkeys((name for name in os.environ if name.startswith("XDG_")), None)
    # The user's own home would take its place; a cache directory that cannot be made keeps the test out of there.
    page = answered(run("list", env={**variables, "HOME": None, "XDG_CACHE_HOME": "/dev/null"}, cwd=tmp_path))
    assert "1,060 jobs" in page
    assert os.listdir(tmp_path) == []


def test_a_home_that_cannot_be_written_is_enough(run: Run, home: Path) -> None:
    home.chmod(0o500)
    assert "1,060 jobs" in answered(run("list"))
    home.chmod(0o700)


@pytest.mark.parametrize("place", ["/dev/null", "/proc", "/nowhere/at/all", ""])
def test_a_cache_directory_that_cannot_be_made_changes_no_answer(run: Run, place: str, tmp_path: Path) -> None:
    ran = run("list", small=True, env={"XDG_CACHE_HOME": place, "HOME": "/dev/null"}, cwd=tmp_path)
    assert ran == run("list", small=True)


def test_a_cache_under_a_name_that_is_not_utf8_changes_no_answer(tmp_path: Path) -> None:
    script = (
        f"export XDG_CACHE_HOME={tmp_path}/$'caf\\xe9'; careercli list >/dev/null && careercli list --full | head -1"
    )
    assert in_shell(script) == ("1,060 jobs\n", "", 0)


def test_a_catalog_under_a_name_that_is_not_utf8_is_read(small_catalog: Path, tmp_path: Path) -> None:
    copied = f"cp {small_catalog} $'caf\\xe9.yaml'"
    required = "careercli list --no-default-catalog --catalog $'caf\\xe9.yaml' --full | head -1"
    assert in_shell(f"{copied}; {required}", cwd=tmp_path) == ("4 jobs\n", "", 0)


def test_an_argument_that_is_not_utf8_is_not_found_and_no_bug(tmp_path: Path) -> None:
    refused(in_shell("careercli show $'caf\\xe9'"), 1, "no role is called")
    assert json_of(in_shell("careercli search --json $'caf\\xe9'"))["rows"] is not None


def test_a_cache_file_that_is_not_utf8_changes_no_answer(run: Run, cache: Path) -> None:
    cache.mkdir(parents=True)
    (cache / "stamps.json").write_bytes(b'{"version":"x","layers":{"\xff":1}}')
    assert run("list", small=True).code == 0


def as_somebody_without_a_name(script: str, path: Path) -> Ran:
    """Run careercli as a user whom the system does not know; skip where that cannot be."""
    for folder in (path, *path.parents):
        if folder.owner() == "root" and folder != Path("/tmp") and str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    other = f"setpriv --reuid=54321 --clear-groups {CAREERCLI}"
    if in_shell(f"{other} --version", cwd=Path("/"), env={"HOME": "/"}).code:
        pytest.skip("only root can become another user, and that user must be able to read this checkout")
    return in_shell(script.replace("careercli", other), cwd=Path("/"))


def test_a_user_without_home_and_name_is_answered(tmp_path: Path) -> None:
    ran = as_somebody_without_a_name("unset HOME ${!XDG_*}; careercli list", tmp_path)
    assert "1,060 jobs" in answered(ran)


def test_a_catalog_that_may_not_be_read_is_an_unreadable_catalog_and_no_bad_option(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(OTHER)
    secret.chmod(0)
    ran = as_somebody_without_a_name(f"HOME=/ careercli list --catalog {secret}", tmp_path)
    assert (ran.stdout, ran.code) == ("", 3)
    assert "cannot be read: permission denied" in ran.stderr


def test_a_working_directory_that_is_gone_is_no_bug(tmp_path: Path) -> None:
    removed = tmp_path / "gone"
    removed.mkdir()
    assert in_shell("rmdir $PWD; careercli list --full | head -1", cwd=removed) == ("1,060 jobs\n", "", 0)
