"""One ladder of another form, read by its mapping: levels in order with their forks, and what is expected on each."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from careercli.amounts import counted, join_words
from careercli.catalog.yaml_builder import Plain
from careercli.errors import ImportProblem
from careercli.importers.ladder_figures import PayRange, Years, parse_pay, parse_years
from careercli.importers.ladder_map import DOCUMENTED, LadderMap, LadderNode, LevelsMap, select_nodes
from careercli.importers.layer import Skipped
from careercli.matching import name_key
from careercli.model import Track

_NOT_OF_IDS = re.compile(r"[^a-z0-9]+")
_PLURALS = {"level": "levels", "area": "areas", "competency": "competencies"}


class LadderLevel(NamedTuple):
    """A level as the ladder has it, in the fields of `model.Level`."""

    id: str
    title: str
    track: Track
    years: Years | None
    after: tuple[str, ...] | None
    """None: the level before it."""
    duties: tuple[str, ...]
    autonomy: str | None
    impact: str | None
    focus: tuple[str, ...]
    pay: PayRange | None


class Ladder(NamedTuple):
    """What one file says."""

    title: str
    summary: str | None
    areas: tuple[str, ...]
    levels: tuple[LadderLevel, ...]
    skipped: tuple[Skipped, ...]


class _PendingLevel(NamedTuple):
    """A level before it is known what leads to it."""

    node: LadderNode
    name: str
    """What the ladder itself calls it."""
    id: str
    branch_suffix: str
    """What tells it from those that stand beside it; empty where none does."""


def kebab(text: str) -> str:
    """Return the id that a name becomes; empty where it has no letter or digit of ASCII."""
    return _NOT_OF_IDS.sub("-", name_key(text)).strip("-")[:80].rstrip("-")


def read_ladders(shown: str, data: Plain, ladder_map: LadderMap) -> list[Ladder]:
    """Return the ladders in a file, mostly one; raise ImportProblem where levels cannot be made out."""
    top = LadderNode(data)
    if ladder_map.roles is None:
        return [_Reader(shown, top, ladder_map).read()]
    path = ladder_map.roles.each
    ladders = [_Reader(shown, node, ladder_map).read() for node in select_nodes(top, path)]
    if not ladders:
        raise ImportProblem(f"{shown}: no ladders at '{path}'", hint=DOCUMENTED)
    left = [key for key in (data if isinstance(data, dict) else ()) if key != path.partition("/")[0]]
    if left and "*" not in path.partition("/")[0]:
        note = Skipped(shown, None, 0, f"the mapping does not use: {join_words(left)}")
        ladders[0] = ladders[0]._replace(skipped=(*ladders[0].skipped, note))
    return ladders


class _Reader:
    """A file on its way to a ladder."""

    def __init__(self, shown: str, top: LadderNode, ladder_map: LadderMap) -> None:
        self._shown = shown
        self._top = top
        self._form = ladder_map
        self._skipped: list[str] = []

    def read(self) -> Ladder:
        groups = self._groups()
        chains = self._chains(groups)
        steps = [step for chain in chains for step in chain]
        areas = self._areas()
        duties = self._duties({step.name: step.id for group in groups for step in group}, list(areas))
        leading = self._predecessors(chains)
        levels = [self._level(step, leading[step.id], duties.get(step.id, ())) for step in steps]
        left = list(self._keys_left())
        if left:
            self._skipped.append(f"the mapping does not use: {join_words(left)}")
        title = self._one(self._top, self._form.title) or re.split(r"[/\\!]", self._shown)[-1].rpartition(".")[0]
        skipped = tuple(Skipped(self._shown, None, 0, reason) for reason in self._skipped)
        return Ladder(title, self._one(self._top, self._form.summary), tuple(areas.values()), tuple(levels), skipped)

    # ---- texts ----

    def _many(self, node: LadderNode, path: str | None) -> tuple[str, ...]:
        """Return the texts that a path leads to, those of a list one by one, in their own words."""
        found = select_nodes(node, path) if path else []
        values = [item for one in found for item in (one.value if isinstance(one.value, list) else [one.value])]
        for value in values:
            if isinstance(value, (dict, list)):
                kind = "mapping" if isinstance(value, dict) else "list of lists"
                raise self._problem(f"'{path}' leads to a {kind}, not to text")
        return tuple(text for value in values if value is not None and (text := str(value).strip()))

    def _one(self, node: LadderNode, path: str | None) -> str | None:
        texts = self._many(node, path)
        if len(texts) > 1:
            raise self._problem(f"'{path}' leads to {len(texts)} texts, but there should be one")
        return texts[0] if texts else None

    def _problem(self, message: str) -> ImportProblem:
        return ImportProblem(f"{self._shown}: {message}", hint=DOCUMENTED)

    # ---- levels ----

    def _groups(self) -> list[list[_PendingLevel]]:
        """Return the levels, those that stand in one list or mapping together."""
        form = self._form.levels
        holder, _, rest = f"./{form.each}".rpartition("/*")
        held = [select_nodes(one, f"*{rest}") for one in select_nodes(self._top, holder)] if holder else []
        groups: list[list[_PendingLevel]] = []
        position = 0
        for nodes in held or [select_nodes(self._top, form.each)]:
            groups.append([])
            for node in nodes:
                position += 1
                groups[-1].append(self._pending(node, position))
        if not position:
            raise self._problem(f"no levels at '{form.each}'")
        return groups

    def _pending(self, node: LadderNode, position: int) -> _PendingLevel:
        name = self._one(node, self._form.levels.id)
        if name is None:
            raise self._problem(f"level {position} has nothing at '{self._form.levels.id}'")
        ending = next((ending for ending in self._form.branches if name.endswith(ending) and name != ending), "")
        return _PendingLevel(node, name, kebab(name) or f"level-{position}", ending)

    def _chains(self, groups: Sequence[Sequence[_PendingLevel]]) -> list[list[_PendingLevel]]:
        """Return the levels of each ladder in the file, each level once, in order.

        Levels that stand apart are of different ladders, unless some are met again: then what holds them are areas of
        one ladder, each with its levels in the order of the ladder.
        """
        first: dict[str, _PendingLevel] = {}
        chains: list[dict[str, set[str]]] = []
        """What stands just before each level of a ladder, in one area or another."""
        for group in filter(None, groups):
            before: dict[str, set[str]] = {}
            earlier: set[str] = set()
            for step in group:
                if step.id in before or self._title(step) != self._title(first.setdefault(step.id, step)):
                    count = sum(other.id == step.id for others in groups for other in others)
                    raise self._problem(f"{count} levels are called '{step.id}'")
                before[step.id], earlier = earlier, {step.id}
            for chain in [chain for chain in chains if not chain.keys().isdisjoint(before)]:
                chains.remove(chain)
                before = {level: chain.get(level, set()) | before.get(level, set()) for level in {**chain, **before}}
            chains.append(before)
        return [[first[level] for level in self._in_order(chain)] for chain in chains]

    def _in_order(self, before: Mapping[str, set[str]]) -> tuple[str, ...]:
        graph = {level: sorted(earlier) for level, earlier in before.items()}
        try:
            return tuple(TopologicalSorter(graph).static_order())
        except CycleError:
            raise self._problem(
                f"the levels of '{self._form.levels.each}' are in a different order in each area"
            ) from None

    def _title(self, step: _PendingLevel) -> str:
        return self._one(step.node, self._form.levels.title) or step.name

    def _predecessors(self, chains: Sequence[Sequence[_PendingLevel]]) -> dict[str, tuple[str, ...] | None]:
        """Return what leads to each level: what the ladder says, else the level of the same branch before it, else all.

        Levels whose names differ by their endings only stand side by side.
        """
        by_name = {step.name: step.id for chain in chains for step in chain}
        leading: dict[str, tuple[str, ...] | None] = {}
        behind: list[_PendingLevel] = []
        beside: list[_PendingLevel] = []
        last = ""
        starts = {chain[0].id for chain in chains}
        for step in (step for chain in chains for step in chain):
            if step.id in starts:
                behind, beside = [], []
            if not (beside and step.branch_suffix and _stem(step) == _stem(beside[0]) and beside[0].branch_suffix):
                behind, beside = beside, []
            beside.append(step)
            before = tuple(
                other.id for other in behind if step.branch_suffix and other.branch_suffix == step.branch_suffix
            )
            before = self._stated_predecessors(step, by_name) or before or tuple(other.id for other in behind)
            leading[step.id] = None if before == ((last,) if last else ()) else before
            last = step.id
        return leading

    def _stated_predecessors(self, step: _PendingLevel, by_name: Mapping[str, str]) -> tuple[str, ...]:
        names = self._many(step.node, self._form.levels.after)
        unknown = [name for name in names if name not in by_name]
        if unknown:
            raise self._problem(f"level '{step.name}' comes after '{unknown[0]}', which is not a level of the ladder")
        return tuple(by_name[name] for name in names)

    def _level(self, step: _PendingLevel, after: tuple[str, ...] | None, duties: tuple[str, ...]) -> LadderLevel:
        form, node = self._form.levels, step.node
        return LadderLevel(
            id=step.id,
            title=self._title(step),
            track=self._track(step, form),
            years=self._years(step, form),
            after=after,
            duties=duties,
            autonomy=self._one(node, form.autonomy),
            impact=self._one(node, form.impact),
            focus=self._many(node, form.focus),
            pay=self._pay(step, form),
        )

    def _track(self, step: _PendingLevel, form: LevelsMap) -> Track:
        if step.branch_suffix:
            return self._form.branches[step.branch_suffix]
        said = f" {name_key(self._one(step.node, form.track or form.title) or step.name)} "
        managing = any(f" {name_key(word)} " in said for word in self._form.management)
        return "management" if managing else "ic"

    def _years(self, step: _PendingLevel, form: LevelsMap) -> Years | None:
        said = self._many(step.node, form.years)
        years = parse_years(said)
        if said and years is None:
            self._skipped.append(f"years of level '{step.name}': expected 2-5 or 8+, got '{' '.join(said)}'")
        return years

    def _pay(self, step: _PendingLevel, form: LevelsMap) -> PayRange | None:
        ends: list[float | None] = []
        for said in (self._one(step.node, form.pay_from), self._one(step.node, form.pay_to)):
            amount = parse_pay(said, self._form.pay.currency) if said and self._form.pay else None
            if said and amount is None:
                self._skipped.append(f"pay of level '{step.name}': expected an amount such as 80000, got '{said}'")
            ends.append(amount)
        return None if ends == [None, None] else (ends[0], ends[1])

    # ---- competencies ----

    def _areas(self) -> dict[str, str]:
        """Return the titles of the areas by what competencies call them, in their order."""
        form = self._form.areas
        if form is None:
            return {}
        found = [(self._one(node, form.id), self._one(node, form.title)) for node in select_nodes(self._top, form.each)]
        return {name: title or name for name, title in found if name}

    def _duties(self, levels: Mapping[str, str], areas: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return what is expected on each level, by area; what belongs to no area comes last."""
        form = self._form.competencies
        if form is None:
            return {}
        found = select_nodes(self._top, form.each)
        if not found:
            raise self._problem(f"no competencies at '{form.each}'")
        order = {area: position for position, area in enumerate(areas)}
        expected: dict[str, list[tuple[int, str]]] = {}
        for position, node in enumerate(found, start=1):
            text, level = self._one(node, form.text), self._one(node, form.level)
            area = self._one(node, form.area)
            if area and area not in order and self._form.areas:
                self._skipped.append(f"competency {position} comes last: the ladder has no area '{area}'")
            if text is None:
                self._skipped.append(f"competency {position}: nothing at '{form.text}'")
            elif level is None:
                self._skipped.append(f"competency {position}: nothing at '{form.level}'")
            elif level not in levels:
                self._skipped.append(f"competency {position}: the ladder has no level '{level}'")
            else:
                rank = order.setdefault(area, len(order)) if area else len(found) + len(areas)
                details = "; ".join(self._many(node, form.details))
                expected.setdefault(levels[level], []).append((rank, f"{text}: {details}" if details else text))
        return {
            level: tuple(text for _, text in sorted(entries, key=lambda entry: entry[0]))
            for level, entries in expected.items()
        }

    # ---- what has no place ----

    def _entered(self, paths: Iterable[str]) -> Iterator[tuple[int, str]]:
        """Yield each value that paths pass through, with the key at which they go on."""
        for path in paths:
            for found in select_nodes(self._top, path):
                yield from ((id(node.parent.value), node.key) for node in _walk_up(found) if node.parent)

    def _keys_left(self) -> Iterator[str]:
        """Yield the keys of levels, areas and competencies that the mapping does not speak of."""
        form = self._form
        parts = {"level": form.levels, "area": form.areas, "competency": form.competencies}
        walked = {step for part in parts.values() if part for step in part.each.split("/")}
        entered = set(self._entered(part.each for part in parts.values() if part))
        for kind, part in parts.items():
            if part is not None:
                own = (str(getattr(part, key)).partition("/")[0] for key in part.__struct_fields__ if key != "each")
                named = walked.union(own)
                records = [node.value for node in select_nodes(self._top, part.each) if isinstance(node.value, dict)]
                counts = Counter(
                    key for record in records for key in record if key not in named and (id(record), key) not in entered
                )
                yield from (f"{key} of {counted(count, kind, _PLURALS[kind])}" for key, count in counts.items())
        top = {path.partition("/")[0] for path in (form.title, form.summary) if path}.union(walked)
        yield from (key for key in (self._top.value if isinstance(self._top.value, dict) else ()) if key not in top)


def _walk_up(node: LadderNode) -> Iterator[LadderNode]:
    while node.parent is not None:
        yield node
        node = node.parent


def _stem(step: _PendingLevel) -> str:
    return step.name.removesuffix(step.branch_suffix)
