"""Every sheet people see, declared once: used to write it and to read it."""
