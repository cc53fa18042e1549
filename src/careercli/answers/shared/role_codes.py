"""The code of an occupation -> the roles that it stands for: SOC (15-1252) or O*NET-SOC (15-1252.00)."""

import re

from careercli.catalog.reader import CatalogReader

_CODE = re.compile(r"\d\d-\d{4}(\.\d\d)?")


def roles_of_code(reader: CatalogReader, text: str) -> tuple[str, ...]:
    """Return the roles that are the occupation, else those that are part of it; none for what is not a code.

    In O*NET-SOC `.00` is the SOC class itself.
    """
    code = text.strip()
    if not _CODE.fullmatch(code):
        return ()
    fits = reader.roles_with_code(code.removesuffix(".00"))
    exact = tuple(role for role, fit in fits if fit == "exact")
    return exact or tuple(role for role, fit in fits if fit == "part")
