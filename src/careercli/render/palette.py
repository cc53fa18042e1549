"""The colors of HTML and of pictures by their meaning, for a light and for a dark reader."""

LIGHT = {
    "paper": "#fcfbf9", "soft": "#f3f1ec", "line": "#dcd8cf", "shade": "#c9c3b6", "ink": "#1d2126", "muted": "#59606a",
    "accent": "#0a5d66", "fill": "#b7d9da", "good": "#1b6a3a", "bad": "#a3262b", "warn": "#7d4d00",
}  # fmt: skip
"""What text is written in has a contrast of 4.5 and more on paper (WCAG 2, level AA)."""
DARK = {
    "paper": "#15181c", "soft": "#1e2329", "line": "#363d46", "shade": "#4a525d", "ink": "#e8e6e1", "muted": "#a6adb7",
    "accent": "#7ccfd3", "fill": "#28575b", "good": "#84d4a0", "bad": "#ff9f98", "warn": "#efbb6b",
}  # fmt: skip
