"""Skills as people word them -> words of the catalog's vocabulary.

A skill that is listed may be a name, an alias, a near spelling, or several of them in one. Running text is only
searched for names as whole words, and with more care: a word that prose uses for other things proves nothing there.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice, pairwise
from typing import NamedTuple

from careercli.matching import SIGNED_NAME, NameMatcher, name_key, spell_signs
from careercli.model import Skill

MAX_CANDIDATES = 3
"""Skills that a question names."""
MAX_NAME_LENGTH = 120
"""Characters of a listed skill that are looked at."""
_SHORTEST = 5
"""Letters below which every word is near to some other."""
_COMMON_WORDS = frozenset((
    "commissioning", "compounding", "container", "dispensing", "documentation", "dressing", "driving", "fastener",
    "filing", "framing", "grading", "investigation", "metadata", "overhaul", "priming", "prospecting", "referral",
    "rehearsal", "rescue", "shrinkage", "till", "typing", "experimentation", "diagnosis", "hoist", "hiring", "coding",
    "innovation", "independence", "integrity", "observation", "persistence", "cooperation", "presenting", "appraisal",
    "patience", "curiosity",
))  # fmt: skip
"""Names of skills that prose uses for other things."""
_VENDORS = frozenset(
    ("microsoft", "google", "adobe", "apache", "amazon", "oracle", "atlassian", "autodesk", "esri", "hashicorp")
)
_FILLERS = frozenset((
    "skills", "skill", "programming", "language", "software", "experience", "certified", "certification", "training",
    "knowledge", "development", "basic", "basics", "intermediate", "advanced", "expert", "strong", "excellent", "good",
    "proficient", "js",
))  # fmt: skip
"""Words around a name that change nothing of which skill it is."""
_EDITIONS = frozenset(("enterprise", "framework", "orm", "ci", "database"))
"""Words behind the name of a product that change nothing of which one it is."""
_NEGATIONS = frozenset(("no", "not", "without", "never", "lack", "lacking", "lacks"))
_ALONE_ONLY = frozenset((
    "c", "cassandra", "cucumber", "epic", "facebook", "flask", "go", "hive", "informatica", "jest", "maven", "perl",
    "postman", "puppet", "r", "ruby", "rust", "swift", "tomcat", "youtube",
))  # fmt: skip
"""Names of skills that are one only as an entry of a list: a letter or a common word, capitals or not."""
_PARTS = re.compile(r"[,;/|•·()\[\]]|\s+(?:and|&|\+|or)\s+", re.IGNORECASE)
_TOKEN = re.compile(rf"{SIGNED_NAME}|[^\W_]+", re.IGNORECASE)
_OPENING = re.compile(r"[.!?:;•·*–—-][\s\"'(*_]*\Z")


class SkillMatch(NamedTuple):
    """What a listed skill was taken for: skills of the vocabulary and how they were found, or candidates."""

    skills: tuple[str, ...]
    matched_by: str
    """name, similar spelling, or named inside it; empty where nothing was found."""
    candidates: tuple[str, ...] = ()
    qualifiers: str = ""
    """Words that were put aside to find the name, as `advanced`; they may say how well."""


class SkillMention(NamedTuple):
    """A skill that a text mentions."""

    skill: str
    word: str
    """As the text writes it."""


class SkillMatcher:
    """Every name of every skill, ready to be looked up."""

    def __init__(self, skills: Mapping[str, Skill]) -> None:
        self._ids: dict[str, list[str]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._holders: dict[str, dict[str, None]] = {}
        """Names that hold a word, in the order of the vocabulary."""
        self._proper: dict[str, str] = {}
        self._plain: dict[str, str] = {}
        for skill_id, skill in skills.items():
            for name in (skill.name, *skill.aliases):
                self._add(skill_id, skill, name)
            self._known(_key(skill_id), skill_id)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _add(self, skill_id: str, skill: Skill, name: str) -> None:
        key = _key(name)
        words = tuple(key.split())
        if not words:
            return
        self._known(key, skill_id)
        for word in words:
            self._holders.setdefault(word, {})[key] = None
        if len(words) > 1:
            self._phrases.setdefault(words[0], []).append((words, skill_id))
        elif key in _ALONE_ONLY:
            pass
        elif name != skill.name[:1].lower() + skill.name[1:] and _is_proper(name, skill):
            self._proper.setdefault(name, skill_id)
        elif skill.kind != "knowledge" and (len(key) >= _SHORTEST or key == "cpp") and key not in _COMMON_WORDS:
            self._plain.setdefault(key, skill_id)
            if key.endswith("ing"):
                self._plain.setdefault(f"{key[:-3]}ed", skill_id)  # resumes speak of what was done: mentored

    def _known(self, key: str, skill_id: str) -> None:
        ids = self._ids.setdefault(key, [])
        if skill_id not in ids:
            ids.append(skill_id)

    def match(self, text: str) -> SkillMatch:
        """Return the skills that a listed skill matches. A tie is returned as candidates, never guessed."""
        text = text[:MAX_NAME_LENGTH]
        whole, around = self._named(text)
        if whole:
            return SkillMatch((whole[0],), "name", (), around) if len(whole) == 1 else SkillMatch((), "", tuple(whole))
        parts = [part.strip() for part in _PARTS.split(spell_signs(text)) if part and part.strip()]
        named = {part: ids for part in parts if len(ids := self._named(part)[0]) == 1}
        # "R and Python" names R, "R&D" does not.
        within = [ids[0] for ids in named.values()] if any(len(part) > 1 for part in named) else []
        within += [found.skill for found in self.mentions(text, single_words=False)]
        if within:
            return SkillMatch(tuple(dict.fromkeys(within)), "named inside it")
        return self._near(_key(text))

    def _named(self, text: str) -> tuple[list[str], str]:
        """Return the skills of that name, and the words around it that change nothing of which skill it is."""
        words, around = _key(text).split(), []
        ids = self._ids.get(" ".join(words), [])
        while not ids and len(words) > 1:
            if words[0] == "ms":
                words[0] = "microsoft"
            elif words[-1] in _FILLERS or words[-1] in _EDITIONS:
                around.append(words.pop())
            elif words[0] in _VENDORS or words[0] in _FILLERS:
                around.append(words.pop(0))
            else:
                break
            ids = self._ids.get(" ".join(words), [])
        return ids, " ".join(around)

    def _near(self, key: str) -> SkillMatch:
        """Return the skill that is spelled nearly so, or those it could be: near ones, or ones that hold its words."""
        if len(key) < _SHORTEST:
            return SkillMatch((), "", self._holding(key))
        found = NameMatcher(self._ids).match(key, self._ids.__getitem__)
        if found.sure is not None:
            return SkillMatch((found.sure,), "similar spelling")
        candidates = dict.fromkeys((*self._holding(key), *found.candidates))
        return SkillMatch((), "", tuple(candidates)[:MAX_CANDIDATES])

    def _holding(self, key: str) -> tuple[str, ...]:
        """Return the first skills with a name that holds every word of the key."""
        words = set(key.split()) - _FILLERS
        held = [self._holders.get(word, {}) for word in sorted(words)]
        names = [name for name in held[0] if all(name in other for other in held)] if held else []
        return tuple(islice(dict.fromkeys(skill for name in names for skill in self._ids[name]), MAX_CANDIDATES))

    def mentions(self, text: str, *, single_words: bool = True) -> Iterator[SkillMention]:
        """Yield the skills that a text names as whole words; not those it says are lacking.

        Without `plain`, a common word alone is no name: `erasure coding` is no programming.
        """
        text = text.replace("&", " and ")
        tokens = list(_TOKEN.finditer(text))
        words = {token[0] for token in tokens}
        key_of = {word: _singular(name_key(word)) for word in words}
        keys = [key_of[token[0]] for token in tokens]
        place = 0
        while place < len(tokens):
            found, length = self._at(text, tokens, keys, place)
            common = length == 1 and tokens[place][0] not in self._proper
            if found and (single_words or not common) and not _is_negated(text, tokens, place):
                yield SkillMention(found, text[tokens[place].start() : tokens[place + length - 1].end()])
            place += length

    def _at(self, text: str, tokens: list[re.Match[str]], keys: list[str], place: int) -> tuple[str | None, int]:
        """Return the skill whose name begins at a token, the longest name first, and the tokens that it takes."""
        for words, skill in self._phrases.get(keys[place], ()):
            length = len(words)
            if tuple(keys[place : place + length]) == words and _close(text, tokens[place : place + length]):
                return skill, length
        word = tokens[place][0]
        if word in self._proper and not (word[1:].islower() and _opens(text, tokens[place].start())):
            return self._proper[word], 1
        return self._plain.get(keys[place]), 1


def mentions_skill(text: str, skill: Skill) -> bool:
    """Say whether a text of the catalog names the skill; of a role that asks it, a common word is no other thing."""
    key = f" {_key(text)} "
    names = (_key(name) for name in (skill.name, *skill.aliases))
    return any(name not in _COMMON_WORDS | _ALONE_ONLY and f" {name} " in key for name in names if name)


def _is_proper(name: str, skill: Skill) -> bool:
    """Say whether a name of one word is written with capitals or digits for its own sake, as `SQL` and `Docker`."""
    bare = name[1:] if name == skill.name else name
    return name.isalnum() and bare != bare.lower()


def _close(text: str, tokens: list[re.Match[str]]) -> bool:
    """Say whether nothing that ends a phrase stands between its words."""
    return not any(set(text[one.end() : two.start()]) & set(".,;:!?()[]|") for one, two in pairwise(tokens))


def _opens(text: str, start: int) -> bool:
    """Say whether a sentence begins there, where a capital letter says nothing of the word."""
    before = text[max(0, start - 6) : start]
    return not before.strip() or bool(_OPENING.search(before))


def _is_negated(text: str, tokens: list[re.Match[str]], place: int) -> bool:
    """Say whether the words just before, in the same phrase, say that the skill is lacking."""
    phrase = re.split(r"[.,;:!?()]", text[tokens[max(0, place - 3)].start() : tokens[place].start()])[-1]
    return not _NEGATIONS.isdisjoint(phrase.casefold().split())


def _key(text: str) -> str:
    return " ".join(_singular(word) for word in name_key(text).split())


def _singular(word: str) -> str:
    """Return a word without the s of a plural, so that `vital sign` is `vital signs`; both sides are treated alike."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
