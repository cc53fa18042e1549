"""The answer of `careercli list`."""
