"""The answer of `careercli catalog lint --explain`."""
