"""What a command may import, seen in a fresh interpreter.

Start-up is a feature, and a set of modules, unlike the clock, is the same on every machine.
"""

import ast
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest

from careercli.catalog.index_cache import embedded_layers
from careercli.cli.app import COMMANDS

_PROBE = """
import json, sys
report = sys.argv[1]
sys.argv = ["careercli", *sys.argv[2:]]
code = None
try:
    from careercli.cli.app import main
    code = main()
except SystemExit as leaving:
    code = leaving.code
finally:
    modules = sorted(sys.modules)
    with open(report, "w") as stream:
        json.dump({"code": code, "modules": modules}, stream)
"""
ANSWERS = Path(__file__).parents[1] / "src" / "careercli" / "answers"
_PAIR = ("customer-relationship-manager", "customer-relations-manager")
_COMPLETE = {"_CAREERCLI_COMPLETE": "complete_bash"}
_HEAVY = {"yaml", "rich", "msgspec", "rapidfuzz", "platformdirs", "sqlite3", "careercli.catalog", "careercli.answers"}
"""What nothing needs that only tells about the program itself."""

LIGHT: dict[str, tuple[tuple[str, ...], Mapping[str, str]]] = {
    "help": (("--help",), {}),
    "help when nothing is asked": ((), {}),
    "version": (("--version",), {}),
    "completion of a command": ((), {**_COMPLETE, "COMP_WORDS": "careercli co", "COMP_CWORD": "1"}),
    "completion of an option": ((), {**_COMPLETE, "COMP_WORDS": "careercli --ver", "COMP_CWORD": "1"}),
    "completion script": (("--show-completion", "bash"), {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}),
}
QUESTIONS: dict[str, tuple[str, ...]] = {
    "compare": ("compare", *_PAIR),
    "compare levels": ("compare", f"{_PAIR[0]}@senior", f"{_PAIR[0]}@lead"),
    "salary": ("salary", _PAIR[0]),
    "path": ("path", _PAIR[0]),
    "show": ("show", _PAIR[0]),
    "list": ("list",),
    "search": ("search", "complaint"),
    "catalog sources": ("catalog", "sources"),
    "edges": ("path", "--edges"),
    "routes": ("path", _PAIR[0], "--to", "product-manager"),
    "related": ("related", _PAIR[0]),
    "gap": ("gap", _PAIR[0], "--from", _PAIR[1]),
    "skills": ("skills", _PAIR[0], "--next"),
    "explain": ("explain", "median"),
}


class ModulesOf(Protocol):
    """Run `careercli ARGUMENTS` in a fresh interpreter and return the modules that it imported, and their packages."""

    def __call__(self, *arguments: str, env: Mapping[str, str] | None = None) -> set[str]: ...


@pytest.fixture
def modules_of(tmp_path: Path, compiled: Path) -> ModulesOf:
    report = tmp_path / "modules.json"

    def run(*arguments: str, env: Mapping[str, str] | None = None) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", _PROBE, str(report), *arguments],
            env={**os.environ, "XDG_CACHE_HOME": str(compiled), **(env or {})},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert report.exists(), done.stderr
        found = json.loads(report.read_text("utf-8"))
        assert found["code"] in (0, None), done.stderr
        return {name for module in found["modules"] for name in _with_packages(module)}

    return run


def _with_packages(module: str) -> list[str]:
    parts = module.split(".")
    return [".".join(parts[: length + 1]) for length in range(len(parts))]


@pytest.mark.parametrize(("arguments", "env"), LIGHT.values(), ids=LIGHT)
def test_telling_about_itself_touches_no_catalog_and_nothing_heavy(
    modules_of: ModulesOf, arguments: tuple[str, ...], env: Mapping[str, str]
) -> None:
    assert modules_of(*arguments, env=env) & _HEAVY == set()


@pytest.mark.parametrize("arguments", QUESTIONS.values(), ids=QUESTIONS)
def test_a_json_answer_from_a_fresh_index_touches_no_yaml_and_no_rich(
    modules_of: ModulesOf, arguments: tuple[str, ...]
) -> None:
    modules_of(*arguments, "--json")  # compiles the index
    seen = modules_of(*arguments, "--json")
    assert seen & {"yaml", "rich", "careercli.blocks", "careercli.render.table", "careercli.catalog.validate"} == set()
    others = {f"careercli.cli.{name}" for name in COMMANDS}
    assert seen & others == {f"careercli.cli.{arguments[0]}"}, "a command imports no other command"


