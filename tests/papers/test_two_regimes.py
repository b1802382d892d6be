import pytest
from tests.papers.reading import text
from tests.papers.samples import apology, control, refusal, register, slip, stop, supplement

from motcua.papers import FORMS, render

OLD, NEW = "01/2018/TT-VPCP", "03/2025/TT-VPCP"


def test_each_regime_holds_its_forms_under_its_own_key():
    assert {number for regulation, number in FORMS if regulation == OLD} == {
        *["01", "02", "03", "04", "05", "06"],
        "DUNG",
    }
    assert {number for regulation, number in FORMS if regulation == NEW} == {"01", "02", "03", "04", "05", "06", "07"}
    assert all((form.regulation, form.number) == key for key, form in FORMS.items())


@pytest.mark.parametrize(
    ("number", "then", "now"),
    [
        ("04", "Phiếu xin lỗi và hẹn lại ngày trả kết quả", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"),
        ("05", "Phiếu kiểm soát quá trình giải quyết hồ sơ", "Thông báo dừng giải quyết hồ sơ"),
        ("06", "Sổ theo dõi hồ sơ", "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
    ],
)
def test_a_number_names_another_paper_in_the_other_regime(number, then, now):
    assert (FORMS[OLD, number].title, FORMS[NEW, number].title) == (then, now)


@pytest.mark.parametrize(
    ("build", "then", "now"), [(apology, "04", "04"), (control, "05", "06"), (register, "06", "07"), (stop, "", "05")]
)
def test_a_kind_of_paper_carries_the_number_of_its_own_regime(build, then, now):
    before, after = (text(render(build(regulation=regulation))) for regulation in (OLD, NEW))
    assert f"Mẫu số {now}, Thông tư {NEW}" in after
    assert (f"Mẫu số {then}, Thông tư {OLD}" in before) if then else ("Mẫu số" not in before)
    assert before.count("Mẫu số") == bool(then)


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
        (
            apology,
            ["Số: 0417/PXL", "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "Hẹn lại trả kết quả:"],
            ["VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN", "Hạn mới trả kết quả:", "đề nghị gia hạn thời gian giải quyết"],
        ),
        (control, ["Cơ quan giải quyết hồ sơ:"], ["Bộ phận Một cửa tiếp nhận:", "Cơ quan có thẩm quyền:"]),
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
