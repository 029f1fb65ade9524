"""The sample: one whole year of one office, played with the public commands."""
