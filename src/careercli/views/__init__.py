"""What answers look like: one output model that every format renders, and whose JSON is the contract with scripts.

One module for each command, so that a command imports only the shape of its own answer.
"""
