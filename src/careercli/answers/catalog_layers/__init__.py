"""The answer of `careercli catalog layers`."""
