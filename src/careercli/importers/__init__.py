"""Official files and published ladders -> one catalog layer; pure, and knowing nothing of the command line."""

KINDS = ("parities", "projections", "oflc", "oews", "onet", "ladder")
"""What can be imported, in the order of the layers: those whose titles of occupations read best come late."""
