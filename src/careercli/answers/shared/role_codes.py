"""The code of an occupation -> the roles that it stands for: SOC (15-1252) or O*NET-SOC (15-1252.00)."""

import re

from careercli.catalog.reader import CatalogReader

_CODE = re.compile(r"\d\d-\d{4}(\.\d\d)?")


def is_code(text: str) -> bool:
    """Say whether a text has the form of a code."""
    return bool(_CODE.fullmatch(text.strip()))


def roles_of_code(reader: CatalogReader, text: str) -> tuple[str, ...]:
    """Return the roles that are the occupation, else those that are part of it; none for what is not a code.

    In O*NET-SOC `.00` is the SOC class itself.
    """
    if not is_code(text):
        return ()
    code = text.strip()
    fits = [row for form in (code, code.removesuffix(".00"), f"{code}.00") for row in reader.roles_with_code(form)]
    exact = [role for role, fit in fits if fit == "exact"]
    return tuple(dict.fromkeys(exact or [role for role, fit in fits if fit == "part"]))
