"""The same layouts with invented content, so that the reader is tested wherever the project is."""

from tests.gazette.documents import codes, facts, kinds, sample, spelled, times, told


def test_a_list_whose_columns_survive_only_as_white_space() -> None:
    reading = sample("danh-muc-cot-trang.txt")
    assert facts(reading) == ("catalogue", "77/QĐ-UBND", "2025-05-09", "H61", "Ủy ban nhân dân tỉnh Vĩnh Long")
    assert reading.document.title == "Công bố danh mục thủ tục nuôi ong và chụp X-quang cho ong của Sở Thử nghiệm"
    assert [(o.row, o.code, o.name, o.level) for o in reading.offerings] == [
        ("1", "1.900001", "Cấp giấy phép đặt tổ ong trên ban công nhà ở", "full"),
        ("2", "1.900002", "Cấp lại giấy phép đặt tổ ong", "partial"),
        ("3", "1.900003", "Hỗ trợ kinh phí mua mật", "information"),
        # A page break put one more space in front of the mark.
        ("4", "1.900004", "Thông báo đàn ong bay mất sang 02 tỉnh khác", "full"),
        ("1", "1.900005", "Khai báo máy X-quang cho ong", "partial"),
        ("2", "1.900006", "Thu hồi giấy phép", "full"),
    ]
    assert [o.field for o in reading.offerings] == ["Nuôi ong"] * 4 + ["Chụp ảnh"] * 2
    assert [(d["declared"], d["counted"]) for d in told(reading, "count-mismatch")] == [(5, 6)]
    assert spelled(reading) == {"k inh": "kinh"}


def test_a_notice_with_tabbed_tables() -> None:
    reading = sample("thong-bao-bang-tab.md")
    assert facts(reading) == ("notice", None, None, "H61", "Sở Thử nghiệm tỉnh Vĩnh Long")
    assert [(o.row, o.code, o.level, o.route, o.field) for o in reading.offerings] == [
        ("1", "1.900001", "full", "province", "Nuôi ong & mật"),
        (None, "1.900002", "full", "province", "Nuôi ong & mật"),
        ("2", "1.900003", "partial", "province", "Nuôi ong & mật"),
        ("5", "1.900004", "full", "province", "Nuôi ong & mật"),
        ("1", "1.900007", "full", "single_window", None),
    ]
    assert reading.offerings[2].name == "Hỗ trợ mua mật thuộc phạm vi quản lý của tỉnh"
    assert reading.offerings[0].printed_code == "1.900001.000.00.00.H61"
    assert kinds(reading) == {
        "count-mismatch": 3,
        "unnumbered-row": 1,
        "numbering-gap": 1,
        "contradiction": 2,
        "incomplete-reference": 2,
        "spelling": 1,
    }
    assert [d["what"] for d in told(reading, "contradiction")] == ["reference", "route"]


def test_contacts_are_not_read() -> None:
    answer = str(sample("thong-bao-bang-tab.md").to_json()) + str(sample("danh-sach-khong-ma.txt").to_json())
    assert not [word for word in ("Mẫu", "3.111.222", "0911", "0900000001", "Công chức một cửa") if word in answer]


def test_processes_in_tabbed_tables_split_over_pages() -> None:
    reading = sample("quy-trinh-bang-tab.md")
    assert [(p.unit, times(p), str(p.total), codes(p), p.field) for p in reading.processes] == [
        # "0,5" takes its unit from the column's heading, 04 hours are half a day.
        ("working_day", "0.25·0.5·0.5·–", "1.25", ["1.900011", "1.900012"], "Nuôi ong"),
        ("working_day", "0.5·1.5", "3.0", ["1.900013"], "Nuôi ong"),
        ("day", "10.25·30·9", "49.25", [None], "Ong thử nghiệm"),
    ]
    assert [step.task for step in reading.processes[0].steps] == [
        "Nhận hồ sơ và ghi sổ; chuyển ngay cho phòng chuyên môn",
        "Phân công",
        "Thẩm định và trình lãnh đạo",
        "Trả kết quả",
    ]
    assert reading.processes[0].steps[0].actor == "Công chức một cửa, điện thoại …"
    assert told(reading, "sum-mismatch") == [{"steps": "2", "total": "3", "unit": "working_day"}]
    assert kinds(reading) == {
        "sum-mismatch": 1,
        "unit-unstated": 1,
        "duplicate-name": 1,
        "missing-code": 1,
        "actor-mismatch": 1,
        "incomplete-reference": 1,
        "spelling": 1,
    }


def test_lists_without_codes_take_their_level_from_the_annex() -> None:
    reading = sample("danh-sach-khong-ma.txt")
    assert [(o.row, o.name, o.level, o.field, o.code) for o in reading.offerings] == [
        ("1", "Cấp giấy phép đặt tổ ong trong thời hạn 02 năm", "full", "Nuôi ong", None),
        ("2", "Đăng ký mật ong", "full", "Nuôi ong", None),
        ("1", "Khai báo máy X-quang cho ong", "full", "Chụp ảnh", None),
        ("1", "Hỗ trợ mua mật", "partial", "Nuôi ong", None),
        ("01", "Đăng ký chụp ảnh", "partial", "Chụp ảnh", None),
    ]
    assert [(d["what"], d["declared"], d["counted"]) for d in told(reading, "count-mismatch")] == [("partial", 1, 2)]
    assert [(d["before"], d["after"]) for d in told(reading, "numbering-gap")] == [("I", "III")]


def test_a_plan_with_current_and_planned_levels() -> None:
    reading = sample("ke-hoach-muc-do.md")
    assert facts(reading)[:4] == ("plan", "12/STN-VP", "2021-01-20", "H61")
    assert [(o.row, o.code, o.current_level, o.planned_level) for o in reading.offerings] == [
        ("1", "1.900001", 4, 4),
        ("2", "1.900002", None, 4),
        ("3", "1.900003", 2, 3),
        ("4", "1.900002", 3, None),
    ]
    assert reading.offerings[2].name == "Hỗ trợ mua mật ong cho hộ ở đường thủ tục nội địa"
    assert kinds(reading) == {"duplicate-code": 1, "missing-level": 2, "contradiction": 1, "spelling": 1}


def test_a_decision_with_a_cell_to_a_paragraph() -> None:
    reading = sample("moi-o-mot-doan.md")
    assert facts(reading)[:3] == ("mixed", "15/QĐ-UBND", "2025-11-27")
    assert [(o.code, o.name, o.field, o.change) for o in reading.offerings] == [
        ("1.900001", "Cấp giấy phép đặt tổ ong", "Nuôi ong", "new"),
        ("1.013788", "Hỗ trợ mua mật", "Nuôi ong", "new"),
    ]
    assert [(p.title, p.unit, times(p), codes(p)) for p in reading.processes] == [
        (None, "working_day", "0.5·–", ["1.900001"]),
        ("Đối với trường hợp mật rừng", "hour", "0.5·3.5", ["1.013788"]),
        ("Đối với trường hợp mật nuôi", "day", "2·1", ["1.013788"]),
    ]
    assert kinds(reading) == {"unit-unstated": 1, "numbering-gap": 1, "contradiction": 1, "spelling": 1}
