"""A catalog as schema.org linked data: `Occupation` with `MonetaryAmountDistribution`.

The vocabulary has words for a part of what a catalog says, and what it has no word for is left out instead of being put
under another: means, ranges, bounds, proxies, estimates, levels, industries of a role. `MonetaryAmountDistribution` has
no place, so each place where pay is known is an `Occupation` of its own: the first one says all, the others their name,
class, place and pay.
"""

import re
from collections.abc import Iterator
from typing import Any

from careercli.catalog.occupation_pay import newest, period_of
from careercli.catalog.stand_in_titles import has_title
from careercli.model import Catalog, Figure, Pay, PlaceName, Role, Skill

CONTEXT = "https://schema.org"
_DURATIONS = {"year": "P1Y", "month": "P1M", "hour": "PT1H"}
"""ISO 8601."""
_POINTS = {
    "percentile10": "p10", "percentile25": "p25", "median": "median", "percentile75": "p75", "percentile90": "p90",
}  # fmt: skip
_CODE_SETS = {
    "soc-2018": "Standard Occupational Classification 2018", "soc-2010": "Standard Occupational Classification 2010",
    "onet-soc-2019": "O*NET-SOC 2019", "isco-08": "ISCO-08", "esco": "ESCO",
}  # fmt: skip
_PLACES = {"country": "Country", "state": "State"}
_ELEMENT = re.compile(r"\d\.[A-Z]\.")
"""How element ids of the O*NET content model begin."""
_NO_CREDENTIAL = "No formal educational credential"
_FIVE_YEARS = "5 years or more"
"""The one class of related experience that states its least."""

JsonLdNode = dict[str, Any]


def linked_data(catalog: Catalog) -> JsonLdNode:
    """Return the document: a node for each role, and one for each further place where its pay is known."""
    roles = catalog.roles.items()
    nodes = [node for key, role in roles if not role.abstract for node in _occupations(catalog, key, role)]
    return {"@context": CONTEXT, "@graph": nodes}


def _occupations(catalog: Catalog, role_id: str, role: Role) -> Iterator[JsonLdNode]:
    places: dict[str, list[JsonLdNode]] = {}
    for pay in _salaries(catalog, role):
        places.setdefault(pay.place, []).append(_distribution(catalog, pay))
    home, *others = [*places, None][: max(len(places), 1)]
    classes = [_category(catalog, link.code, link.why) for link in role.occupations if link.fit != "proxy"]
    yield _node(
        "Occupation",
        **{"@id": f"#{role_id}"},
        identifier=role_id,
        name=role.title,
        alternateName=role.aliases,
        description=role.summary,
        occupationalCategory=classes,
        occupationLocation=_location(catalog, home) if home else None,
        estimatedSalary=places.get(home or ""),
        responsibilities=role.duties,
        skills=[_term(catalog.skills[skill.skill]) for skill in role.skills],
        educationRequirements=_education(catalog, role),
        qualifications=role.education.certificates if role.education else None,
        experienceRequirements=_experience(catalog, role),
    )
    for place in others:
        yield _node(
            "Occupation",
            **{"@id": f"#{role_id}@{place}"},
            identifier=role_id,
            name=role.title,
            occupationalCategory=classes,
            occupationLocation=_location(catalog, place or ""),
            estimatedSalary=places[place or ""],
        )


def _node(type_: str, **facts: Any) -> JsonLdNode:
    """Return a node without what is not known; a list of one thing is that thing."""
    told: JsonLdNode = {"@type": type_}
    for key, value in facts.items():
        if isinstance(value, list | tuple):
            if value:
                told[key] = value[0] if len(value) == 1 else list(value)
        elif value is not None:
            told[key] = value
    return told


def _category(catalog: Catalog, code: str, why: str | None) -> JsonLdNode:
    occupation = catalog.occupations[code]
    return _node(
        "CategoryCode",
        codeValue=code,
        name=occupation.title if has_title(code, occupation) else None,
        description=why,
        inCodeSet={"@type": "CategoryCodeSet", "name": _CODE_SETS[occupation.scheme]},
    )


def _location(catalog: Catalog, place_id: str) -> JsonLdNode:
    """Return a place with the places that it lies in; where a catalog has them in a circle, each once."""
    way: dict[str, PlaceName] = {}
    next_id: str | None = place_id
    while next_id is not None and next_id not in way:
        way[next_id] = catalog.places[next_id]
        next_id = way[next_id].within
    area: JsonLdNode = {}
    for key, place in reversed(way.items()):
        type_ = _PLACES.get(place.kind or "", "AdministrativeArea")
        area = _node(type_, identifier=key, name=place.title, containedInPlace=area or None)
    return area


def _term(skill: Skill) -> JsonLdNode:
    elements = [code for code in skill.codes if _ELEMENT.match(code)]
    return _node(
        "DefinedTerm",
        name=skill.name,
        alternateName=skill.aliases,
        termCode=elements,
        inDefinedTermSet={"@type": "DefinedTermSet", "name": "O*NET content model"} if elements else None,
        sameAs=[code for code in skill.codes if code.startswith(("http://", "https://"))],
    )


