"""The answer of `careercli path`."""
