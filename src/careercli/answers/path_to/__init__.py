"""The answer of `careercli path --to`."""
