"""What the documentation shows is what the program prints.

Every ```console block of the documents is run: a line that begins with `$ ` is a command, what follows is all that it
prints on both streams. A command must succeed unless `$ echo $?` follows it. A ```yaml block whose first line is a
comment with a file name, as `# company.yaml`, is written to that file beforehand.

UPDATE_DOCS=1 writes what is printed into the documents instead of comparing; read the difference before you keep it.
"""

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED_FILE = re.compile(r"# ([\w-]+\.yaml)\n")
_ONE_LINE_COMMAND = re.compile(r"^python3 -m venv .*$", re.MULTILINE)


class Step(NamedTuple):
    """One command of a block and the lines that the document says it prints."""

    command: str
    expected: list[str]


class Block(NamedTuple):
    """A console block, where it stands, and its text with the fences."""

    document: Path
    line: int
    text: str
    steps: list[Step]


def _blocks() -> list[Block]:
    found: list[Block] = []
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        consoles = (fence for fence in _FENCE.finditer(text) if fence[1] == "console")
        found += [Block(document, text.count("\n", 0, one.start()) + 1, one[0], _steps(one[2])) for one in consoles]
    return found


def _steps(body: str) -> list[Step]:
    steps: list[Step] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            steps.append(Step(line.removeprefix("$ "), []))
        elif steps[-1].command.endswith("\\"):
            steps[-1] = Step(f"{steps[-1].command}\n{line}", [])
        else:
            steps[-1].expected.append(line)
    return steps


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return one home for all blocks: the index is compiled once."""
    return tmp_path_factory.mktemp("docs-home")


@pytest.mark.skipif(not shutil.which("bash"), reason="the examples are written for bash")
@pytest.mark.parametrize("block", _blocks(), ids=lambda block: f"{block.document.name}:{block.line}")
def test_a_documented_command_prints_what_the_document_says(block: Block, home: Path, tmp_path: Path) -> None:
    _write_named_files(block.document, tmp_path)
    path = os.pathsep.join((sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)))
    if any("| jq " in step.command for step in block.steps) and not shutil.which("jq", path=path):
        pytest.skip("jq is not installed")
    code = 0
    printed: list[Step] = []
    for position, step in enumerate(block.steps):
        done = subprocess.run(
            ["bash", "-c", f"(exit {code}); {step.command}"],
            env={"PATH": path, "HOME": str(home), "LANG": "C.UTF-8"},
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        code = done.returncode
        printed.append(Step(step.command, done.stdout.splitlines()))
        required = position + 1 < len(block.steps) and block.steps[position + 1].command == "echo $?"
        assert code == 0 or required, f"{step.command} ended with {code}: {done.stdout}"
    if os.environ.get("UPDATE_DOCS"):
        _update(block, printed)
    else:
        assert printed == block.steps


def _update(block: Block, printed: list[Step]) -> None:
    lines = [line for step in printed for line in (f"$ {step.command}", *step.expected)]
    text = block.document.read_text("utf-8")
    block.document.write_text(text.replace(block.text, "\n".join(("```console", *lines, "```")), 1), "utf-8")


def _write_named_files(document: Path, folder: Path) -> None:
    for fence in _FENCE.finditer(document.read_text("utf-8")):
        named = _NAMED_FILE.match(fence[2])
        if fence[1] == "yaml" and named:
            (folder / named[1]).write_text(fence[2], "utf-8")


def test_the_readme_has_one_line_to_see_an_answer_and_one_line_to_run_the_tests() -> None:
    first, second = _ONE_LINE_COMMAND.findall((ROOT / "README.md").read_text("utf-8"))
    assert "careercli compare customer-relationship-manager customer-relations-manager" in first
    assert second.endswith("pytest")


def test_every_command_is_named_in_the_readme_and_shown_in_a_document() -> None:
    from careercli.cli.app import COMMANDS

    readme, *others = (document.read_text("utf-8") for document in DOCUMENTS)
    assert [name for name in COMMANDS if f"`{name}" not in readme and f"careercli {name}" not in readme] == []
    assert [name for name in COMMANDS if f"$ careercli {name}" not in "\n".join((readme, *others))] == []
