"""What the page of a decision says first: the question, the wish or the order that is decided on."""

from django.utils.translation import gettext as _

from motcua.domain.dossiers import Act
from motcua.rooms.desk import choices
from motcua.usecases.looking import View


def words(act: Act, view: View) -> str:
    """Who asks for what, in the words that were written; "" for an act that answers nobody."""
    head = view.head
    if act is Act.GIVE_OPINION and (question := choices.question(view)):
        who = view.names.get(question.asked_by, "")
        return _("%(who)s hỏi: %(what)s") % {"who": who, "what": question.question}
    if act in (Act.APPROVE_SUPPLEMENT, Act.DECLINE_SUPPLEMENT) and (proposal := head.proposal):
        wanted = "; ".join(f"{item.what}: {item.reason}" for item in proposal.wanted)
        return _("%(who)s đề nghị: %(what)s") % {"who": view.names.get(proposal.by, ""), "what": wanted}
    if act in (Act.GRANT_WITHDRAWAL, Act.DENY_WITHDRAWAL) and head.withdrawal:
        return _("Người nộp xin rút: %(what)s") % {"what": head.withdrawal.reason}
    if act is Act.REISSUE and head.correction:
        return _("Lãnh đạo yêu cầu: %(what)s") % {"what": head.correction.reason}
    return ""
