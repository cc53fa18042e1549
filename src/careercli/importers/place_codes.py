"""Codes of places in official files -> keys of `places`: FIPS states, metropolitan areas, ISO 3166 countries."""

import re
import unicodedata
from collections.abc import Iterable

from careercli.model import PlaceName

UNITED_STATES = PlaceName(title="United States", kind="country")
NONMETRO = "US-nonmetro"
"""The United States outside of all metropolitan areas, to which BEA gives a price level of its own."""

_METRO_SUFFIX = re.compile(r"(\s*\((Metropolitan Statistical Area|MSA)\))?\s*\**\Z")
"""What BEA adds to the name that everybody else calls an area by, and its sign of a footnote."""
_STATES = (
    "01 AL Alabama;02 AK Alaska;04 AZ Arizona;05 AR Arkansas;06 CA California;08 CO Colorado;09 CT Connecticut;"
    "10 DE Delaware;11 DC District of Columbia;12 FL Florida;13 GA Georgia;15 HI Hawaii;16 ID Idaho;17 IL Illinois;"
    "18 IN Indiana;19 IA Iowa;20 KS Kansas;21 KY Kentucky;22 LA Louisiana;23 ME Maine;24 MD Maryland;"
    "25 MA Massachusetts;26 MI Michigan;27 MN Minnesota;28 MS Mississippi;29 MO Missouri;30 MT Montana;31 NE Nebraska;"
    "32 NV Nevada;33 NH New Hampshire;34 NJ New Jersey;35 NM New Mexico;36 NY New York;37 NC North Carolina;"
    "38 ND North Dakota;39 OH Ohio;40 OK Oklahoma;41 OR Oregon;42 PA Pennsylvania;44 RI Rhode Island;"
    "45 SC South Carolina;46 SD South Dakota;47 TN Tennessee;48 TX Texas;49 UT Utah;50 VT Vermont;51 VA Virginia;"
    "53 WA Washington;54 WV West Virginia;55 WI Wisconsin;56 WY Wyoming;66 GU Guam;72 PR Puerto Rico;"
    "78 VI Virgin Islands"
)
_STATE_ROWS: list[tuple[str, str, str]] = re.findall(r"(\d\d) ([A-Z]{2}) ([^;]+)", _STATES)
STATES = {fips: postal for fips, postal, _ in _STATE_ROWS}
"""FIPS code -> postal code of the states, the District of Columbia and the territories that are surveyed."""
STATE_TITLES = {f"US-{postal}": title for _, postal, title in _STATE_ROWS}
"""Key of `places` -> what the state is called."""

_COUNTRIES = (
    "ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE "
    "BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW "
    "CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY "
    "CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR "
    "FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU "
    "GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE "
    "JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT "
    "LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ "
    "MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ "
    "OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU "
    "RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK "
    "SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV "
    "TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS XKXXK YEMYE "
    "ZAFZA ZMBZM ZWEZW"
)
COUNTRIES: dict[str, str] = dict(re.findall(r"([A-Z]{3})([A-Z]{2})\b", _COUNTRIES))
"""ISO 3166 alpha-3 -> alpha-2, with Kosovo as the World Bank and the European Union write it (XKX, XK)."""


def slug(title: str) -> str:
    """Return a printed name as part of a key: `abilene-tx` from "Abilene, TX"."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def first_state(title: str) -> str | None:
    """Return the key of the first state in an area's name, which is that of its first city: `US-NY`."""
    found = re.search(r",\s*([A-Z]{2})(?:-[A-Z]{2})*\b", title)
    return f"US-{found[1]}" if found and f"US-{found[1]}" in STATE_TITLES else None


def metro_key(code: str) -> str:
    """Return the key of a metropolitan area, by the code of the Office of Management and Budget."""
    return f"US-metro-{code.lstrip('0').zfill(5)}"


def nonmetro_key(code: str) -> str:
    """Return the key of a nonmetropolitan area, by the code of OEWS, which begins with that of its state."""
    return f"{NONMETRO}-{code.zfill(7)}"


def missing_states(places: Iterable[PlaceName]) -> dict[str, PlaceName]:
    """Return the states that the places lie within, by key."""
    within = sorted({place.within for place in places if place.within in STATE_TITLES})
    return {key: PlaceName(title=STATE_TITLES[key], kind="state", within="US") for key in within}


def area_by_name(title: str) -> tuple[str, PlaceName] | None:
    """Return the key and name of an area of which BEA's name and no code is printed, None where no key can be made."""
    if title == "United States":
        return "US", UNITED_STATES
    if title.startswith("United States ("):
        return NONMETRO, _nonmetro(title)
    named = _metro(title)
    return (f"US-metro-{slug(named.title)}", named) if slug(named.title) else None


def area_by_code(table: str, fips: str, title: str) -> tuple[str, PlaceName] | None:
    """Return the key and name of an area of a BEA table, None for a code of SARPP that is no state's."""
    if fips == "00000":
        return "US", UNITED_STATES
    if table == "MARPP":
        return (NONMETRO, _nonmetro(title)) if fips == "00999" else (f"US-metro-{fips}", _metro(title))
    if fips[:2] not in STATES or not fips.endswith("000"):
        return None
    return f"US-{STATES[fips[:2]]}", PlaceName(title=title.rstrip(" *"), kind="state", within="US")


def _metro(title: str) -> PlaceName:
    name = _METRO_SUFFIX.sub("", title)
    return PlaceName(title=name, kind="metro", within=first_state(name) or "US")


def _nonmetro(title: str) -> PlaceName:
    return PlaceName(title=title.rstrip(" *"), kind="region", within="US")
