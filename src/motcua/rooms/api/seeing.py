"""Looking at a dossier as the caller: officer, applicant with the follow key, or public."""

from datetime import datetime

from motcua.rooms.api.callers import Caller, place
from motcua.rooms.api.present import Viewer
from motcua.rooms.api.problems import Failed
from motcua.usecases import looking
from motcua.usecases.looking import View


def look(who: Caller, code: str, at: datetime) -> tuple[View, Viewer]:
    """Raises Unknown or Failed. A follow key that is sent and wrong is refused, not overlooked."""
    province, known = place(code)
    if who.officer:
        return looking.for_officer(province, known, who.officer.actor, at), "officer"
    view = looking.for_citizen(province, known, at, key=who.follow_key)
    if who.follow_key and not view.private:
        raise Failed("follow-key-wrong")
    return view, "applicant" if view.private else "public"
