"""The answer of `careercli catalog diff`."""
