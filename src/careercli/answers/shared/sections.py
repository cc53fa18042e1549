"""Sections of a guide and groups of rows, by the words that people have for them."""

from collections.abc import Collection

from careercli.errors import UsageProblem
from careercli.matching import did_you_mean

_OTHER_WORDS = {
    "pay": ("salary", "salaries", "wage", "wages", "income", "earnings", "money", "compensation"),
    "outlook": ("growth", "openings", "jobs", "demand", "future"),
    "duties": ("tasks", "responsibilities", "work", "job"),
    "work": ("duties", "tasks", "workplace", "environment", "conditions"),
    "education": ("degree", "degrees", "school", "schooling", "study"),
    "getting-in": ("education", "degree", "schooling", "entry", "experience", "requirements", "training"),
    "entry": ("requirements", "getting-in", "experience"),
    "levels": ("level", "ladder", "career", "seniority", "promotion", "path"),
    "pros": ("advantages", "benefits", "upsides"),
    "cons": ("disadvantages", "drawbacks", "downsides"),
    "best-paying": ("cities", "states", "places", "companies"),
    "environment": ("conditions", "workplace", "hours"),
    "questions": ("interview", "interviews", "faq"),
    "related": ("similar", "alternatives"),
    "people": ("age", "gender", "diversity"),
}
"""What else people call a section; each word stands for the first of them that the command has."""


def no_section(name: str, known: Collection[str]) -> UsageProblem:
    """Return that there is no such section, with the one that is meant where that is plain, and all that there are."""
    word = name.strip().casefold()
    meant = next((section for section, words in _OTHER_WORDS.items() if section in known and word in words), None)
    guess = f" (did you mean '{meant}'?)" if meant else did_you_mean(name, known)
    return UsageProblem(f"no section '{name}'{guess}", hint=f"Sections: {', '.join(known)}")
