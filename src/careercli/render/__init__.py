"""Views and pages -> text: one module for each format."""
