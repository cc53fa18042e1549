"""What a role asks, held against what somebody has: one item each, apart for skills, experience, schooling and papers.

What the file does not speak of is unknown, not missing; what the role does not ask is no item at all.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from careercli.amounts import number
from careercli.answers.gap.readiness import OF_SOME, WEIGHT, Item, Need, best_proof, skill_weight
from careercli.measures import EDUCATION
from careercli.person.credentials import Line, is_licence_of, is_named, line_of
from careercli.person.mapping import Mapped, Proof
from careercli.person.model import Paper

_TOO_FAR = 0.4
"""A class of education below this share of the number of the one asked is not on the way to it."""


class AskedSkill(NamedTuple):
    """What a role, or one of its levels, asks of a skill."""

    id: str
    name: str
    need: Need
    importance: float | None
    level: float | None
    source: str | None


class AskedYears(NamedTuple):
    """How much experience is asked, and in which roles it counts."""

    label: str
    years: float
    text: str
    role: str
    roles: frozenset[str]
    """The role and those in which work counts for it."""
    source: str | None
    some: bool = False
    """Whether any experience is enough, since the class asked begins above nothing."""


class AskedSchooling(NamedTuple):
    """The class of education that is typical at entry, by its number; None where only words are given."""

    rank: int | None
    text: str
    source: str | None
    note: str = ""


def skill_items(asked: Sequence[AskedSkill], mapped: Mapped) -> Iterator[Item]:
    """Yield an item for each skill, must-haves first."""
    for skill in sorted(asked, key=lambda one: one.need):
        proofs = mapped.skills.get(skill.id, ())
        credit, proof = best_proof(skill.level, proofs)
        best = [one for one in proofs if proof is not None and (one.kind, one.level) == (proof.kind, proof.level)]
        yield Item(
            kind="skill",
            id=skill.id,
            label=skill.name,
            need=skill.need,
            weight=skill_weight(skill.need, skill.importance),
            credit=credit,
            asked=skill.level,
            have=proof.level if proof else None,
            stated=_outweighed(proof, proofs),
            asked_text=f"level {number(skill.level)}" if skill.level is not None else "any level",
            have_text=_skill_words(proof, _outweighed(proof, proofs)),
            proof=proof.kind if proof else "",
            found_at=tuple(dict.fromkeys(one.path for one in best if one.path)),
            source=skill.source,
        )


def _outweighed(proof: Proof | None, proofs: Sequence[Proof]) -> float | None:
    """Return the person's own word, where something else counts for more."""
    if proof is None or proof.level is not None:
        return None
    return max((one.level for one in proofs if one.level is not None), default=None)


def _skill_words(proof: Proof | None, stated: float | None) -> str:
    if proof is None:
        return "not found"
    if proof.level is not None:
        return f"level {number(proof.level)}"
    lower = f"; stated: level {number(stated)}" if stated is not None else ""
    words = {
        "stated": "level not said",
        "certificate": "by a certificate",
        "practised": "by years in a job",
        "mentioned": "only mentioned",
        "implied": "only by a job held",
    }
    return words[proof.kind] + lower


def experience_item(asked: AskedYears, mapped: Mapped) -> Item:
    """Return the item for years; work under unknown titles, or without dates, makes it unknown and not missing."""
    relevant, own = mapped.years(asked.roles), mapped.years(frozenset((asked.role,)))
    elsewhere = mapped.years(unknown=True)
    untimed = {stint.role for stint in mapped.stints if stint.span is None and not stint.years}
    known = relevant or untimed & asked.roles
    credit: float | None = 1.0 if known and asked.some else min(relevant / asked.years, 1.0)
    note = ""
    if elsewhere and credit is not None and credit < 1:
        note = f"{number(elsewhere, 1)} more years under titles that are no role of the catalog"
    elif untimed & {None, *asked.roles}:
        note = "some work without dates"
    if not credit and (elsewhere or untimed & {None, *asked.roles} or "experience" not in mapped.told):
        credit = None
    return Item(
        kind="experience",
        id="experience",
        label=asked.label,
        need="must",
        weight=float(WEIGHT["experience", "must"]),
        credit=credit,
        asked=None if asked.some else asked.years,
        have=round(relevant, 1) if relevant or credit == 0 else None,
        asked_text=asked.text,
        have_text="not known" if credit is None else _years_words(relevant, own) if relevant or not credit else "some",
        proof="" if not relevant else "dates",
        source=asked.source,
        note=note,
    )


