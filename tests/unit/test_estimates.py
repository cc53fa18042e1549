"""Pay of levels: of an occupation of their own, of a wage level as an estimate with its method, or none."""

import pytest

from careercli.answers.compare.answer import compare
from careercli.answers.list.answer import Filters, list_roles
from careercli.answers.path.answer import progression_tree
from careercli.answers.salary.answer import salary
from careercli.answers.shared.view_parts import EstimateView
from careercli.answers.show.answer import show
from tests.conftest import LibraryOf

POINTS = "p10: 40000, p25: 60000, median: 80000, mean: 100000, p75: 120000, p90: 160000"
RATIOS = "{source: labor, areas: 9, levels: [0.5, 0.75, 1, 1.25], low: [0.4, 1.2], high: [0.6, 1.3]}"


def catalog(*, fits: tuple[str, ...] = ("exact",), ratios: str = RATIOS, points: str = POINTS) -> str:
    links = ", ".join(f"{{code: '11-111{index}', fit: {fit}, why: W.}}" for index, fit in enumerate(fits))
    measured = f"    wage_ratios: {ratios}\n" if ratios else ""
    occupations = "".join(
        f"  '11-111{index}':\n    title: Class {index}\n    scheme: soc-2018\n    pay:\n"
        f"      - {{source: office, place: US, per: year, currency: USD, {points}}}\n{measured}"
        for index in range(2)
    )
    return (
        "schema_version: 1\nname: test\nsources:\n  us: {title: Us, kind: judgement}\n"
        "  office: {title: An office, kind: official, period: 2025-05}\n  labor: {title: Labor, kind: rule}\n"
        "places: {US: {title: United States}}\nfamilies: {f: {title: F}}\noccupations:\n"
        f"{occupations}"
        "  '11-9999':\n    title: Bosses\n    scheme: soc-2018\n    pay:\n"
        "      - {source: office, place: US, per: year, currency: USD, median: 70000, mean: 71000}\n"
        f"roles:\n  r:\n    title: R\n    family: f\n    summary: S.\n    occupations: [{links}]\n    levels:\n"
        "      - {id: student, title: Student, track: ic, source: us, stage: training}\n"
        "      - {id: junior, title: Junior, track: ic, source: us, wage_level: entry}\n"
        "      - {id: senior, title: Senior, track: ic, source: us, wage_level: fully competent}\n"
        "      - {id: plain, title: Plain, track: ic, source: us}\n"
        "      - {id: boss, title: Boss, track: management, source: us, after: [senior],\n"
        "         occupations: [{code: '11-9999', fit: part, why: W.}]}\n"
    )


def by_level(library_of: LibraryOf, text: str) -> dict[str, EstimateView | None]:
    guide = show(library_of(text), ["r"], sections=["levels"]).rows[0]
    return {level.level: level.estimate for section in guide.sections for level in section.levels}


def test_a_wage_level_is_the_mean_times_its_ratio_rounded_to_a_hundred(library_of: LibraryOf) -> None:
    estimates = by_level(library_of, catalog(points=POINTS.replace("100000", "101420")))
    junior, senior = estimates["junior"], estimates["senior"]
    assert junior is not None
    assert senior is not None
    assert (junior.value, junior.low, junior.high) == (50_700, 40_600, 60_900)
    assert (senior.value, senior.low, senior.high) == (126_800, 121_700, 131_800)
    assert (junior.method, junior.wage_level, junior.occupation, junior.fit) == (
        "wage level", "entry", "11-1110", "exact",
    )  # fmt: skip
    assert (junior.source, junior.pay_source, junior.period) == ("labor", "office", "2025-05")


def test_only_levels_that_are_a_wage_level_of_one_exact_class_are_estimated(library_of: LibraryOf) -> None:
    found = by_level(library_of, catalog())
    assert {key: bool(estimate) for key, estimate in found.items()} == {
        "student": False, "junior": True, "senior": True, "plain": False, "boss": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        catalog(fits=("part",)),
        catalog(fits=("proxy",)),
        catalog(fits=("exact", "exact")),
        catalog(ratios=""),
        catalog(points="median: 80000"),
    ],
    ids=["part", "proxy", "two classes", "no ratios", "no mean"],
)
def test_nothing_is_estimated_from(library_of: LibraryOf, text: str) -> None:
    assert set(by_level(library_of, text).values()) == {None}
    assert salary(library_of(text), ["r"]).estimates == ()


def test_people_in_training_have_no_pay_and_a_boss_has_that_of_bosses(library_of: LibraryOf) -> None:
    student, junior, senior, plain, boss = progression_tree(library_of(catalog()), "r", depth=0).rows
    assert [edge.depth for edge in (student, junior, senior, plain, boss)] == [0, 1, 2, 3, 3]
    assert (student.stage, student.pay, student.estimate) == ("training", None, None)
    assert boss.pay is not None
    assert (boss.pay.value, boss.pay.occupation, boss.pay.fit, boss.estimate) == (70_000, "11-9999", "part", None)
    assert (plain.pay, plain.estimate) == (None, None)
    assert [edge.gain for edge in (student, junior, senior, plain, boss)] == [None] * 5, "no promotion reads as a cut"


def test_an_estimate_stands_in_no_statistic_and_no_difference(library_of: LibraryOf) -> None:
    view = compare(library_of(catalog()), ["r@junior", "r@senior"])
    (row,) = [row for row in view.rows if row.group == "pay"]
    assert (row.measure, row.statistic, row.is_estimate, row.difference) == ("estimated-pay", None, True, None)
    assert [cell.value if cell else None for cell in row.cells] == [50_000, 125_000]
    assert not any("more" in said.text for said in view.verdict)
    assert {(said.winner, said.amount) for said in view.verdict} == {(None, None)}
    assert [pay for pay in salary(library_of(catalog()), ["r"]).rows if pay.level in ("junior", "senior")] == []


def test_levels_of_two_classes_are_not_subtracted(library_of: LibraryOf) -> None:
    second = catalog().replace(
        "      - {id: boss",
        "      - {id: chief, title: Chief, track: management, source: us,\n"
        "         occupations: [{code: '11-1111', fit: part, why: W.}]}\n      - {id: boss",
    )
    view = compare(library_of(second), ["r@chief", "r@boss"])
    assert [row.difference for row in view.rows if row.measure == "pay"] == [None] * 6
    assert any("nothing is subtracted" in said.text for said in view.verdict)


def test_no_filter_is_satisfied_by_an_estimate(library_of: LibraryOf) -> None:
    text = catalog(fits=())
    assert list_roles(library_of(text), Filters(min_pay="1000"), sort="title", limit=None).rows == ()
