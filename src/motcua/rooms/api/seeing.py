"""Looking at a dossier as the caller: officer, applicant with the follow key, or public."""

from datetime import datetime

from motcua.rooms.api.callers import Caller, place
from motcua.rooms.api.problems import Failed
from motcua.rooms.api.viewers import Viewer
from motcua.usecases import looking
from motcua.usecases.looking import View
from motcua.usecases.visits import What


def look(who: Caller, code: str, at: datetime, what: What = What.API) -> tuple[View, Viewer]:
    """Raises Unknown or Failed. A follow key that is sent and wrong is refused, not overlooked. What an officer's program
    opens is written down as if they had opened it themselves."""
    province, known = place(code)
    if who.acting:
        return looking.for_officer(province, known, who.acting, at, what), "officer"
    view = looking.for_citizen(province, known, at, key=who.follow_key)
    if who.follow_key and not view.private:
        raise Failed("follow-key-wrong")
    return view, "applicant" if view.private else "public"
