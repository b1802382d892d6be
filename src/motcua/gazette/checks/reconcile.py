"""All checks, in a fixed order."""

from motcua.gazette.checks import (
    actors,
    contradictions,
    counts,
    identity,
    levels,
    numbering,
    references,
    spelling,
    times,
)
from motcua.gazette.draft import Draft
from motcua.gazette.values import Finding

_CHECKS = (counts, times, identity, numbering, levels, contradictions, actors, references, spelling)


def reconcile(draft: Draft) -> tuple[Finding, ...]:
    """Every finding of the document against itself."""
    return tuple(finding for check in _CHECKS for finding in check.find(draft))
