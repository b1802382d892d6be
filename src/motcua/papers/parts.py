"""What the views of several papers share: facts of the dossier, signers, marks. Wording only, no measures."""

from typing import Any

from motcua.papers.values import Paper, Signed, Statutory

NOT_PUBLISHED = "theo quy định"
ASSUMED = "giả định của bản trình diễn"

View = dict[str, Any]
Labels = tuple[tuple[str, str], ...]

APPLICANT_FACTS: Labels = (
    ("applicant", "Hồ sơ của"),
    ("submitter", "Người nộp"),
    ("address", "Địa chỉ"),
    ("contact", "Số điện thoại"),
    ("request", "Nội dung yêu cầu"),
)


def statutory(paper: Statutory) -> View:
    """Reference, serial number, facts and signers as the form orders them."""
    form = paper.form
    return {
        "reference": form.reference,
        "serial": f"{paper.serial}/{form.serial}" if paper.serial and form.serial else "",
        "facts": facts(paper, form.facts),
        "signers": signers(paper, form.signers),
    }


def signers(paper: Signed, who: Labels) -> list[View]:
    return [{"heading": heading, **_signer(paper, one)} for one, heading in who]


def _signer(paper: Signed, who: str) -> View:
    if who == "officer":
        return {"mark": paper.officer_mark, "name": paper.officer_name}
    return {"mark": paper.submitter_mark, "name": paper.submitter or paper.applicant}


def facts(paper: Paper, labels: Labels, *, more: Labels = ()) -> list[View]:
    """The labelled lines that are not empty; `more` are (label, text) lines of the paper's own."""
    capacity = f", {paper.submitter_capacity}" if paper.submitter_capacity else ""
    code = f" (mã thủ tục {paper.procedure_code})" if paper.procedure_code else ""
    texts = {
        "applicant": paper.applicant,
        "submitter": f"{paper.submitter}{capacity}" if paper.submitter else "",
        "address": paper.address,
        "contact": paper.phone,
        "request": f"{paper.request}{code}",
    }
    lines = [{"field": f, "label": f"{label}:", "text": texts[f], "more": ""} for f, label in labels]
    for fact in lines:
        if fact["field"] == "contact" and paper.email:
            fact.update({"more": f"Email: {paper.email}"} if paper.phone else {"label": "Email:", "text": paper.email})
    lines += [{"field": "", "label": f"{label}:", "text": text, "more": ""} for label, text in more]
    return [fact for fact in lines if fact["text"]]


def assumed(is_assumed: bool) -> str:
    """The mark of what no decision states."""
    return f"({ASSUMED})" if is_assumed else ""
