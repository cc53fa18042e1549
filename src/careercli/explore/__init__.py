"""The answers: pure functions from a library to views."""
