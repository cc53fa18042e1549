"""The answer of `careercli compare`."""
