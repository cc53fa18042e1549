"""Names of skills within a sentence, written as the catalog writes them."""

from collections.abc import Sequence


def skills_in_text(names: Sequence[str], most: int) -> str:
    """Return names in a sentence: `Empathy, CRM software and 5 more`; names that hold a comma are only counted."""
    if len(names) == 1:
        return names[0]
    plain = [name for name in names if "," not in name]
    told = plain if len(plain) == len(names) and len(names) <= most + 1 else plain[:most]
    rest = len(names) - len(told)
    if not told:
        return f"{rest} skills"
    *first, last = [*told, *([f"{rest} more"] if rest else [])]
    joint = ", and " if len(first) > 1 and any(" and " in name for name in told) else " and "
    return joint.join([*([", ".join(first)] if first else []), last])
