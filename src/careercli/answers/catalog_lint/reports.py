"""Findings for programs that read them: SARIF 2.1.0 for code scanning, commands for a GitHub workflow."""

import hashlib
import json
import os
from collections import Counter
from typing import Any
from urllib.parse import quote

from careercli import __version__
from careercli.answers.catalog_lint.view import FindingView, IgnoredView, LintView
from careercli.safe_text import escape_invisible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def sarif(view: LintView, root: str = "") -> bytes:
    """Return the findings as SARIF 2.1.0; what a comment took back is there as suppressed, with its reason.

    Files below the folder `root` are named relative to it, as code scanning wants them.
    """
    ids = [rule.rule for rule in view.rules]
    rules = [
        {
            "id": rule.rule,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.why},
            "help": {"text": rule.fix},
            "defaultConfiguration": {"level": rule.severity},
        }
        for rule in view.rules
    ]
    seen: Counter[str] = Counter()
    rows: list[FindingView | IgnoredView] = [*view.rows, *view.ignored]
    results = [_result(row, ids, root, seen) for row in rows]
    driver = {"name": "careercli", "semanticVersion": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    report = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(report, indent=2).replace("\x7f", "\\u007f").encode() + b"\n"


def _result(row: FindingView | IgnoredView, ids: list[str], root: str, seen: Counter[str]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(row.file, root)}}
    if row.line:
        physical["region"] = {"startLine": row.line, "startColumn": row.column}
    location: dict[str, Any] = {"physicalLocation": physical}
    if row.path:
        location["logicalLocations"] = [{"fullyQualifiedName": escape_invisible(row.path)}]
    result: dict[str, Any] = {
        "ruleId": row.rule,
        "ruleIndex": ids.index(row.rule),
        "level": row.severity,
        "message": {"text": _message(row)},
        "locations": [location],
        "partialFingerprints": {"careercliFinding/v1": _fingerprint(row, root, seen)},
    }
    if isinstance(row, IgnoredView):
        result["suppressions"] = [{"kind": "inSource", "justification": row.reason}]
    return result


def _message(row: FindingView | IgnoredView) -> str:
    also = f" (see {', '.join(row.also)})" if isinstance(row, FindingView) and row.also else ""
    return escape_invisible(f"{row.message}{also}")


def _fingerprint(row: FindingView | IgnoredView, root: str, seen: Counter[str]) -> str:
    """Return what a finding keeps when lines move: rule, file, path and words, and which of its like it is."""
    identity = "\0".join((row.rule, _uri(row.file, root), row.path, row.message))
    seen[identity] += 1
    return hashlib.sha256(f"{identity}\0{seen[identity]}".encode(errors="backslashreplace")).hexdigest()[:32]


def _uri(file: str, root: str) -> str:
    """Return a file as a reference that SARIF takes: relative below `root`, else with its scheme."""
    path = file.replace(os.sep, "/")
    folder = root.replace(os.sep, "/").rstrip("/") + "/"
    if root and path.startswith(folder):
        path = path.removeprefix(folder)
    address = quote(os.fsencode(path.removeprefix("./")), safe="/")
    if os.path.isabs(path):
        return f"file://{address}"
    return f"./{address}" if ":" in address.partition("/")[0] else address


def github(view: LintView) -> str:
    """Return the findings as commands of a GitHub workflow, which shows them beside the lines they are about."""
    return "".join(f"{_command(row)}\n" for row in view.rows)


def _command(row: FindingView) -> str:
    properties = {"file": row.file, "title": row.rule}
    if row.line:
        properties = {"file": row.file, "line": str(row.line), "col": str(row.column), "title": row.rule}
    named = ",".join(f"{name}={_property(text)}" for name, text in properties.items())
    path = f"{row.path}: " if row.path else ""
    return f"::{_COMMANDS[row.severity]} {named}::{_data(f'{path}{_message(row)}')}"


def _data(text: str) -> str:
    return escape_invisible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
