"""`catalog lint`: everything that the schema cannot say of a catalog.

`run.check` looks at files with the rules of `rule_list`.
"""
