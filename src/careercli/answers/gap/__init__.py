"""The answer of `careercli gap`."""
