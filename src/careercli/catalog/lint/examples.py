"""The heads that the rules' examples share: each example is a whole catalog, as small as it can be."""

HEAD = """\
schema_version: 1
name: example
families: {shop: {title: Shop}}
"""
BAKER = """\
roles:
  baker:
    title: Baker
    family: shop
    summary: Bakes bread before dawn.
"""
SELLER = """\
  seller:
    title: Seller
    family: shop
    summary: Sells bread to customers.
"""
SOURCED = f"""\
{HEAD}\
sources: {{survey: {{title: A survey, kind: survey, publisher: A guild, period: 2025}}}}
places: {{US: {{title: United States}}}}
"""
PAID = f"{SOURCED}{BAKER}    pay:\n"
MEASURED = f"{SOURCED}{BAKER}    figures:\n"
AGE = "      - {measure: age, source: survey, value: 47}\n"
PAY = "      - {source: survey, place: US, per: year, currency: USD, "
"""The beginning of a record, to be closed by a point of pay."""
LADDER = f"{SOURCED}{BAKER}    levels:\n"
