"""The answer of `careercli catalog import`."""
