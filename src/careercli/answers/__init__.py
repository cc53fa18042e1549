"""Answers: one folder for each command, and what several of them share."""
