"""The answer of `careercli related`."""
