"""The answer of `careercli catalog lint`."""
