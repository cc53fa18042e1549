"""Views -> pages: what each command shows a person, as blocks that every text format can lay out."""