@pytest.mark.parametrize("arguments", QUESTIONS.values(), ids=QUESTIONS)
def test_a_table_from_a_fresh_index_touches_no_yaml(modules_of: ModulesOf, arguments: tuple[str, ...]) -> None:
    modules_of(*arguments)
    assert modules_of(*arguments) & {"yaml", "careercli.catalog.validate", "careercli.render.json"} == set()


@pytest.mark.parametrize("form", ["html", "svg"])
def test_all_of_an_answer_as_html_or_as_a_picture_touches_no_rich(modules_of: ModulesOf, form: str) -> None:
    modules_of(*QUESTIONS["compare"])
    assert "rich" not in modules_of(*QUESTIONS["compare"], "--full", "--format", form)


@pytest.mark.parametrize("arguments", QUESTIONS.values(), ids=QUESTIONS)
def test_a_fresh_answer_needs_nothing_that_only_compiling_and_writing_need(
    modules_of: ModulesOf, arguments: tuple[str, ...]
) -> None:
    modules_of(*arguments, "--json")
    written = max(max(os.stat(layer)[-2:]) for layer in embedded_layers())
    time.sleep(max(0, written + 3 - time.time()))  # files that were written just now are read once more
    modules_of(*arguments, "--json")
    seen = modules_of(*arguments, "--json")
    others = {"careercli.catalog.index", "careercli.catalog.layers", "careercli.catalog.similarity"}
    assert seen & {"platformdirs", "hashlib", "tempfile", "python_calamine", *others} == set()


def test_a_comparison_of_roles_needs_nothing_of_levels(modules_of: ModulesOf) -> None:
    modules_of(*QUESTIONS["compare"], "--json")
    assert "careercli.answers.compare.level_changes" not in modules_of(*QUESTIONS["compare"], "--json")


def test_one_process_can_run_one_command_after_another(home: Path) -> None:
    """A command is a module of the command line; none of them may take the place of what the others use."""
    program = """if True:
        import sys
        from careercli.cli.app import main
        for arguments in (["list", "--limit", "1"], ["schema", "path"], ["catalog", "sources"], ["search", "nurse"],
                          ["path", "nurse-practitioner"], ["--help"], ["list", "--limit", "1"]):
            sys.argv[1:] = arguments
            assert main() == 0, arguments
    """
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", cwd=home, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_name_that_is_found_touches_no_fuzzy_matching(modules_of: ModulesOf) -> None:
    modules_of(*QUESTIONS["compare"], "--json")
    assert not {"rapidfuzz", "filelock"} & set(modules_of(*QUESTIONS["compare"], "--json"))


def test_parts_of_a_page_and_of_a_view_keep_the_rules_of_page_and_view() -> None:
    """The import contracts name page.py and view.py; here are those of other names, as quick_facts_page.py."""
    for path in ANSWERS.glob("*/*.py"):
        imported = {
            name.module or ""
            for name in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(name, ast.ImportFrom)
        }
        kind = path.stem.rpartition("_")[2]
        if kind in ("page", "view"):
            assert [name for name in imported if name.endswith(".answer") or ".catalog." in name] == [], path
        if kind == "view":
            assert [name for name in imported if name.endswith("page") or name == "careercli.blocks"] == [], path


def test_every_command_can_be_asked_in_one_process() -> None:
    """A command's module has the name of a builtin now and then: `list` hides none from the others."""
    script = """
import sys
from careercli.cli.app import COMMANDS, SUBCOMMANDS, main
for _ in range(2):
    for command in (*COMMANDS, *(f"catalog {name}" for name in SUBCOMMANDS)):
        sys.argv = ["careercli", *command.split(), "--help"]
        assert main() == 0, command
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert (done.stderr, done.returncode) == ("", 0)


def test_no_answer_changes_the_case_of_a_text_but_by_the_one_rule_for_words_of_ours() -> None:
    """`capitalize` is left out: it makes headings of the words of the model, never of a name."""
    changed = [
        f"{path.name}:{call.lineno}"
        for folder in (ANSWERS, ANSWERS.parent / "catalog" / "lint")
        for path in sorted(folder.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and not call.args
        if call.func.attr in ("lower", "swapcase")
    ]
    assert changed == []
