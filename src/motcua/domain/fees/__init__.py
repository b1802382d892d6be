"""Fees and charges as published: whom they concern, by which channel, since when, on which basis."""

from motcua.domain.fees.applicants import GENERAL, ApplicantClass, classes_of, widened
from motcua.domain.fees.choosing import Ambiguous, applying, conflicts, fees_for
from motcua.domain.fees.saying import CHANNELS, CLASSES, KINDS, WHENS, described, dong, in_words, period_words
from motcua.domain.fees.schedule import Free, Published, Schedule
from motcua.domain.fees.tariff import Tariff
from motcua.domain.fees.values import FeeItem, FeeKind, Relief, When

__all__ = [
    "CHANNELS",
    "CLASSES",
    "GENERAL",
    "KINDS",
    "WHENS",
    "Ambiguous",
    "ApplicantClass",
    "FeeItem",
    "FeeKind",
    "Free",
    "Published",
    "Relief",
    "Schedule",
    "Tariff",
    "When",
    "applying",
    "classes_of",
    "conflicts",
    "described",
    "dong",
    "fees_for",
    "in_words",
    "period_words",
    "widened",
]
