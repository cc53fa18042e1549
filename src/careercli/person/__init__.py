"""A person as a file tells of one, and what of it the catalog knows; read, never kept."""
