"""The answer of `careercli show`."""
