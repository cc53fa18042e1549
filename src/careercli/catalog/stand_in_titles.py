"""What an occupation is called that no layer has a title for: its code, until a layer names it.

A stand-in is given when all layers are merged, so it outranks no title of any layer. It is no name: nothing is found
by it, no role is made of it, and it is not written out as a title.
"""

from msgspec import structs

from careercli.model import Catalog, Occupation


def with_title(code: str, occupation: Occupation) -> Occupation:
    """Return the occupation with the title that its layers give it, else with a stand-in."""
    return occupation if occupation.title else structs.replace(occupation, title=_stand_in(code))


def with_titles(catalog: Catalog) -> Catalog:
    """Return the catalog in which every occupation has a title."""
    named = {code: with_title(code, occupation) for code, occupation in catalog.occupations.items()}
    return structs.replace(catalog, occupations=named)


def without_stand_ins(catalog: Catalog) -> Catalog:
    """Return the catalog as its layers have it, with no title where none of them has one."""
    said = {
        code: occupation if has_title(code, occupation) else structs.replace(occupation, title="")
        for code, occupation in catalog.occupations.items()
    }
    return structs.replace(catalog, occupations=said)


def has_title(code: str, occupation: Occupation) -> bool:
    """Say whether a layer gives the occupation its title."""
    return occupation.title not in ("", _stand_in(code))


def _stand_in(code: str) -> str:
    return f"Occupation {code}"
