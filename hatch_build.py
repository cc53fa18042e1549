"""Compile the embedded catalog while the package is built, so that nobody waits for it after an installation."""

import os
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledIndex(BuildHookInterface[Any]):
    """Put the compiled index into the wheel, or into build/ where the checkout itself is installed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalog of this checkout with its own code."""
        sys.path.insert(0, os.path.join(self.root, "src"))
        from careercli.catalog.index_cache import build_shipped_index

        if version == "editable":
            build_shipped_index(os.path.join(self.root, "build", "index.sqlite"), with_times=True)
        else:
            index = os.path.join(self.root, "build", "wheel", "index.sqlite")
            build_shipped_index(index, with_times=False)
            build_data["force_include"][index] = "careercli/data/index.sqlite"
