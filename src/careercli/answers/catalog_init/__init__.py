"""The answer of `careercli catalog init`."""
