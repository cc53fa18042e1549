"""The neighbors of a role by kind of evidence: what the catalog declares, what experts list, what is near."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, get_args

from careercli.answers.related.view import (
    DeclaredView,
    EvidenceKind,
    InferredView,
    NeighborView,
    NoDataView,
    OfficialView,
    RelatedView,
)
from careercli.answers.shared.figures import source_views
from careercli.answers.shared.key_figures import key_figure_view, key_pay_change, key_pay_view
from careercli.answers.shared.names import Names
from careercli.answers.shared.view_parts import SkillNameView, copied, flat
from careercli.catalog.coverage import coverage, skill_levels, weight
from careercli.catalog.reader import LISTED_RANK, CatalogReader, SimilarRoleRow
from careercli.catalog.records import RoleSummary
from careercli.matching import name_key
from careercli.model import Profile, Role, RoleRef, Skill

_NO_DATA = {
    "declared": "The catalog lists no similar job, move or way in.",
    "official": "No imported expert list has this job. Import O*NET to see related jobs that experts picked.",
    "inferred": "The catalog says too little about this job to compare it with others.",
}


class _Listed(NamedTuple):
    """An occupation of an official list."""

    occupation: str
    occupation_title: str
    role: str | None
    """The role that this class is."""
    official: OfficialView

    @property
    def title(self) -> str:
        """Return what the neighbor is called where no role is this class."""
        return self.occupation_title


class _Key(NamedTuple):
    """What a row is about: a role, else an occupation."""

    role: str | None
    occupation: str | None = None


class _Evidence(NamedTuple):
    """What is known of the neighbors by each kind of evidence, in the order of the rows."""

    declared: Mapping[_Key, DeclaredView]
    official: Mapping[_Key, _Listed]
    inferred: Mapping[_Key, InferredView]


def related(reader: CatalogReader, name: str, *, limit: int) -> RelatedView:
    """Return the neighbors of a role, up to `limit` by each kind of evidence; raise NotFound for an unknown name."""
    resolver = Names(reader)
    role_id = resolver.resolve(name).role
    role = reader.role(role_id)
    near = reader.similar_roles(role_id)
    evidence = _Evidence(
        declared=dict(islice(_declared(reader, role_id, role), limit)),
        official=dict(islice(_official(reader, role).items(), limit)),
        inferred=dict(_inferred(near[:limit], Counter(row.rank for row in near))),
    )
    own = reader.role_summaries_of([role_id])[role_id]
    pay, growth = key_pay_view(own.pay), key_figure_view("growth", own.growth)
    rows = tuple(_rows(reader, own, role, evidence))
    cited = (
        *(row.official.source for row in rows if row.official),
        *(figure.source for figure in (pay, growth) if figure),
        *(figure.source for row in rows for figure in (row.pay, row.growth) if figure),
    )
    return copied(
        RelatedView,
        own,
        read_as=resolver.read_as,
        role=role_id,
        pay=pay,
        growth=growth,
        rows=rows,
        no_data=tuple(
            NoDataView(evidence=kind, text=text)
            for (kind, text), found in zip(_NO_DATA.items(), evidence, strict=True)
            if not found
        ),
        sources=source_views(reader, cited),
    )


def _declared(reader: CatalogReader, role_id: str, role: Role) -> Iterator[tuple[_Key, DeclaredView]]:
    """Yield each role once, by the strongest word that the catalog has for it: a move, a way in, a neighbor."""
    named: dict[str, tuple[str, str]] = {}
    for move in role.moves:
        named.setdefault(RoleRef.parse(move.to).role, (move.kind, move.why))
    for feeder in role.entry.feeders if role.entry else ():
        if feeder.role is not None:
            named.setdefault(RoleRef.parse(feeder.role).role, ("feeder", feeder.why or ""))
    for row in reader.moves_into(role_id):
        named.setdefault(row.from_role, (f"people move here from it ({row.kind})", row.why))
    if not reader.is_generated(role_id):  # there `related` is the expert list
        for other, why in role.related.items():
            named.setdefault(other, ("related", why))
        for other, why in role.contrast.items():
            named.setdefault(other, ("contrast", why))
    named.pop(role_id, None)
    for other, (how, why) in named.items():
        yield _Key(other), DeclaredView(how=how, why=why)


def _official(reader: CatalogReader, role: Role) -> dict[_Key, _Listed]:
    """Return what official lists name, by rank; a role that stands for several of their classes by the first one."""
    found: dict[_Key, _Listed] = {}
    for one in sorted(_listed(reader, role), key=lambda one: one.official.rank):
        found.setdefault(_Key(one.role, None if one.role else one.occupation), one)
    return found


def _listed(reader: CatalogReader, role: Role) -> Iterator[_Listed]:
    for profile in _profiles(reader, role):
        titles = reader.occupation_titles(other.code for other in profile.related)
        for other in profile.related:
            title = titles.get(other.code, other.code)
            named = (row.role for row in reader.names_matching(name_key(title)) if row.rank <= LISTED_RANK)
            said = copied(OfficialView, other, source=profile.source)
            yield _Listed(other.code, title, next(named, None), said)


def _profiles(reader: CatalogReader, role: Role) -> list[Profile]:
    codes = [link.code for link in role.occupations if link.fit == "exact"]
    return [one.profile for one in reader.occupations(codes).values() if one.profile]


def _inferred(near: Sequence[SimilarRoleRow], ties: Counter[int]) -> Iterator[tuple[_Key, InferredView]]:
    for row in near:
        percentiles = {kind: getattr(row.evidence, kind) for kind in get_args(EvidenceKind)}
        yield _Key(row.role), copied(InferredView, row, tied=ties[row.rank] > 1, evidence_percentiles=percentiles)


def _skills(
    role: Role, other: Role, skills: Mapping[str, Skill]
) -> tuple[tuple[SkillNameView, ...], tuple[SkillNameView, ...]]:
    """Return the skills that both need, and those that only the other one does."""
    have = {skill.skill for skill in role.skills}
    named = [
        SkillNameView(skill=skill.skill, name=skills[skill.skill].name)
        for skill in sorted(other.skills, key=lambda skill: -weight(skill))
    ]
    return tuple(one for one in named if one.skill in have), tuple(one for one in named if one.skill not in have)


def _rows(reader: CatalogReader, own: RoleSummary, role: Role, evidence: _Evidence) -> Iterator[NeighborView]:
    """Yield each neighbor once, with what each kind of evidence says, and how it stands to the role."""
    keys = dict.fromkeys(key for found in evidence for key in found)
    ids = [key.role for key in keys if key.role is not None]
    summaries, roles, families = reader.role_summaries_of(ids), reader.roles(ids), reader.families()
    skills = reader.skills({skill.skill for other in (role, *roles.values()) for skill in other.skills})
    have = skill_levels(role.skills)
    for key in keys:
        facts: dict[str, object] = {"shares": (), "needs": ()}
        summary = summaries.get(key.role or "")
        if summary:
            is_comparable = bool(role.skills) and summary.is_generated == own.is_generated
            share = coverage(roles[summary.id].skills, have) if is_comparable else None
            shares, needs = _skills(role, roles[summary.id], skills) if is_comparable else ((), ())
            facts = {
                "role": summary.id,
                "family_title": families[summary.family].title,
                "pay": key_pay_view(summary.pay),
                "pay_gain": key_pay_change(own.pay, summary.pay),
                "growth": key_figure_view("growth", summary.growth),
                "overlap": None if share is None else round(share * 100, 1),
                "shares": shares,
                "needs": needs,
            }
        yield flat(
            NeighborView,
            summary,
            evidence.official.get(key),
            declared=evidence.declared.get(key),
            inferred=evidence.inferred.get(key),
            **facts,
        )