def _source(catalog: Catalog, record: Pay | Figure) -> JsonLdNode:
    """Return the publication that a statement is from, and the time that the statement speaks of."""
    source = catalog.sources[record.source]
    return _node(
        "Dataset" if source.kind in ("official", "survey") else "CreativeWork",
        identifier=record.source,
        name=source.title,
        description=source.note,
        publisher={"@type": "Organization", "name": source.publisher} if source.publisher else None,
        temporalCoverage=_interval(period_of(catalog.sources, record)),
        license={"@type": "CreativeWork", "name": source.licence} if source.licence else None,
        url=source.address,
    )


def _interval(period: str) -> str | None:
    """Write a period as ISO 8601 has it: the decade `2024-34` as `2024/2034`."""
    start, _, end = period.partition("-")
    if len(period) == len("2024-34") and int(end) > 12:
        return f"{start}/{start[:2]}{end}"
    return period or None


# ---- pay ----


def _salaries(catalog: Catalog, role: Role) -> list[Pay]:
    """Return the newest distributions of the class that the role is, then those of the role itself."""
    exact = [link.code for link in role.occupations if link.fit == "exact"]
    found = [pay for code in exact for pay in catalog.occupations[code].pay if pay.occupation in (None, code)]
    found += [pay for pay in role.pay if pay.occupation is None or pay.occupation in exact]
    found = [pay for pay in found if catalog.sources[pay.source].kind != "rule"]
    found = [pay for pay in found if any(getattr(pay, point) is not None for point in _POINTS.values())]
    return newest(catalog.sources, found, lambda pay: _series(catalog, pay))


def _series(catalog: Catalog, pay: Pay) -> tuple[str | None, ...]:
    """Return what two distributions share of which the newer one takes the older one's place."""
    source = catalog.sources[pay.source]
    about = (source.publisher, source.title, pay.place, pay.per, pay.currency)
    return (*about, pay.industry, pay.population, pay.components)


def _distribution(catalog: Catalog, pay: Pay) -> JsonLdNode:
    facts = [pay.components, pay.population, pay.industry]
    return _node(
        "MonetaryAmountDistribution",
        name=", ".join(fact for fact in facts if fact) or None,
        description=pay.note,
        currency=pay.currency,
        duration=_DURATIONS[pay.per],
        **{name: getattr(pay, point) for name, point in _POINTS.items()},
        subjectOf=_source(catalog, pay),
    )


# ---- what is asked for ----


def _figures(catalog: Catalog, role: Role, measure: str) -> list[Figure]:
    """Return what is said of the class that the role is, then of the role itself, the newest first of each."""
    exact = [link.code for link in role.occupations if link.fit == "exact"]
    holders = [catalog.occupations[code].figures for code in exact]
    own = [figure for figure in role.figures if figure.occupation is None or figure.occupation in exact]
    return [
        figure
        for figures in (*holders, own)
        for figure in sorted(figures, key=lambda figure: period_of(catalog.sources, figure), reverse=True)
        if figure.measure == measure and catalog.sources[figure.source].kind != "rule"
    ]


def _education(catalog: Catalog, role: Role) -> list[JsonLdNode | str]:
    """Return the schooling that the first source names, then what the catalog says in words."""
    required: list[JsonLdNode | str] = []
    for figure in _figures(catalog, role, "entry-education")[:1]:
        if figure.of == _NO_CREDENTIAL:
            required.append(_NO_CREDENTIAL)
        elif figure.of is not None:
            source = _source(catalog, figure)
            required.append(
                {"@type": "EducationalOccupationalCredential", "credentialCategory": figure.of, "subjectOf": source}
            )
    if role.education is not None and role.education.typical is not None:
        required.append(role.education.typical)
    return required


def _experience(catalog: Catalog, role: Role) -> JsonLdNode | str | None:
    """Return the least experience where a source states one in years, else where the ladder begins, else its words."""
    least = [(12 * years, figure) for figure in _figures(catalog, role, "experience") if (years := _minimum(figure))]
    related = _figures(catalog, role, "related-experience")
    least += [(60, figure) for figure in related if figure.of == _FIVE_YEARS]
    for months, figure in least[:1]:
        return _months(months, None, _source(catalog, figure))
    begins = [level.years[0] for level in role.levels if level.years is not None]
    if begins:
        return _months(12 * min(begins), "Where the ladder of this role begins.", None)
    return next((figure.of for figure in related if figure.of not in (None, "None")), None)


def _minimum(figure: Figure) -> float | int | None:
    if figure.unit not in (None, "years"):
        return None
    return figure.low if figure.low is not None else figure.at_least


def _months(months: float, description: str | None, source: JsonLdNode | None) -> JsonLdNode:
    whole = int(months) if months == int(months) else round(months, 1)
    return _node(
        "OccupationalExperienceRequirements",
        monthsOfExperience=whole,
        description=description,
        subjectOf=source,
    )
