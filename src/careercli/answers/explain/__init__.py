"""The answer of `careercli explain`."""
