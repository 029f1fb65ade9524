"""Word documents from inside: the package, its fields, headings, tags and drawings."""
