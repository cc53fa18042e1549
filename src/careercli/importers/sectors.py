"""Codes of sectors in official files -> what the sectors are called in every year, though publishers reword titles."""

import re

_TITLES = {
    "11": "Agriculture, Forestry, Fishing and Hunting",
    "21": "Mining, Quarrying, and Oil and Gas Extraction",
    "22": "Utilities",
    "23": "Construction",
    "31": "Manufacturing",
    "42": "Wholesale Trade",
    "44": "Retail Trade",
    "48": "Transportation and Warehousing",
    "51": "Information",
    "52": "Finance and Insurance",
    "53": "Real Estate and Rental and Leasing",
    "54": "Professional, Scientific, and Technical Services",
    "55": "Management of Companies and Enterprises",
    "56": "Administrative and Support and Waste Management and Remediation Services",
    "61": "Educational Services",
    "62": "Health Care and Social Assistance",
    "71": "Arts, Entertainment, and Recreation",
    "72": "Accommodation and Food Services",
    "81": "Other Services (except Public Administration)",
    "99": "Federal, State, and Local Government, excluding State and Local Government Schools and Hospitals and the "
    "U.S. Postal Service (OEWS Designation)",
}
"""Sectors of NAICS as the May 2024 file titles them, those of several codes by the first (31-33 is 31)."""
_CODE = re.compile(r"(\d\d)(-\d\d)?0*\Z")


def sector_title(code: str, title: str) -> str:
    """Return what a sector is called whatever the year of its file calls it: by its code, else its own title."""
    found = _CODE.match(code)
    return _TITLES.get(found[1], title) if found else title
