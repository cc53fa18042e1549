"""A page that is longer than the terminal goes through the user's pager, as git shows its own."""

import os
import shlex
import shutil
import signal
import subprocess

_ENVIRONMENT = {"LESS": "FRX", "LV": "-c"}
"""What the pagers less and lv are told where the user tells them nothing: end on one screen, keep colors."""
_OFF = ("", "cat")
_NOT_RUN = (126, 127)
"""Exit codes of a shell for a command that it cannot run or find."""


def pager_command() -> str | None:
    """Return the command of the user's pager: CAREERCLI_PAGER, then PAGER, then less; None where it is turned off.

    An empty value and `cat` turn it off, and so does a terminal that cannot move its cursor (TERM=dumb).
    """
    if os.environ.get("TERM") == "dumb":
        return None
    command = os.environ.get("CAREERCLI_PAGER", os.environ.get("PAGER", "less")).strip()
    return None if command in _OFF else command


def show(payload: bytes, command: str) -> bool:
    """Show a text in the pager and wait for its end; return False where there is no such pager.

    Whoever leaves the pager early has read enough: that is no error, and ^C is the pager's own.
    """
    if not _is_installed(command):
        return False
    environment = {**_ENVIRONMENT, **os.environ}
    # The command is the user's own and may have arguments, variables and pipes.
    with subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, env=environment) as process:  # noqa: S602
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            process.communicate(payload)  # which takes a closed pipe for an end
        finally:
            signal.signal(signal.SIGINT, before)
    return process.returncode not in _NOT_RUN


def _is_installed(command: str) -> bool:
    """Say whether the program of a command is there; before it may stand variables, as in `LESS=S less`."""
    try:
        words = shlex.split(command, posix=os.name == "posix")
    except ValueError:
        return False
    program = next((word for word in words if "=" not in word), "")
    return shutil.which(os.path.expanduser(program)) is not None
