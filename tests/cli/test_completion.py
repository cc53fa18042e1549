"""TAB offers what a command takes: ids of roles, levels and families from the catalogs, and sections of a guide."""

from pathlib import Path

import pytest

from tests.conftest import Run

SMALL = Path(__file__).parent.parent / "catalogs" / "small.yaml"


def offered(run: Run, line: str, shell: str = "bash") -> list[str]:
    words = f"careercli {line}"
    env = {"_CAREERCLI_COMPLETE": f"complete_{shell}", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    ran = run(env={**env, "_TYPER_COMPLETE_ARGS": words})
    assert (ran.stderr, ran.code) == ("", 0)
    return ran.stdout.split()


@pytest.mark.parametrize("command", ["show", "path", "salary", "related", "gap", "compare baker"])
def test_a_role_is_completed_wherever_one_is_asked_for(run: Run, command: str) -> None:
    roles = ["customer-relationship-manager", "customer-relations-manager"]
    assert offered(run, f"{command} customer-rel") == roles


@pytest.mark.parametrize("option", ["path baker --to", "path baker --to chef --via", "gap chef --from"])
def test_a_role_is_completed_behind_an_option(run: Run, option: str) -> None:
    assert offered(run, f"{option} wareh") == ["warehouse-worker"]


def test_levels_are_completed_behind_the_role(run: Run) -> None:
    found = offered(run, "path software-developer@s")
    assert found
    assert all(one.startswith("software-developer@s") for one in found)


def test_families_and_sections_are_completed(run: Run) -> None:
    assert offered(run, "list --family sal") == ["sales"]
    assert offered(run, "show chef --section ou") == ["outlook"]
    assert "outlook" in offered(run, "show chef --section ")


def test_zsh_and_fish_get_roles_and_no_files(run: Run) -> None:
    assert any("customer-relations-manager" in word for word in offered(run, "show customer-rel", "zsh"))


def test_layers_of_the_line_count(run: Run) -> None:
    assert "flour-buyer" in offered(run, f"show --no-default-catalog --catalog {SMALL} ")
    assert "warehouse-worker" not in offered(run, f"show --no-default-catalog --catalog {SMALL} ")


@pytest.mark.parametrize(
    "line", ["show --catalog /no/where wareh", "show no-such-role@", "show zzzz", "list --family q"]
)
def test_where_there_is_nothing_to_offer_completion_is_silent(run: Run, line: str) -> None:
    assert offered(run, line) == []
