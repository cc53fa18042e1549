"""The answer of `careercli catalog export`."""
