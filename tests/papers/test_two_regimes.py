import pytest
from tests.papers.reading import text
from tests.papers.samples import refusal, slip, supplement

from motcua.papers import FORMS, render

OLD, NEW = "01/2018/TT-VPCP", "03/2025/TT-VPCP"


def test_both_regimes_hold_forms_01_to_03_under_their_own_key():
    assert set(FORMS) == {(regulation, number) for regulation in (OLD, NEW) for number in ("01", "02", "03")}
    assert all((form.regulation, form.number) == key for key, form in FORMS.items())


@pytest.mark.parametrize("number", ["01", "02", "03"])
def test_a_form_kept_its_title_and_changed_its_decree(number):
    old, new = FORMS[OLD, number], FORMS[NEW, number]
    assert old.title == new.title
    assert (old.decree, new.decree) == ("61/2018/NĐ-CP", "118/2025/NĐ-CP")


@pytest.mark.parametrize(
    ("build", "only_before", "only_now"),
    [
        (
            slip,
            ["Số: 0417/TNHS", "Đăng ký nhận kết quả tại:", "Phiếu xin lỗi và hẹn lại ngày trả kết quả", "01 (bộ)"],
            ["Hẹn trả kết quả:", "văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"],
        ),
        (supplement, ["Số: 0417/HDHS", "Bộ phận Tiếp nhận và Trả kết quả"], ["Bộ phận Một cửa"]),
        (refusal, ["Bộ phận Tiếp nhận và Trả kết quả"], ["Bộ phận Một cửa"]),
    ],
)
def test_the_regimes_differ_where_the_law_differs(build, only_before, only_now):
    before = text(render(build(regulation=OLD, serial="0417")))
    now = text(render(build(regulation=NEW, serial="0417")))
    assert [words for words in only_before if words not in before or words in now] == []
    assert [words for words in only_now if words not in now or words in before] == []
    assert f"Thông tư {OLD}" in before
    assert f"Thông tư {NEW}" in now


def test_the_older_request_names_the_matter_before_the_address():
    before, now = (text(render(supplement(regulation=regulation))) for regulation in (OLD, NEW))
    assert before.index("Cấp Giấy chứng nhận") < before.index("Địa chỉ:")
    assert now.index("Địa chỉ:") < now.index("Cấp Giấy chứng nhận")
