"""`python -m careercli`."""

from careercli.cli import main

raise SystemExit(main())
