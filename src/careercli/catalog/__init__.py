"""YAML layers -> one checked catalog -> a fresh index -> a library that answers questions."""
