"""Official files -> one catalog layer; pure, and knowing nothing of the command line."""
