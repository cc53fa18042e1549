"""What the user typed -> a role, or a level of one. A near tie is a question with the candidates, never a guess.

`NAME:` before it asks one catalog, by its `name`: then only roles count that this catalog says something of, and a name
that none of them has may be that of a level.
"""

import re
from collections.abc import Collection, Sequence

from careercli.catalog.reader import CatalogReader
from careercli.errors import NotFound
from careercli.matching import Match, did_you_mean, match, name_key, replace_undecodable
from careercli.model import Level, Role, RoleRef

MAX_NAME_LENGTH = 200
"""Characters of a name that are looked at; no role is called anything longer."""
MAX_CANDIDATES = 6
"""Candidates that a question names."""
_IN_CATALOG = re.compile(r"\s*([a-z0-9]+(?:-[a-z0-9]+)*):(?=\S)", re.IGNORECASE)


def resolve(reader: CatalogReader, text: str) -> RoleRef:
    """Return the role and level that `ROLE` or `ROLE@LEVEL` names: by id, title or alias, exactly or nearly.

    Raise NotFound with the nearest names if none or several match.
    """
    text = replace_undecodable(text)
    catalog = _catalog_in(reader, text)
    name = text.partition(":")[2] if catalog else text
    role_text, level_text = RoleRef.parse(name)
    has_level = bool(level_text and level_text.strip())
    if catalog is None:
        role_id = _resolve_role(reader, role_text)
    else:
        found = _resolve_in(reader, catalog, role_text, levels=not has_level)
        if found.level is not None:
            return found
        role_id = found.role
    if level_text is None or not has_level:
        return RoleRef(role_id)
    return RoleRef(role_id, _resolve_level(role_id, reader.role(role_id), level_text).id)


def _catalog_in(reader: CatalogReader, text: str) -> str | None:
    """Return the catalog that a name begins with; raise NotFound for one that is not in use."""
    prefix = _IN_CATALOG.match(text)
    if prefix is None:
        return None
    known = list(dict.fromkeys(name for name in reader.layer_names() if name is not None))
    name = prefix[1].casefold()
    if name in known:
        return name
    if reader.names_matching(name_key(RoleRef.parse(text[:MAX_NAME_LENGTH]).role)):
        return None  # a role with a colon in its name
    names = f"; the catalogs in use: {_listed(known)}" if known else ""
    raise NotFound(
        f"no catalog is called '{_short(prefix[1])}'{did_you_mean(name, known)}{names}",
        hint="Name one with --catalog FILE, or put it on the list: careercli catalog layers add FILE",
    )


def _resolve_role(reader: CatalogReader, text: str) -> str:
    key = name_key(text[:MAX_NAME_LENGTH])
    role = _role_named(reader, text, None)
    if role is not None:
        return role
    found = match(key, reader.name_keys(), lambda name: (row.role for row in reader.names_matching(name)))
    if found.sure is not None:
        return found.sure
    near = [candidate for candidate, _ in found.candidates]
    if not near:
        raise NotFound(f"no role is called '{_short(text)}'", hint="See all roles with: careercli list")
    raise NotFound(
        f"no role is called '{_short(text)}'; did you mean {_listed(near[:MAX_CANDIDATES], last=' or ')}?",
        hint=f"Search titles, skills and duties with: careercli search '{_short(text)}'",
    )


def _resolve_in(reader: CatalogReader, catalog: str, text: str, *, levels: bool) -> RoleRef:
    """Return the role that a catalog speaks of, or with `levels` the one level of such a role, that bears a name."""
    ids = reader.roles_in_catalog(catalog)
    role = _role_named(reader, text, ids)
    if role is not None:
        return RoleRef(role, None)
    bearers: dict[str, list[str]] = {}
    for role_id, said in reader.roles(ids).items():
        for name in (role_id, said.title, *said.aliases):
            bearers.setdefault(name_key(name), []).append(role_id)
        for level in said.levels if levels else ():
            for name in (level.id, level.title):
                bearers.setdefault(name_key(name), []).append(str(RoleRef(role_id, level.id)))
    key = name_key(text[:MAX_NAME_LENGTH])
    exact = list(dict.fromkeys(bearers.get(key, ())))
    if len(exact) > 1:
        names = _listed(exact[:MAX_CANDIDATES]) + _more(exact)
        raise NotFound(f"'{_short(text)}' is the name of more than one level of {catalog}: {names}", hint="Use one.")
    found = Match(exact[0], ()) if exact else match(key, bearers, bearers.__getitem__)
    if found.sure is not None:
        return RoleRef.parse(found.sure)
    near = [candidate for candidate, _ in found.candidates]
    what = "role or level" if levels else "role"
    guess = f"; did you mean {_listed(near[:MAX_CANDIDATES], last=' or ')}?" if near else ""
    raise NotFound(
        f"{catalog} has no {what} called '{_short(text)}'{guess}",
        hint=f"Ask all catalogs: leave out '{catalog}:'.",
    )


def _role_named(reader: CatalogReader, text: str, among: Collection[str] | None) -> str | None:
    """Return the role that bears the name, None if there is none; raise NotFound if there is more than one."""
    named = reader.names_matching(name_key(text[:MAX_NAME_LENGTH]))
    if among is not None:
        named = [row for row in named if row.role in among]
    # A name that a role bears itself comes before a title that official lists file under it.
    best_rank = max(2, min((row.rank for row in named), default=2))
    roles = list(dict.fromkeys(row.role for row in named if row.rank <= best_rank))
    if len(roles) > 1:
        names = _listed(roles[:MAX_CANDIDATES]) + _more(roles)
        raise NotFound(f"'{_short(text)}' is the name of more than one role: {names}", hint="Use one of these ids.")
    return roles[0] if roles else None


def _resolve_level(role_id: str, role: Role, text: str) -> Level:
    key = name_key(text)
    for level in role.levels:
        if key in (name_key(level.id), name_key(level.title)):
            return level
    if not role.levels:
        raise NotFound(f"{role_id} has no levels", hint=f"Ask for the role: careercli show {role_id}")
    by_key = {name_key(name): level for level in role.levels for name in (level.title, level.id)}
    found = match(key, by_key, lambda name: (by_key[name].id,))
    if found.sure is not None:
        return next(level for level in role.levels if level.id == found.sure)
    names = _listed([str(RoleRef(role_id, level.id)) for level in role.levels])
    raise NotFound(f"{role_id} has no level '{text}'; its levels: {names}")


def _listed(names: Sequence[str], *, last: str = ", ") -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + last + names[-1]


def _more(names: Sequence[str]) -> str:
    return f" and {len(names) - MAX_CANDIDATES} more" if len(names) > MAX_CANDIDATES else ""


def _short(text: str) -> str:
    return text if len(text) <= MAX_NAME_LENGTH else f"{text[:60]}..."
