"""Codes of the state's catalogues: procedures, provinces, agencies, dossiers, results. Parse, check, print."""

from motcua.domain.codes.agency import AgencyCode
from motcua.domain.codes.dossier import DossierCode
from motcua.domain.codes.errors import BadCode
from motcua.domain.codes.folding import fold, slug
from motcua.domain.codes.procedure import ProcedureCode
from motcua.domain.codes.provinces import (
    MERGED_INTO,
    PROVINCES,
    current_province,
    province_by_name,
    province_by_slug,
    province_slug,
)
from motcua.domain.codes.result import ComponentCode, ResultCode

__all__ = [
    "MERGED_INTO",
    "PROVINCES",
    "AgencyCode",
    "BadCode",
    "ComponentCode",
    "DossierCode",
    "ProcedureCode",
    "ResultCode",
    "current_province",
    "fold",
    "province_by_name",
    "province_by_slug",
    "province_slug",
    "slug",
]
