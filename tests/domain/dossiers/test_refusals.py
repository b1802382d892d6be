"""A refusal is an answer: a code for programs, a sentence in both languages for people."""

import re

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Act, Refused, State, refuse
from motcua.domain.dossiers.refusals import SENTENCES
from motcua.domain.procedures import StepKind
from tests.domain.dossiers.story import Story
from tests.world import SON

VALUES = {"state": State.FILED, "act": Act.APPROVE, "step": StepKind.WORK, "number": "12/KQ", "last": "10:00 20/11"}
VALUES |= {"owed": "150.000", "paid": "1.000", "amount": "150.000", "longest": 365}


def test_a_refusal_speaks_both_languages_in_whole_words():
    story = Story()
    story.received()
    with pytest.raises(Refused) as refusal:
        story.do(d.Approve, SON, "2026-11-12 11:00")
    assert "“Đã tiếp nhận”" in refusal.value.sentence
    assert refusal.value.sentence_en == "The dossier is “Received”, so “Approve” is not possible. Nothing was changed."


@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_is_whole_in_both_languages_and_ends_with_a_point(code):
    said = refuse(code, **VALUES)
    assert str(said) == said.sentence
    for sentence in (said.sentence, said.sentence_en):
        assert "{" not in sentence
        assert sentence.endswith(".")
        assert sentence[0] in "“" or sentence[0].isupper()
    assert re.search(r"[àáảãạăâđêôơưèéẻẽẹìíỉĩịòóỏõọùúủũụ]", said.sentence.lower())
    assert re.fullmatch(r"[\x00-\x7f“”]+", said.sentence_en)
