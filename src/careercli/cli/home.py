"""What `careercli` alone prints: what it is, the three commonest questions as commands, and where to go from here."""

import textwrap

LEAST_JOBS, LEAST_LEVELS = 170, 800
"""What the embedded catalog has at least; a test counts them, since this screen opens no catalog."""
_WHAT = (
    "careercli helps you compare, choose and plan careers. Offline and private. Over "
    f"{LEAST_JOBS} jobs and {LEAST_LEVELS} career levels, with official US pay and outlook. Every figure says where it "
    "comes from."
)
QUESTIONS = {
    "Which of two jobs?": "careercli compare registered-nurse paramedic",
    "Am I paid well?": "careercli salary registered-nurse --mine 85k",
    "What could I do next?": "careercli path customer-service-representative",
}
"""What people ask most, and the command that answers it."""


def home_screen(commands: list[str], width: int) -> str:
    """Return the screen for a terminal of so many columns; `commands` are all there are.

    A command stands beside its question where the terminal is wide enough, else below it, and is never broken.
    """
    beside = [f" {question:<22} {typed}" for question, typed in QUESTIONS.items()]
    below = [f" {question}\n   {typed}" for question, typed in QUESTIONS.items()]
    shown = {typed.split()[1] for typed in QUESTIONS.values()}
    more = ", ".join(name for name in commands if name not in shown)
    parts = [
        textwrap.fill(_WHAT, width),
        "\n".join(beside if max(map(len, beside)) <= width else below),
        textwrap.fill(f" More    {more}", width, subsequent_indent=" " * 9)
        + "\n Start   careercli --help   careercli explain",
    ]
    return "\n\n".join(parts)
