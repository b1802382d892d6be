"""Classes of applicant that a fee may tell apart. An applicant may be of several at once.

Luật Phí và lệ phí 2015 art. 10 names who may be released or pay less; VNeID users are a class since TT 117/2026/TT-BTC.
"""

from collections.abc import Iterable
from enum import StrEnum


class ApplicantClass(StrEnum):
    """The first two are whom a dossier is filed for; each of the others is a person too."""

    PERSON = "person"
    ORGANISATION = "organisation"
    CHILD = "child"
    ELDERLY = "elderly"
    POOR_HOUSEHOLD = "poor_household"
    DISABLED = "disabled"
    MERIT = "merit"
    MINORITY = "minority"
    VNEID_2 = "vneid_2"


GENERAL = frozenset({ApplicantClass.PERSON, ApplicantClass.ORGANISATION})


def classes_of(subject: str) -> frozenset[ApplicantClass]:
    """Classes written as words with spaces between: "person", "person poor_household", "" where nothing is known.

    Raises ValueError for a word that names no class.
    """
    return widened(ApplicantClass(word) for word in subject.split())


def widened(classes: Iterable[ApplicantClass]) -> frozenset[ApplicantClass]:
    """With what each class is besides: a member of a poor household is a person."""
    named = frozenset(classes)
    return named | {ApplicantClass.PERSON} if named - GENERAL else named
