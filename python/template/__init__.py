"""The source of the Word templates: text that is reviewed, made into templates/*.docx."""
