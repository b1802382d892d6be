"""The demo: four provinces with their catalogues as published, and invented people, dossiers and times."""

from motcua.ops.demo.loading import load, loaded
from motcua.ops.demo.world import Account, accounts

ACCOUNTS: tuple[Account, ...] = accounts()

__all__ = ["ACCOUNTS", "Account", "load", "loaded"]
