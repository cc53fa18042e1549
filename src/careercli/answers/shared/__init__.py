"""What several answers need: names, figures, places, and parts of views and pages."""
