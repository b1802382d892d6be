"""The law of a dossier as data and pure functions: facts and an instant go in, values come out."""
