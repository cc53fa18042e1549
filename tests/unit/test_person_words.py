"""Words without a scale, dates with holes, degrees in many spellings: each is read by a table that can be looked at."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.measures import EDUCATION
from careercli.person.dates import DateSpan, is_finished, parse_span, years_covered
from careercli.person.education import education_level_of
from careercli.person.skill_levels import LEVEL_WORDS, LEVELS_BY_YEARS, skill_level_of
from tests.unit.reading import CHECKOUT

TODAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Beginner", 25), ("basic", 25), ("Intermediate", 50), ("Advanced", 75), ("Expert", 95), ("MASTER", 95),
        ("fluent", 75), ("Native speaker", 95), ("Upper-intermediate", 60), ("B2", 60), ("Full professional", 75),
        ("4/5", 80), ("4 / 5", 80), ("3 of 5", 60), ("8 out of 10", 80), ("80%", 80), ("75 percent", 75),
        ("★★★★☆", 80), ("●●○", 67), ("0/5", 0), ("100/100", 100),
        ("6 years", 75), ("6+ yrs", 75), ("1 year", 45), ("18 months", 45), ("6 months", 25), ("20 years", 90),
        ("Intermediate to advanced", 50), ("Advanced beginner", 25), ("very good", 75), ("good", 60),
    ],
)  # fmt: skip
def test_words_for_how_well_stand_for_a_level(text: str, level: int) -> None:
    assert skill_level_of(text) == level


@pytest.mark.parametrize(
    "text", ["", "4", "7", "95", "6/5", "120%", "not good", "no experience", "purple", "☆", "1/0", "x" * 10_000, "٤/٥"]
)
def test_what_has_no_scale_gets_no_level(text: str) -> None:
    assert skill_level_of(text) is None


@given(st.text(max_size=60))
def test_a_level_is_always_on_the_scale(text: str) -> None:
    level = skill_level_of(text)
    assert level is None or 0 <= level <= 100


def test_the_tables_of_levels_rise_and_no_word_stands_in_them_twice() -> None:
    words = [word for _, group in LEVEL_WORDS for word in group]
    assert len(words) == len(set(words))
    assert [level for level, _ in LEVEL_WORDS] == sorted(level for level, _ in LEVEL_WORDS)
    assert [level for _, level in LEVELS_BY_YEARS] == sorted((level for _, level in LEVELS_BY_YEARS), reverse=True)


def test_the_documents_give_the_table_of_levels_as_it_is() -> None:
    text = (CHECKOUT / "docs" / "gap.md").read_text("utf-8")
    rows = [f"| {level} | {', '.join(group)} |" for level, group in LEVEL_WORDS]
    assert [row for row in rows if row not in text.lower()] == []
    told = " ".join(text.split()).replace("less than 1 is", "from 0 on")
    assert [step for step in LEVELS_BY_YEARS if f"from {step[0]:g} on {step[1]}" not in told] == []


def span(start: str, end: str) -> tuple[str, str]:
    found = parse_span(start, end, TODAY)
    assert isinstance(found, DateSpan), found
    return date.fromordinal(found.first).isoformat(), date.fromordinal(found.last).isoformat()


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2019-02-03", "2021-04-05", "2019-02-03", "2021-04-05"),
        ("2019-02", "2021-02", "2019-02-01", "2021-02-28"),
        ("2019", "2020", "2019-01-01", "2020-12-31"),
        ("2019-02", "", "2019-02-01", "2026-01-31"),
        ("2019-02", "Present", "2019-02-01", "2026-01-31"),
        ("2019-02", "2030-01", "2019-02-01", "2026-01-31"),
        ("2019-2-3", "2020-02", "2019-02-03", "2020-02-29"),
        ("2017-12-24T15:53:00", "2018-01", "2017-12-24", "2018-01-31"),
        ("2019", "2019", "2019-01-01", "2019-12-31"),
        ("May 2014", "Present", "2014-05-01", "2026-01-31"),
        ("Sept 2019", "february 2020", "2019-09-01", "2020-02-29"),
        ("Dec. 2019", "JAN, 2020", "2019-12-01", "2020-01-31"),
        ("2008-03-01T00:00:00.000Z", "2009-03-01T00:00:00Z", "2008-03-01", "2009-03-01"),
    ],
)
def test_what_a_date_leaves_open_is_filled_from_start_to_end(start: str, end: str, first: str, last: str) -> None:
    assert span(start, end) == (first, last)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("", "2020", "no start date"),
        ("", "", "no start date"),
        ("2018-03", "2017-01", "it ends (2017-01) before it starts (2018-03)"),
        ("2019-13", "2020", "the start is not a date"),
        ("2019-02-30", "2020", "the start is not a date"),
        ("Septober 2019", "2020", "the start is not a date"),
        ("03/04/2014", "2020", "the start is not a date such as 2019, 2019-06, 2019-06-15 or June 2019"),
        ("May 1066", "2020", "the start is not a date"),
        ("may", "2020", "the start is not a date"),
        ("1066", "1070", "the start is not a date"),
        ("0000", "", "the start is not a date"),
        ("2019", "soon", "the end is not a date"),
        ("2030-01", "", "it starts (2030-01) after 2026-01-31"),
        ("٢٠١٩", "", "the start is not a date"),
    ],
)
def test_dates_that_do_not_hold_say_why(start: str, end: str, words: str) -> None:
    found = parse_span(start, end, TODAY)
    assert isinstance(found, str)
    assert words in found


def test_days_in_two_positions_count_once() -> None:
    first, second = DateSpan(1, 3653), DateSpan(1827, 5479)
    assert years_covered([first, second]) == pytest.approx(15, abs=0.01)
    assert years_covered([second, first, first]) == years_covered([first, second])
    assert years_covered([]) == 0


@given(st.lists(st.tuples(st.integers(1, 4000), st.integers(0, 900))))
def test_years_are_those_of_the_days_that_any_span_covers(spans: list[tuple[int, int]]) -> None:
    days = {day for first, length in spans for day in range(first, first + length + 1)}
    found = years_covered(DateSpan(first, first + length) for first, length in spans)
    assert found == pytest.approx(len(days) / 365.25)


@pytest.mark.parametrize(
    ("start", "end", "over"),
    [("", "", True), ("2020", "2024", True), ("2024", "", False), ("2024", "2027", False), ("2024", "present", False)],
)
def test_a_course_is_over_when_its_end_has_passed(start: str, end: str, over: bool) -> None:
    assert is_finished(start, end, TODAY) is over


@pytest.mark.parametrize("rank", range(8))
def test_each_official_class_of_education_is_itself(rank: int) -> None:
    assert education_level_of(EDUCATION[rank]) == rank


@pytest.mark.parametrize(
    ("degree", "rank"),
    [
        ("Bachelor", 5), ("B.Sc.", 5), ("BSc (Hons) Nursing", 5), ("Bachelor of Science", 5), ("BA", 5), ("BSCS", 5),
        ("Bachelor's", 5), ("bachelor’s degree", 5), ("LLB", 5),
        ("M.S.", 6), ("MSc", 6), ("Master of Education", 6), ("MBA", 6), ("Postgraduate diploma", 6), ("Diplom", 6),
        ("Ph.D.", 7), ("PhD", 7), ("Doctor of Medicine", 7), ("JD", 7), ("Pharm.D.", 7),
        ("Associate Degree in Nursing (ADN)", 4), ("A.A.S.", 4), ("AS", 4),
        ("Diploma", 3), ("Certificate", 3), ("Bootcamp", 3), ("Apprenticeship", 3), ("Post-secondary certificate", 3),
        ("High School Diploma", 1), ("GED", 1), ("A-Levels", 1), ("Secondary school", 1), ("Abitur", 1),
        ("Some college", 2), ("Bachelor of Arts (not completed)", 2), ("No formal education", 0),
    ],
)  # fmt: skip
def test_a_degree_is_known_by_its_words(degree: str, rank: int) -> None:
    assert education_level_of(degree) == rank


@pytest.mark.parametrize("degree", ["", "University", "Cornell", "graduated as a nurse", "degree", "?", "x" * 5000])
def test_words_that_name_no_degree_are_none(degree: str) -> None:
    assert education_level_of(degree) is None
