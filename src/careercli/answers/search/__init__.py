"""The answer of `careercli search`."""
