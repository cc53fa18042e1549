"""What the user typed -> a role, or a level of one; what is in doubt is a question with the candidates, never a guess.

An id comes first, then a title, an alias, the code of an occupation, and last a slip of spelling, which the answer
says. Roles of the catalogs come before occupations.
"""

import re
from collections.abc import Callable, Sequence

from careercli.answers.shared.catalog_names import Found, find_in_catalog, split_catalog
from careercli.answers.shared.name_questions import MAX_NAME_LENGTH, ambiguous, listed, not_found, short
from careercli.answers.shared.role_codes import roles_of_code
from careercli.answers.shared.view_parts import ReadAsView
from careercli.catalog.reader import CatalogReader
from careercli.errors import NotFound, UsageProblem
from careercli.matching import NameMatcher, name_key, replace_undecodable
from careercli.model import Level, Role, RoleRef

MAX_WORDS = 12
"""Words after a command that are tried as one name."""
_BARE_WORD = r"[^\s:_@-]+(@.*)?"


class Names:
    """Resolves the names of one query, and remembers which of them were read as others."""

    def __init__(self, reader: CatalogReader) -> None:
        self._reader = reader
        self._read_as: dict[str, ReadAsView] = {}

    @property
    def read_as(self) -> tuple[ReadAsView, ...] | None:
        """The names that were read as others so far; None where each was found as it was typed."""
        return tuple(self._read_as.values()) or None

    def resolve(self, text: str) -> RoleRef:
        """Return the role and level that `ROLE`, `ROLE@LEVEL` or `CATALOG:ROLE` names.

        Raise NotFound with the nearest names if none or several match.
        """
        text = replace_undecodable(text)
        catalog, name = split_catalog(self._reader, text)
        role_text, level_text = RoleRef.parse(name)
        has_level = bool(level_text and level_text.strip())
        if catalog is None:
            found = self._role(role_text)
        else:
            found = find_in_catalog(self._reader, catalog, role_text, levels=not has_level)
        read = [found.read]
        ref = found.ref
        if level_text is not None and has_level:
            level, read_level = _level(ref.role, self._reader.role(ref.role), level_text)
            ref = RoleRef(ref.role, level.id)
            read.append(read_level)
        names = [name for name in read if name is not None]
        if names:
            self._read_as[text] = ReadAsView(typed=text, name=", ".join(names), match=str(ref))
        return ref

    def resolve_words(self, words: Sequence[str]) -> list[RoleRef]:
        """Return the roles and levels that the words after a command name, each once.

        Words that are a name together, to the letter or else but for a slip, are one name.
        """
        groups, unknown = self._grouped(words, self._is_name)
        if unknown:
            groups, _ = self._grouped(words, lambda text: self._is_name(text) or self._is_slip(text))
        return list(dict.fromkeys(map(self.resolve, groups)))

    def _grouped(self, words: Sequence[str], is_one: Callable[[str], bool]) -> tuple[list[str], bool]:
        """Return the words as names, from left to right the most that are one, and whether some are in none."""
        groups: list[str] = []
        unknown: list[str] = []
        rest = list(words)
        has_unknown = False
        while rest:
            count = _longest(rest, is_one)
            has_unknown |= not count
            if not count and re.fullmatch(_BARE_WORD, rest[0]):
                unknown.append(rest.pop(0))
                continue
            groups += [*_joined(unknown), " ".join(rest[: count or 1])]
            unknown = []
            del rest[: count or 1]
        return [*groups, *_joined(unknown)], has_unknown

    def _is_name(self, text: str) -> bool:
        role = RoleRef.parse(text).role[:MAX_NAME_LENGTH]
        catalog, _, in_catalog = role.rpartition(":")
        names = [role, in_catalog] if catalog else [role]
        return any(self._reader.names_matching(name_key(name)) for name in names)

    def _is_slip(self, text: str) -> bool:
        key = name_key(RoleRef.parse(text).role[:MAX_NAME_LENGTH])
        return self._reader.name_matcher().match(key, self._reader.roles_named).sure is not None

    def _role(self, text: str) -> Found:
        key = name_key(text[:MAX_NAME_LENGTH])
        rows = self._reader.names_matching(key)
        typed_id = text.strip()
        if any(row.name == row.role == typed_id for row in rows):
            return Found(RoleRef(typed_id))
        roles = self._reader.roles_named(key) if rows else roles_of_code(self._reader, text)
        if len(roles) > 1:
            raise ambiguous(text, "role", roles)
        return Found(RoleRef(roles[0])) if roles else self._slip(text, key)

    def _slip(self, text: str, key: str) -> Found:
        """Return the role whose name was misspelled; raise NotFound with the nearest names if that is in doubt."""
        matcher = self._reader.name_matcher()
        match = matcher.match(key, self._reader.roles_named)
        if match.sure is not None:
            rows = self._reader.names_matching(match.name or "")
            return Found(RoleRef(match.sure), next(row.name for row in reversed(rows) if row.role == match.sure))
        holding = (role for name in matcher.holding(key) for role in self._reader.roles_named(name))
        candidates = list(dict.fromkeys((*match.candidates, *holding)))
        groups, is_unknown = self._grouped(text.split(), self._is_name)
        named = [] if is_unknown else [role for group in groups for role in self._reader.roles_named(name_key(group))]
        roles = list(dict.fromkeys(named))
        if len(roles) == 1:  # Chief Financial Officer (CFO)
            return Found(RoleRef(roles[0]))
        if roles and len(named) == len(text.split()):
            raise UsageProblem(f"'{short(text)}' is more than one role: {listed(roles)}", hint="Name one of them.")
        candidates = candidates or roles
        if not candidates and not name_key(text):
            raise NotFound(f"no role is called '{short(text)}'", hint="See all roles with: careercli list")
        raise not_found(
            f"no role is called '{short(text)}'",
            candidates,
            hint=f"Search titles, skills and duties with: careercli search '{short(text)}'",
        )


def _longest(words: Sequence[str], is_one: Callable[[str], bool]) -> int:
    """Return how many of the first words are one name, at most; a level stands in the last of them."""
    for count in range(min(len(words), MAX_WORDS), 0, -1):
        if not any("@" in word for word in words[: count - 1]) and is_one(" ".join(words[:count])):
            return count
    return 0


def _joined(words: Sequence[str]) -> list[str]:
    return [" ".join(words)] if words else []


def _level(role_id: str, role: Role, text: str) -> tuple[Level, str | None]:
    """Return the level of a role that bears a name, and its title where the name was read as another."""
    key = name_key(text)
    for level in role.levels:
        if key in (name_key(level.id), name_key(level.title)):
            return level, None
    if not role.levels:
        raise NotFound(f"{role_id} has no levels", hint=f"Ask for the role: careercli show {role_id}")
    by_key = {name_key(name): level for level in role.levels for name in (level.title, level.id)}
    match = NameMatcher(by_key).match(key, lambda name: (by_key[name].id,))
    if match.sure is not None:
        level = next(level for level in role.levels if level.id == match.sure)
        return level, level.title
    names = listed([str(RoleRef(role_id, level.id)) for level in role.levels])
    raise NotFound(f"{role_id} has no level '{text}'; its levels: {names}")
