"""The answer of `careercli catalog sources`."""
