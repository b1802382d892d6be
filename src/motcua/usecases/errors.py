"""What a use case answers when it cannot do what was asked; `Refused` comes from the domain."""

from dataclasses import dataclass

from motcua.domain.dossiers import Dossier, Recorded


@dataclass
class Unknown(Exception):
    """No such dossier, or none that this person may see: both look the same from outside."""

    ref: str


@dataclass
class Moved(Exception):
    """The screen showed version `seen`; since then `last` happened. The act was not carried out."""

    head: Dossier
    last: Recorded


class Busy(Exception):
    """Several people kept writing to this dossier; the act was not carried out and can be tried again."""


class KeyReused(Exception):
    """This idempotency key was used for a different request; nothing was changed."""
