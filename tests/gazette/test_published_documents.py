"""The acceptance of the reader: the five source documents, and three more for their layouts, figure by figure."""

import re
import time
from collections import Counter

import pytest

from tests.gazette.documents import PUBLISHED, codes, document, facts, kinds, published, spelled, times, told

pytestmark = published

S0, S1, S2, S3, S4 = "000_", "001_", "002_", "003_", "004_"
COMMITTEE = "Ủy ban nhân dân tỉnh"
DEPARTMENT = "Sở Khoa học và Công nghệ tỉnh"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (S0, ("catalogue", "858/QĐ-UBND", "2025-06-26", "H14", f"{COMMITTEE} Cao Bằng")),
        # Number and day were left blank in the notice.
        (S1, ("notice", None, None, "H37", f"{DEPARTMENT} Lạng Sơn")),
        # A bare annex: what it is attached to is told in its caption, with blanks.
        (S2, ("processes", None, None, "H14", f"{COMMITTEE} Cao Bằng")),
        # The head of the letter is lost.
        (S3, ("notice", None, None, "H27", f"{DEPARTMENT} Hà Tĩnh")),
        (S4, ("plan", "08/SKHCN-VP", "2021-01-20", "H50", f"{DEPARTMENT} Quảng Trị")),
        ("01_", ("mixed", "2022/QĐ-UBND", "2025-11-27", "H14", f"{COMMITTEE} Cao Bằng")),
        ("04_", ("mixed", "3004/QĐ-UBND", "2025-12-01", "H27", f"{COMMITTEE} Hà Tĩnh")),
        ("06_", ("catalogue", "1498/QĐ-UBND", "2025-11-18", "H42", f"{COMMITTEE} Ninh Bình")),
    ],
)
def test_the_facts_of_the_document(tag: str, expected: tuple[object, ...]) -> None:
    assert facts(document(tag)) == expected


@pytest.mark.parametrize(
    ("tag", "levels"),
    [
        (S0, {"full": 32, "partial": 25, "information": 4}),
        (S1, {"full": 43, "partial": 5}),
        (S3, {"full": 16, "partial": 3}),
        (S4, {None: 56}),
        ("01_", {None: 18}),
        ("04_", {None: 4}),
        ("06_", {None: 68}),
    ],
)
def test_rows_and_levels(tag: str, levels: dict[str | None, int]) -> None:
    assert Counter(o.level for o in document(tag).offerings) == levels


@pytest.mark.parametrize(
    ("tag", "fields"),
    [
        (S0, [33, 11, 7, 3, 7]),
        (S1, [25, 7, 3, 10, 2, 1]),
        (S3, [4 + 2, 7, 5 + 1]),
        (S4, [16, 7, 6, 25, 2]),
    ],
)
def test_rows_of_each_field_in_order(tag: str, fields: list[int]) -> None:
    assert list(Counter(o.field for o in document(tag).offerings).values()) == fields


def test_the_marks_of_each_field_of_s0_by_column() -> None:
    marks: dict[str | None, Counter[str | None]] = {}
    for offering in document(S0).offerings:
        marks.setdefault(offering.field, Counter())[offering.level] += 1
    assert [(m["full"], m["partial"], m["information"]) for m in marks.values()] == [
        (16, 14, 3),
        (8, 2, 1),
        (2, 5, 0),
        (1, 2, 0),
        (5, 2, 0),
    ]


@pytest.mark.parametrize(
    ("tag", "code", "level"),
    [
        (S0, "1.001770", "information"),
        (S0, "1.011815", "full"),  # name and mark on one line
        (S0, "1.003659", "partial"),  # the same, in the middle column
        (S0, "2.001269", "information"),
        (S0, "2.002710", "partial"),  # its table heading is broken by the page
        (S1, "1.001770", "full"),
        (S1, "1.011818", "partial"),
        (S1, "2.001259", "full"),
    ],
)
def test_the_level_of_single_procedures(tag: str, code: str, level: str) -> None:
    assert [o.level for o in document(tag).offerings if o.code == code] == [level]


def test_codes_are_bare_and_the_printed_form_is_kept() -> None:
    by_code = {o.code: o.printed_code for o in document(S1).offerings}
    assert by_code["1.001786"] == "1.001786.000.00.00.H37"
    plan = {o.code: o.printed_code for o in document(S4).offerings}
    assert plan["1.002690"] == "1.002690.000.00.00.H50"  # printed "( 1.002690.000.00.00.H50)"
    assert plan["1.004460"] == "1.004460.000.00.00.H50"  # printed with a full stop
    assert plan["1.006851"] == "1.006851.000.00.00.H50"  # on the next page
    assert len(plan) == 54
    assert {o.code for o in document(S3).offerings} == {None}


