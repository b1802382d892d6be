"""Who looks: everything that the API shows of a dossier depends on it."""

from typing import Literal

Viewer = Literal["public", "applicant", "officer"]
