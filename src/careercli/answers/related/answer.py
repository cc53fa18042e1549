"""The neighbours of a role by kind of evidence: what the catalog declares, what experts list, what is near."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from careercli.answers.related.view import (
    DeclaredView,
    InferredView,
    OfficialView,
    RelatedRecord,
    RelatedView,
    RoleFactsView,
)
from careercli.answers.shared.figures import source_views
from careercli.answers.shared.key_figures import key_figure_view, key_pay_change, key_pay_view
from careercli.answers.shared.names import Names
from careercli.answers.shared.view_parts import copied, flat
from careercli.catalog.coverage import coverage, skill_levels, weight
from careercli.catalog.reader import LISTED_RANK, CatalogReader, SimilarRoleRow
from careercli.catalog.records import SimilarityEvidence
from careercli.matching import name_key
from careercli.model import Profile, Role, RoleRef, Skill


def related(reader: CatalogReader, name: str, *, limit: int) -> RelatedView:
    """Return the neighbours of a role, up to `limit` of each kind; raise NotFound for an unknown name."""
    resolver = Names(reader)
    role_id = resolver.resolve(name).role
    role = reader.role(role_id)
    declared = tuple(_declared(reader, role_id, role))[:limit]
    official = tuple(_official(reader, role))[:limit]
    near = reader.similar_roles(role_id)
    inferred = tuple(_inferred(reader, role, near[:limit], Counter(row.rank for row in near)))
    rows: tuple[DeclaredView | OfficialView | InferredView, ...] = (*declared, *official, *inferred)
    named = (one.role for one in rows if one.role is not None)
    facts = tuple(_facts(reader, role_id, role, list(dict.fromkeys((role_id, *named)))))
    return RelatedView(
        read_as=resolver.read_as,
        role=role_id,
        title=role.title,
        declared=declared,
        official=official,
        inferred=inferred,
        facts=facts,
        no_data=tuple(_no_data(declared, official, inferred)),
        rows=(
            *(flat(RelatedRecord, one, evidence="declared", shares=(), needs=()) for one in declared),
            *(flat(RelatedRecord, one, evidence="official", how=one.tier, shares=(), needs=()) for one in official),
            *(flat(RelatedRecord, one, evidence="inferred") for one in inferred),
        ),
        sources=source_views(reader, (*(one.source for one in official), *_cited(facts))),
    )


def _declared(reader: CatalogReader, role_id: str, role: Role) -> Iterator[DeclaredView]:
    """Yield each role once, by the strongest word that the catalog has for it: a move, a way in, a neighbour."""
    named: dict[str, tuple[str, str]] = {}
    for move in role.moves:
        named.setdefault(RoleRef.parse(move.to).role, (move.kind, move.why))
    for feeder in role.entry.feeders if role.entry else ():
        if feeder.role is not None:
            named.setdefault(RoleRef.parse(feeder.role).role, ("feeder", feeder.why or ""))
    for row in reader.moves_into(role_id):
        named.setdefault(row.from_role, (f"{row.kind} from there", row.why))
    if not reader.is_generated(role_id):  # there `related` is the expert list
        for other, why in role.related.items():
            named.setdefault(other, ("related", why))
        for other, why in role.contrast.items():
            named.setdefault(other, ("contrast", why))
    named.pop(role_id, None)
    titles = {key: summary.title for key, summary in reader.role_summaries_of(named).items()}
    for other, (how, why) in named.items():
        yield DeclaredView(role=other, title=titles[other], how=how, why=why)


def _official(reader: CatalogReader, role: Role) -> Iterator[OfficialView]:
    for profile in _profiles(reader, role):
        titles = reader.occupation_titles(other.code for other in profile.related)
        for other in sorted(profile.related, key=lambda other: other.rank):
            title = titles.get(other.code, other.code)
            named = [row.role for row in reader.names_matching(name_key(title)) if row.rank <= LISTED_RANK]
            same = named[0] if named else None
            yield copied(OfficialView, other, title=title, role=same, source=profile.source)


def _profiles(reader: CatalogReader, role: Role) -> list[Profile]:
    codes = [link.code for link in role.occupations if link.fit == "exact"]
    return [one.profile for one in reader.occupations(codes).values() if one.profile]


def _inferred(
    reader: CatalogReader, role: Role, near: Sequence[SimilarRoleRow], ties: Counter[int]
) -> Iterator[InferredView]:
    others = reader.roles(row.role for row in near)
    families = reader.families()
    skills = reader.skills({skill.skill for other in (role, *others.values()) for skill in other.skills})
    for row in near:
        other = others[row.role]
        share = coverage(other.skills, skill_levels(role.skills)) if role.skills else None
        shares, needs = _skills(role, other, skills)
        yield copied(
            InferredView,
            row,
            title=other.title,
            family_title=families[other.family].title,
            tied=ties[row.rank] > 1,
            coverage=None if share is None else round(share * 100, 1),
            shares=shares,
            needs=needs,
            evidence=_kinds(row.evidence),
        )


def _skills(role: Role, other: Role, skills: dict[str, Skill]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the skills that both ask for, and of those that only the other one does."""
    have = {skill.skill for skill in role.skills}
    required = sorted(other.skills, key=lambda skill: -weight(skill))
    shares = tuple(skills[skill.skill].name for skill in required if skill.skill in have)
    return shares, tuple(skills[skill.skill].name for skill in required if skill.skill not in have)


def _kinds(evidence: SimilarityEvidence) -> dict[str, float]:
    found = {kind: getattr(evidence, kind) for kind in SimilarityEvidence.__struct_fields__}
    return {kind: value for kind, value in found.items() if value is not None}


def _facts(reader: CatalogReader, role_id: str, role: Role, ids: Sequence[str]) -> Iterator[RoleFactsView]:
    """Yield what stands for each role in a list, and how it stands to the role that is asked about."""
    summaries = reader.role_summaries_of(ids)
    roles, have = reader.roles(ids), skill_levels(role.skills)
    own = summaries[role_id]
    for key in ids:
        summary = summaries[key]
        share = coverage(roles[key].skills, have) if role.skills else None
        yield copied(
            RoleFactsView,
            summary,
            role=key,
            pay=key_pay_view(summary.pay),
            pay_gain=key_pay_change(own.pay, summary.pay),
            growth=key_figure_view("growth", summary.growth),
            coverage=None if share is None else round(share * 100, 1),
        )


def _cited(facts: Iterable[RoleFactsView]) -> Iterator[str]:
    yield from (figure.source for one in facts for figure in (one.pay, one.growth) if figure)


def _no_data(
    declared: Sequence[DeclaredView], official: Sequence[OfficialView], inferred: Sequence[InferredView]
) -> Iterator[str]:
    if not declared:
        yield "Declared: the catalog names no neighbour, move or way in."
    if not official:
        yield "Official: no expert list is imported that has the class of this role."
    if not inferred:
        yield "Inferred: the catalog says too little of the role to hold it against others."