@pytest.mark.parametrize(
    ("tag", "code", "name"),
    [
        (
            S0,
            "2.002380",
            "Thủ tục cấp giấy phép tiến hành công việc bức xạ - Sử dụng thiết bị X-quang chẩn đoán trong y tế",
        ),
        (S0, "1.002690", "Thủ tục hỗ trợ doanh nghiệp, tổ chức, cá nhân thực hiện giải mã công nghệ"),
        (
            S0,
            "1.011816",
            "(Cấp tỉnh) Thủ tục hỗ trợ kinh phí hoặc mua công nghệ được tổ chức, cá nhân trong nước tạo ra từ kết quả "
            "nghiên cứu khoa học và phát triển công nghệ để sản xuất sản phẩm quốc gia, trọng điểm, chủ lực",
        ),
        (
            S1,
            "1.011819",
            "Đăng ký thông tin kết quả nghiên cứu khoa học và phát triển công nghệ được mua bằng ngân sách nhà nước thuộc "
            "phạm vi quản lý của tỉnh, thành phố trực thuộc trung ương",
        ),
        (S1, "1.001392", "Miễn giám kiểm tra chất lượng hàng hóa nhóm 2 nhập khẩu"),
        (S4, "2.001148", "Thủ tục mua sáng chế, sáng kiến"),
        (
            S4,
            "1.000184",
            "Thủ tục sửa đổi, bổ sung giấy phép tiến hành công việc bức xạ (sử dụng thiết bị X-quang chẩn đoán trong y tế)",
        ),
    ],
)
def test_names_are_clean_and_otherwise_as_printed(tag: str, code: str, name: str) -> None:
    assert [o.name for o in document(tag).offerings if o.code == code] == [name]


def test_no_name_keeps_a_trace_of_the_page() -> None:
    for tag in (S0, S1, S3, S4, "01_", "04_", "06_"):
        for offering in document(tag).offerings:
            assert not re.search(r"\s{2}|\s[.,;]|[*<>|]|\.\d{6}|javascript|- \w+-$|^[-\s]|[-\s.;,]$", offering.name), (
                offering
            )


def test_routes_of_s1() -> None:
    routes = Counter(o.route for o in document(S1).offerings)
    assert routes == {"province": 47, "single_window": 1}
    assert [o.code for o in document(S1).offerings if o.route == "single_window"] == ["2.001259"]


def test_current_and_planned_levels_of_s4() -> None:
    plan = document(S4)
    assert Counter(o.current_level for o in plan.offerings) == {2: 43, 3: 8, 4: 3, None: 2}
    assert Counter(o.planned_level for o in plan.offerings) == {3: 17, 4: 39}
    assert [o.row for o in plan.offerings if o.current_level is None] == ["3", "56"]
    assert [(o.current_level, o.planned_level) for o in plan.offerings if o.code == "1.001786"] == [(3, 3)]


S2_FLOWS = [
    ("working_day", "0.25·0.5·1.25·0.5·0.25·0.25·–", 3, ["1.014881", "1.014885", "1.014891", "1.014894", "1.014897"]),
    ("working_day", "0.25·0.5·0.75·0.5·0.25·0.25·0.5·–", 3, ["3.000452"]),
    ("working_day", "0.25·0.5·1.5·0.5·0.5·0.25·1.5·–", 5, ["3.000450", "3.000463"]),
    (
        "working_day",
        "0.25·0.5·4·1.25·0.5·0.5·–",
        7,
        ["1.014880", "1.014883", "1.014888", "1.014889", "1.014892", "1.014893", "1.014895", "1.014896"],
    ),
    ("working_day", "0.25·0.5·7·1.25·0.5·0.5·–", 10, ["1.014879", "1.014882"]),
    ("day", "0.25·10.25·30·5·5·0.5·9·–", 60, [None]),
    ("day", "0.25·0.75·5·2·0.5·0.5·6·–", 15, [None, None, None]),
]


@pytest.mark.parametrize(("at", "flow"), list(enumerate(S2_FLOWS)))
def test_a_process_of_s2(at: int, flow: tuple[str, str, int, list[str | None]]) -> None:
    process = document(S2).processes[at]
    assert (process.unit, times(process), process.total, codes(process)) == flow
    assert process.title is None


def test_steps_of_s2_broken_by_a_page_are_whole() -> None:
    processes = document(S2).processes
    assert len(processes) == 7
    first = {process.steps[0].task.replace("hện trả", "hẹn trả") for process in processes}
    assert len(first) == 1  # the receiving step is the same in all, three of them broken over pages
    assert len({process.steps[0].actor.partition("lĩnh vực")[0] for process in processes}) == 1
    assert processes[1].steps[6].task.endswith("tại Trung tâm phục vụ hành chính công")
    assert [p.field for p in processes] == ["Tiêu chuẩn, đo lường, chất lượng"] * 5 + ["Công nghiệp công nghệ số"] * 2


