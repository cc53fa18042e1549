"""What is paid at places: of roles and levels themselves, of the official classes that they are counted in."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from msgspec import structs

from careercli.answers.shared.figures import RoleData, class_pay, level_pay, own_pay, pay_view
from careercli.answers.shared.view_parts import PayView, copied
from careercli.catalog.occupation_pay import newest, period_of
from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import KeyPay, RoleSummary
from careercli.measures import best_fit_first, fit_rank
from careercli.model import Level, Occupation, OccupationLink, Pay, PlaceName, Role, RoleRef, Source, WageLevels


def at_places(reader: CatalogReader, role_data: RoleData, places: Collection[str]) -> RoleData:
    """Return the same roles and classes with what is paid at the places, and nothing of what is paid elsewhere.

    Of roles and levels that is all of their own pay, of a class the newest official pay over all industries and its
    newest wage levels.
    """
    wages = reader.occupation_pay(role_data.occupations, places=places)
    wage_levels = reader.wage_levels(role_data.occupations, places)
    cited = [pay.source for pays in wages.values() for pay in pays]
    cited += [levels.source for every in wage_levels.values() for levels in every]
    sources = {**role_data.sources, **reader.sources(dict.fromkeys(cited))}

    def local(code: str, occupation: Occupation) -> Occupation:
        pays = [pay for pay in wages.get(code, ()) if pay.industry is None]
        levels = _newest_levels(wage_levels.get(code, ()), sources)
        return structs.replace(
            occupation, pay=tuple(newest(sources, pays, lambda pay: (pay.place, pay.per))), wage_levels=levels
        )

    return structs.replace(
        role_data,
        roles={role_id: _role_at(role, places) for role_id, role in role_data.roles.items()},
        occupations={code: local(code, occupation) for code, occupation in role_data.occupations.items()},
        sources=sources,
        places={**role_data.places, **reader.places(places)},
    )


def pay_at(located: RoleData, ref: RoleRef, levels: Sequence[Level]) -> list[PayView]:
    """Return all pay of roles that `at_places` returned: of the role, of its classes, of these levels.

    Of a level there is the pay of that level alone. Where no class of its own counts its people, and they are employed,
    they are among those of the role's classes, whose pay is there too.
    """
    counted = [level for level in levels if not level.occupations and level.stage == "employed"]
    found = own_pay(located, ref.role) if ref.level is None else []
    found += class_pay(located, ref.role) if ref.level is None or counted else []
    for level in levels:
        found += level_pay(located, ref.role, level)
    return found


def local_pay(
    reader: CatalogReader, role_data: RoleData, ref: RoleRef, matches: Callable[[Pay, PlaceName], bool]
) -> list[PayView]:
    """Return the official pay that `matches` lets through, of all places, years and industries, best fit first.

    It is that of the classes of a level where it has some of its own, else of the role's. The places and sources of it
    are looked up here, since role data has only those of the whole country.
    """
    level = next((one for one in role_data.roles[ref.role].levels if one.id == ref.level and one.occupations), None)
    links = best_fit_first(level.occupations if level else role_data.roles[ref.role].occupations)
    wages = reader.occupation_pay([link.code for link in links])
    every = [(link, pay) for link in links for pay in wages.get(link.code, ())]
    places = reader.places(dict.fromkeys(pay.place for _, pay in every))
    sources = reader.sources(dict.fromkeys(pay.source for _, pay in every))
    wide = structs.replace(role_data, places={**role_data.places, **places}, sources={**role_data.sources, **sources})
    return [pay_view(wide, pay, ref.role, link, level=level) for link, pay in every if matches(pay, places[pay.place])]


def with_local_pay(
    reader: CatalogReader, summaries: Iterable[RoleSummary], place: str, title: str
) -> list[RoleSummary]:
    """Return the summaries with the pay at a place instead of their own; none where there is none."""
    wages = reader.occupation_pay_at(place)
    sources = reader.sources(pay.source for pays in wages.values() for pay in pays)
    return [structs.replace(one, pay=_local_key_pay(one, wages, sources, place, title)) for one in summaries]


def places_with_pay(
    reader: CatalogReader, role_data: RoleData, refs: Iterable[RoleRef], places: Sequence[str]
) -> set[str]:
    """Return those of the places at which any of the roles has pay of its own, official pay or wage levels."""
    roles = [role_data.roles[ref.role] for ref in refs]
    given = {pay.place for role in roles for pays in (role.pay, *(one.pay for one in role.levels)) for pay in pays}
    codes = [link.code for role in roles for link in _links(role)]
    official = reader.occupation_pay(codes, places=places) if codes else {}
    levels = reader.wage_levels(codes, places)
    given |= {pay.place for pays in official.values() for pay in pays}
    given |= {key for every in levels.values() for one in every for key in one.areas}
    return given & set(places)


def newest_of(rows: Sequence[PayView]) -> list[PayView]:
    """Return the rows without those that a newer one of the same class, place, industry and unit of time replaces."""
    newest: dict[tuple[str | None, ...], str] = {}
    for row in rows:
        key = (row.occupation, row.place, row.industry, row.per)
        newest[key] = max(newest.get(key, ""), row.period or "")
    return [row for row in rows if newest[row.occupation, row.place, row.industry, row.per] == (row.period or "")]


def _links(role: Role) -> list[OccupationLink]:
    return [*role.occupations, *(link for level in role.levels for link in level.occupations)]


def _role_at(role: Role, places: Collection[str]) -> Role:
    def there(pays: Iterable[Pay]) -> tuple[Pay, ...]:
        return tuple(pay for pay in pays if pay.place in places)

    levels = tuple(structs.replace(level, pay=there(level.pay)) for level in role.levels)
    return structs.replace(role, pay=there(role.pay), levels=levels)


def _newest_levels(every: Sequence[WageLevels], sources: Mapping[str, Source]) -> tuple[WageLevels, ...]:
    """Return the wage levels of each place in the newest wage year that has them."""
    newest: dict[str, str] = {}
    for levels in every:
        for place in levels.areas:
            newest[place] = max(newest.get(place, ""), period_of(sources, levels))
    return tuple(
        structs.replace(levels, areas={key: told for key, told in levels.areas.items() if newest[key] == period})
        for levels, period in ((levels, period_of(sources, levels)) for levels in every)
    )


def _local_key_pay(
    summary: RoleSummary, wages: dict[str, list[Pay]], sources: dict[str, Source], place: str, title: str
) -> KeyPay | None:
    """Return the newest official pay of the best fitting class, the role's own before that of a proxy."""
    found = [(fit_rank(None), pay) for pay in summary.given_pay if pay.place == place]
    for code, fit in summary.occupations:
        dated = [(pay.period or sources[pay.source].period or "", pay) for pay in wages.get(code, ())]
        for period, pay in sorted(dated, key=lambda entry: entry[0], reverse=True):
            amount = pay.median if pay.median is not None else pay.mean
            bound = pay.at_least.get("median") if amount is None else None
            if amount is not None or bound is not None:
                local = copied(
                    KeyPay,
                    pay,
                    amount=amount,
                    statistic="mean" if pay.median is None and bound is None else "median",
                    place_title=title,
                    period=period or None,
                    occupation=code,
                    fit=fit,
                    low=bound,
                    high=None,
                )
                found.append((fit_rank(fit), local))
                break
    return min(found, key=lambda entry: entry[0], default=(0, None))[1]
