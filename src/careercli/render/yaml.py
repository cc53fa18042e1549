"""A view as YAML: the same keys and values as its JSON."""

import re
from typing import Any

import msgspec
import yaml

from careercli.safe_text import ACTING, escaped, with_characters_only


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """PyYAML's own, without anchors: what stands twice is written twice."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (PyYAML asks of every value)
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # Escapes are read between double quotes only.
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if re.search(ACTING, text) else None)


_Dumper.add_representer(str, _text)


def render(view: Any) -> str:
    """Return the view as YAML in UTF-8, with the keys in the order of the JSON."""
    plain = msgspec.to_builtins(view)
    try:
        return _dumped(plain)
    except UnicodeEncodeError:
        return _dumped(with_characters_only(plain))


def _dumped(plain: Any) -> str:
    return escaped(yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000))
