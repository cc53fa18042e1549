"""What a guide says in its sections of the classes whose figures stand for the role."""

from collections.abc import Iterator

from careercli.answers.shared.view_parts import FigureView, KeyFigureView, KeyPayView, PayView
from careercli.answers.show.view import GuideView, KeyFiguresView, SectionView


def section_of(guide: GuideView, section_id: str) -> SectionView:
    """Return a section of a guide, an empty one where it says nothing there."""
    found = (section for section in guide.sections if section.section == section_id)
    return next(found, SectionView(section=section_id, section_title="", said=False))


def distribution(guide: GuideView, figures: KeyFiguresView) -> PayView | None:
    """Return all points of the distribution that the pay which stands for the role is taken from."""
    pays = section_of(guide, "pay").distributions
    return next((pay for pay in pays if figures.pay and pay.is_source_of(figures.pay)), None)


def other_pay(guide: GuideView, figures: KeyFiguresView) -> Iterator[PayView]:
    """Yield the yearly pay of the role's other official classes that fit as well as the first."""
    for pay in section_of(guide, "pay").distributions:
        if pay.per == "year" and pay.central_pay() and _is_of_other_class(pay, figures.pay):
            yield pay


def other_figures(guide: GuideView, figures: KeyFiguresView, measure: str) -> Iterator[FigureView]:
    """Yield a figure of the outlook for the other classes that fit as well as the first."""
    known: dict[str, KeyFigureView | None] = {
        "growth": figures.growth, "openings": figures.openings, "employment": figures.employment,
    }  # fmt: skip
    for figure in section_of(guide, "outlook").figures:
        if figure.measure == measure and figure.value is not None and _is_of_other_class(figure, known[measure]):
            yield figure


def education(guide: GuideView) -> FigureView | None:
    """Return the class of education that people usually have who enter, by the best fitting official class."""
    return next((one for one in section_of(guide, "entry").figures if one.measure == "entry-education"), None)


def _is_of_other_class(one: PayView | FigureView, first: KeyPayView | KeyFigureView | None) -> bool:
    """Say whether it is said of another class that fits as well, by the same source."""
    if first is None or first.occupation is None or first.fit == "proxy":
        return False
    return one.occupation != first.occupation and (one.fit, one.source) == (first.fit, first.source)
