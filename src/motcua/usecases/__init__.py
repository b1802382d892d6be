"""One function an act: load facts, decide, commit. Every screen, API call and clock tick comes through here."""
