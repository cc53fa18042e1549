"""Start and stop quickly: `careercli` and `python -m careercli`.

Measured on 25 runs: without the garbage collector the imports take 6 ms less, and leaving without tearing every module
down takes 22 ms less, of some 120. A run makes no garbage worth collecting, and all it wrote is flushed by then.
"""

import gc
import os
import sys


def run() -> None:
    """Run the command line and end the process with its exit code; ^C ends it quietly from the first import on."""
    gc.disable()
    try:
        from careercli.cli.app import main

        code = main()
        if os.environ.get("CAREERCLI_DEBUG"):
            raise SystemExit(code)  # the long way, for coverage, profilers and debuggers
        for stream in (sys.stdout, sys.stderr):
            try:
                if stream is not None:  # closed by whoever started us
                    stream.flush()
            except (OSError, ValueError):
                code = code or 1
    except KeyboardInterrupt:
        code = 130
    os._exit(code)


if __name__ == "__main__":
    run()