def test_processes_of_a_decision_with_a_list_and_processes() -> None:
    reading = document("01_")
    assert len(reading.processes) == 21
    assert {p.code for process in reading.processes for p in process.procedures} == {o.code for o in reading.offerings}
    units = Counter(process.unit for process in reading.processes)
    assert units == {"working_day": 20, "hour": 1}
    assert times(reading.processes[15]) == "0.5·0.5·2·0.5·1·0.5·–"
    assert sum(process.title is not None for process in reading.processes) == 6
    assert "sum-mismatch" not in kinds(reading)


def test_processes_in_iso_form_take_their_code_from_the_list() -> None:
    reading = document("04_")
    assert [codes(process) for process in reading.processes] == [["1.003006"], ["1.003029"], ["1.003039"], ["3.000449"]]
    assert {o.change for o in reading.offerings} == {"amended"}


S1_COUNTS = [("procedures", 47, 48), ("province", 46, 47), ("full", 41, 42)]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (S0, {"count-mismatch": 1, "spelling": 2}),
        (
            S1,
            {"count-mismatch": 3, "unnumbered-row": 1, "contradiction": 2, "incomplete-reference": 2, "spelling": 2},
        ),
        (
            S2,
            {
                "unit-unstated": 2,
                "duplicate-name": 1,
                "missing-code": 4,
                "actor-mismatch": 1,
                "incomplete-reference": 1,
                "spelling": 3,
            },
        ),
        (S3, {"missing-code": 1, "numbering-gap": 1, "incomplete-reference": 1, "spelling": 1}),
        (S4, {"duplicate-code": 2, "missing-level": 2, "contradiction": 1, "spelling": 1}),
    ],
)
def test_the_findings_of_each_document_and_no_others(tag: str, expected: dict[str, int]) -> None:
    assert kinds(document(tag)) == expected


def test_counts_that_disagree() -> None:
    [online] = told(document(S0), "count-mismatch")
    assert (online["what"], online["declared"], online["counted"]) == ("online", 57, 61)
    assert [(d["what"], d["declared"], d["counted"]) for d in told(document(S1), "count-mismatch")] == S1_COUNTS


def test_counts_that_are_declared() -> None:
    whole = [(d.what, d.count) for d in document(S0).document.declared if d.where.startswith("dòng")]
    assert whole[:3] == [("full", 32), ("partial", 25), ("information", 4)]
    assert ("online", 57) in whole
    assert [(d.what, d.count) for d in document(S3).document.declared] == [("full", 16), ("partial", 3)]
    assert [(d.what, d.count) for d in document(S2).document.declared] == [("processes", 18), ("processes", 4)]


def test_what_stands_in_the_findings() -> None:
    assert [(d["code"], d["rows"]) for d in told(document(S4), "duplicate-code")] == [
        ("1.004460", ["32", "47"]),
        ("2.001143", ["35", "36"]),
    ]
    assert [d["codes"] for d in told(document(S2), "duplicate-name")] == [["1.014888", "1.014889"]]
    assert [d["row"] for d in told(document(S4), "missing-level")] == ["3", "56"]
    assert [d["code"] for d in told(document(S1), "unnumbered-row")] == ["1.011938"]
    assert [d.get("code") for d in told(document(S1), "contradiction")] == [None, "2.001259"]
    [actor] = told(document(S2), "actor-mismatch")
    assert (actor["step"], actor["other_steps"]) == (2, [3, 4])


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (S0, {"k inh": "kinh", "cuả": "của"}),
        (S1, {"01/4/s024": "01/4/2024", "Miễn giám": "miễn giảm"}),
        (S2, {"kiểm định viện": "kiểm định viên", "hện trả": "hẹn trả", "Bru chính": "bưu chính"}),
        (S3, {"dịch công trực tuyến": "dịch vụ công trực tuyến"}),
        (S4, {"đường thủ tục nội địa": "đường thủy nội địa"}),
    ],
)
def test_probable_misprints_are_told_with_the_word_meant(tag: str, words: dict[object, object]) -> None:
    assert spelled(document(tag)) == words


def test_no_person_and_no_telephone_leaves_the_reader() -> None:
    for path in PUBLISHED.rglob("*"):
        if path.suffix not in (".txt", ".md") or path.name == "README.md":
            continue
        text = path.read_text(encoding="utf-8")
        people = re.findall(r"(?:Bà|Ông|đ/c)\s+([^\W\d_]+(?: [^\W\d_]+){1,3})", text)
        numbers = re.findall(r"0\d{3}[ .]?\d{3}[ .]?\d{3}", text)
        answer = str(document(path.name).to_json())
        assert not [person for person in people if person in answer]
        assert not [digits for digits in numbers if digits in answer]


def test_a_document_is_read_in_well_under_a_second() -> None:
    for path in sorted(PUBLISHED.glob("*.txt")):
        start = time.perf_counter()
        document(path.name)
        assert time.perf_counter() - start < 1, path.name
