"""Words for a degree -> one of the eight classes of entry education of the Employment Projections, by its number.

0 no formal credential, 1 high school, 2 some college without a degree, 3 a postsecondary award that is no degree,
4 associate's, 5 bachelor's, 6 master's, 7 doctoral or professional degree.
"""

import re

from careercli.matching import name_key

SOME_COLLEGE = 2
_CLASSES: tuple[tuple[int, str], ...] = (
    # A school certificate is no college certificate, and a postgraduate diploma no diploma: these come first.
    (1, r"high school|(?<!post )secondary|ged|hiset|gcses?|a levels?|abitur|baccalaureate?|matura|grammar school"
        r"|school leaving|mittlere reife|hauptschule|realschule|leaving cert\w*"),
    (2, r"some college|no degree|incomplete|unfinished|not completed|dropped out|coursework|minor"),
    (0, r"no formal|no diploma|none|primary school|elementary school|middle school"),
    (7, r"professional degree|ph ?d|doctor\w*|dphil|juris|jd|md|mbbs|mbchb|dds|dmd|dvm|pharm ?d|ed ?d|dnp|dpt"
        r"|psy ?d|dr"),
    (6, r"masters?|magister|postgraduate|post graduate|mba|m ?(?:sc|s|a|eng|ed|fa|phil|res|ph|pa|sw|sn|tech|com|arch)"
        r"|llm|mscs|diplom"),
    (5, r"bachelors?|baccalaureus|b ?(?:sc|s|a|eng|ed|fa|ba|bm|com|tech|arch|sn|sw|cs|pharm|mus)|bs[a-z]{2}|llb|honours"
        r"|licenciatura|laurea|undergraduate"),
    (4, r"associates?|\Aa ?(?:a|s|as)|adn|asn|foundation degree|hnd"),
    (3, r"certificates?|diplomas?|vocational|trade school|technical school|nvq|btec|apprenticeship|boot ?camp"
        r"|ausbildung|postsecondary|post secondary|nanodegree|hnc|journeyman|meister|award|qualification"),
)  # fmt: skip
_PATTERNS = tuple((rank, re.compile(rf"\b(?:{words})\b")) for rank, words in _CLASSES)


def education_level_of(degree: str) -> int | None:
    """Return the number of the class that the words name; None where they name none."""
    # "B.Sc." and "Master's" are spelled with marks that are no word's end.
    words = name_key(re.sub(r"(?<=\w)[.'’](?=\w|\s|\Z)", "", degree[:120]))
    return next((rank for rank, pattern in _PATTERNS if pattern.search(words)), None)
