"""The answer of `careercli skills`."""