def _years_words(relevant: float, own: float) -> str:
    if round(own, 1) in (0, round(relevant, 1)):
        where = "" if not relevant else " in the role itself" if own else " in roles that lead to it or are near it"
        return f"{number(relevant, 1)} years{where}"
    return f"{number(relevant, 1)} years, {number(own, 1)} of them in the role itself"


def education_item(asked: AskedSchooling, mapped: Mapped, *, must: bool) -> Item:
    """Return the item for schooling."""
    have = mapped.schooling
    credit: float | None = None
    if asked.rank is not None and have is not None:
        share = min(have / asked.rank, 1.0) if asked.rank else 1.0
        credit = share if share >= _TOO_FAR else 0.0
    return Item(
        kind="education",
        id="education",
        label="Typical schooling at entry",
        need="must" if must else "nice",
        weight=float(WEIGHT["education", "must" if must else "nice"]),
        credit=credit,
        asked=asked.rank,
        have=have,
        asked_text=asked.text,
        have_text="not known" if have is None else EDUCATION[have],
        proof="" if have is None else "degree",
        source=asked.source,
        note=asked.note,
    )


def lines_for(texts: Sequence[str], country: str) -> list[Line]:
    """Return the lines on certificates that ask something and may count where the person is."""
    lines = [line_of(text) for text in texts]
    return [line for line in lines if line is not None and line.counts_in(country) is not False]


def certificate_items(
    lines: Sequence[Line], mapped: Mapped, names_role: Callable[[str], bool | None]
) -> Iterator[Item]:
    """Yield an item for each line; by `names_role` a licence to do the job is known, see `is_licence_of`."""
    licences = [paper for paper in mapped.papers if paper.path and is_licence_of(paper.name, names_role)]
    for place, line in enumerate(lines, start=1):
        held = [paper for paper in mapped.papers if _is_paper(paper, line)]
        if not held and licences and line.demand != "choice":
            held, licences = licences, []  # one licence is one line: where else it counts, nobody said
        credit, note = _certificate_credit(line, held, mapped)
        need: Need = "nice" if line.demand == "choice" else "must"
        weight = float(WEIGHT["certificate", need])
        yield Item(
            kind="certificate",
            id=f"certificate-{place}",
            label=line.text,
            need=need,
            weight=weight * OF_SOME if line.demand == "perhaps" else weight,
            credit=credit,
            asked_text={"law": "by law", "perhaps": "by law, of some", "choice": "voluntary"}[line.demand],
            have_text="yes" if held else "not known" if credit is None else "not found",
            proof="certificate" if held else "",
            found_at=tuple(paper.path for paper in held if paper.path),
            note=note,
            by_law=line.demand != "choice",
        )


def _is_paper(paper: Paper, line: Line) -> bool:
    return is_named(paper.name, line.text) if paper.path else paper.name == line.text


def _certificate_credit(line: Line, held: Collection[Paper], mapped: Mapped) -> tuple[float | None, str]:
    if held:
        return 1.0, ""
    if line.counts_in(mapped.country) is None:
        return None, "counts in some countries; yours is not known"
    if line.demand == "perhaps":
        return None, "law asks it of some; whether of you, look it up"
    if "certificates" not in mapped.told:
        return None, "nothing is said of certificates"
    return 0.0, ""
