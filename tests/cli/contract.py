"""What every command is held to, said once."""

import functools
import json
import re
import shlex
from typing import Any

from jsonschema import Draft202012Validator

from careercli.answers.shared.flat_records import schema_of_answer, schema_of_record
from careercli.cli.schema import view_type
from tests.conftest import Ran, Run


def answered(ran: Ran) -> str:
    """Return what a clean run printed."""
    assert (ran.stderr, ran.code) == ("", 0)
    assert ran.stdout.endswith("\n")
    return ran.stdout


def json_of(ran: Ran) -> Any:
    """Return the JSON object of a clean run, which is as `careercli schema` says of its command."""
    answer = json.loads(answered(ran))
    assert answer["schema_version"] == 2
    assert isinstance(answer["rows"], list)
    validator_of(answer["command"]).validate(answer)
    return answer


@functools.cache
def validator_of(command: str, *, records: bool = False) -> Draft202012Validator:
    """Return the check of a command's JSON, or of one of its records, against its schema."""
    view = view_type(command)
    schema = (schema_of_record if records else schema_of_answer)(view, command)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def refused(ran: Ran, code: int, *words: str) -> str:
    """Return the error line of a run that answered nothing and said why in one line and at most one hint."""
    lines = ran.stderr.splitlines()
    assert (ran.stdout, ran.code) == ("", code)
    assert "Traceback" not in ran.stderr
    assert len(lines) in (1, 2)
    assert lines[0].startswith("careercli: ")
    assert all(line.startswith("  ") for line in lines[1:])
    assert [word for word in words if word not in ran.stderr] == []
    return lines[0]


def example_of(run: Run, command: str) -> list[str]:
    """Return the arguments of the first example of a command's help."""
    return examples_of(answered(run(*command.split(), "--help")))[0]


def examples_of(page: str) -> list[list[str]]:
    """Return the arguments of every example of a help page: the lines behind the usage, until an empty one."""
    usage, examples = re.findall(r"(?:^ careercli .+\n(?:   .+\n)*)+", page, re.MULTILINE)
    assert usage.split()[0] == "careercli"
    return [shlex.split(line)[1:] for line in examples.splitlines()]
