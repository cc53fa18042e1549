"""References in the documents that are written from the code."""

import os
from pathlib import Path


def held_against_the_document(document: Path, mark: str, reference: str) -> None:
    """Compare what follows the mark in a document with the reference; UPDATE_DOCS=1 writes it instead."""
    before, found, after = document.read_text("utf-8").partition(mark)
    assert found, "the document has lost the mark where the reference begins"
    if os.environ.get("UPDATE_DOCS"):
        document.write_text(f"{before}{mark}{reference}", "utf-8")
    else:
        assert after == reference, "write it with UPDATE_DOCS=1"
