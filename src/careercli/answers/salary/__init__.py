"""The answer of `careercli salary`."""
