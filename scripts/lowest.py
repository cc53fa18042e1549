"""Print the oldest versions that pyproject.toml allows, as constraints for pip: lower bounds are tested too.

python scripts/lowest.py > lowest.txt && pip install -c lowest.txt -e '.[dev]'
"""

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)>=([0-9.]+),<[0-9.]+")


def main() -> int:
    """Print one constraint a line; a requirement without both bounds is an error."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    groups = project["optional-dependencies"].values()
    for requirement in (*project["dependencies"], *(named for group in groups for named in group)):
        bounds = _REQUIREMENT.fullmatch(requirement)
        if bounds is None:
            raise SystemExit(f"pyproject.toml: expected NAME>=LOWEST,<LIMIT, found {requirement!r}")
        print(f"{bounds[1]}=={bounds[2]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
