"""What the shipped readings become in the catalogue. The figures are those of domain.md §7, document by document."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from motcua.domain.fees import Published, conflicts
from motcua.domain.procedures import StepKind, ways_to_file
from motcua.ops.demo import catalogue, directory
from motcua.ops.demo.world import provinces
from motcua.records.catalogue import queries
from motcua.records.catalogue.models import Decision, FeeRow, OfferingRow, ProcessRow
from motcua.usecases.publish import Issue, Supplement, publish

LANG_SON_RULE = "Kế hoạch 179/KH-UBND ngày 11/8/2022"


@pytest.fixture
def published(empty):
    results = {}
    for code in provinces():
        directory.create(code)
        names = [name for name, issue in catalogue.ISSUES.items() if issue.province == code]
        results |= dict(zip(names, catalogue.create(code), strict=True))
    return results


def rows(issue):
    return OfferingRow.objects.filter(decision_id=issue)


@pytest.mark.parametrize(
    ("issue", "levels", "processes"),
    [
        # S0: 32 full, 25 partial, 4 information; no process of its own.
        ("H14-858-2025", {"full": 32, "partial": 25, "information": 4}, 0),
        # S2: 18 coded and 4 uncoded procedures in seven processes; no level, so the demo's.
        ("H14-pl2-2026", {"full": 22}, 7),
        # S1: 47 on the province's system and one elsewhere.
        ("H37-tb-2024", {"full": 43, "partial": 5}, 0),
        # S3: 16 and 3, as the document declares.
        ("H27-cv-2023", {"full": 16, "partial": 3}, 0),
        # S4: 54 distinct of 56 rows; old levels 2, 3, 4 are 41, 8, 3 of them, two have none.
        ("H50-kh08-2021", {"information": 41, "partial": 8, "full": 3, "": 2}, 0),
    ],
)
def test_every_shipped_document_has_its_rows_levels_and_processes(published, issue, levels, processes):
    assert Counter(rows(issue).values_list("level", flat=True)) == levels
    assert ProcessRow.objects.filter(decision_id=issue).count() == processes


@pytest.mark.parametrize(
    ("process", "unit", "total", "budgets", "procedures"),
    [
        ("01", "working_day", "3", "0.25 0.5 1.25 0.5 0.25 0.25 -", 5),
        ("02", "working_day", "3", "0.25 0.5 0.75 0.5 0.25 0.25 0.5 -", 1),
        ("03", "working_day", "5", "0.25 0.5 1.5 0.5 0.5 0.25 1.5 -", 2),
        ("04", "working_day", "7", "0.25 0.5 4 1.25 0.5 0.5 -", 8),
        ("05", "working_day", "10", "0.25 0.5 7 1.25 0.5 0.5 -", 2),
        ("06", "day", "60", "0.25 10.25 30 5 5 0.5 9 -", 1),
        ("07", "day", "15", "0.25 0.75 5 2 0.5 0.5 6 -", 3),
    ],
)
def test_the_seven_processes_keep_their_times_steps_and_procedures(
    published, process, unit, total, budgets, procedures
):
    row = ProcessRow.objects.get(pk=f"H14-pl2-2026-{process}")
    steps = queries.as_process(row).steps
    assert (row.unit, row.total) == (unit, Decimal(total))
    assert " ".join(str(s.budget) if s.budget is not None else "-" for s in steps) == budgets
    assert sum(s.budget for s in steps if s.budget is not None) == row.total
    kinds = ["reception", "assignment", "work", "review", "approval", "registration", "province", "delivery"]
    assert [s.kind for s in steps] == [k for k in kinds if k != "province" or len(steps) == 8]
    assert rows("H14-pl2-2026").filter(process=row).count() == procedures
    assert not row.assumed


def test_the_steps_of_the_published_processes_lie_with_the_units_that_they_name(published):
    for row in ProcessRow.objects.filter(decision_id="H14-pl2-2026").exclude(pk__endswith="-06"):
        units = {s.kind: s.unit for s in queries.as_process(row).steps}
        assert units[StepKind.ASSIGNMENT] == units[StepKind.WORK] == units[StepKind.REVIEW] == "H14.19.02"
        assert units[StepKind.APPROVAL] == units[StepKind.REGISTRATION] == "H14.19"
        assert units.get(StepKind.PROVINCE, "H14.00.01") == "H14.00.01"


def test_the_sandbox_licence_is_given_out_by_one_division_and_worked_on_by_another(published):
    """As printed, misspelling included; the gazette warns of it, publishing does not correct it."""
    steps = queries.as_process(ProcessRow.objects.get(pk="H14-pl2-2026-06")).steps
    assert [s.unit for s in steps[1:4]] == ["H14.19.03", "H14.19.02", "H14.19.02"]


def test_most_procedures_ask_for_no_fee_and_whatever_is_asked_is_marked_as_assumed(published):
    today = date(2026, 11, 22)
    states = Counter(queries.fees(pk).published(today) for pk in OfferingRow.objects.values_list("pk", flat=True))
    assert set(states) == set(Published)
    assert min(states.values()) > 20 and states["charged"] < sum(states.values()) / 2
    assert not FeeRow.objects.exclude(assumed=True, basis__startswith="giả định").exists()
    marked = OfferingRow.objects.filter(assumed__contains=["fees"])
    assert set(marked.values_list("pk", flat=True)) == set(FeeRow.objects.values_list("offering_id", flat=True))


def test_nobody_stands_between_two_rows_of_a_shipped_schedule(published):
    for pk in FeeRow.objects.values_list("offering_id", flat=True).distinct():
        assert conflicts(queries.fees(pk).tariffs) == ()


def test_a_procedure_of_another_system_has_no_fee_of_ours(published):
    elsewhere = rows("H37-tb-2024").get(code="2.001259")
    assert queries.fees(elsewhere.pk).published(date(2026, 11, 22)) is Published.NOT and "fees" not in elsewhere.assumed


def test_lang_son_receives_online_and_by_post_only_by_a_rule_of_its_document(published):
    elsewhere = rows("H37-tb-2024").get(code="2.001259")
    assert (elsewhere.route, elsewhere.route_url) == ("single_window", "http://motcuabkhn.most.gov.vn")
    assert elsewhere.process is None and not elsewhere.details and not elsewhere.online_only_basis
    others = [queries.as_offering(r) for r in rows("H37-tb-2024").exclude(code="2.001259").select_related("decision")]
    assert len(others) == 47
    for offering in others:
        ways = ways_to_file(offering)
        assert (ways.online, ways.counter, ways.post, offering.online_only_basis) == (True, False, True, LANG_SON_RULE)
        assert "online_only_basis" not in offering.assumed


def test_an_unpublished_level_opens_no_online_form(published):
    unpublished = [queries.as_offering(r) for r in rows("H50-kh08-2021").filter(level="").select_related("decision")]
    assert {o.code for o in unpublished} == {"2.001207", "1.006222"}
    assert all(o.level is None and not ways_to_file(o).online and ways_to_file(o).counter for o in unpublished)


def test_old_levels_are_converted_and_marked_and_kept(published):
    for row in rows("H50-kh08-2021").exclude(current_level=None):
        assert row.level == {2: "information", 3: "partial", 4: "full"}[row.current_level]
        assert "level" in row.assumed and row.planned_level in (3, 4)


def test_a_procedure_that_stands_twice_in_the_list_is_published_once_and_said(published):
    for code in ("2.001143", "1.004460"):
        assert rows("H50-kh08-2021").filter(code=code).count() == 1
        assert any(code in warning for warning in published["quang-tri-2021"].warnings)
    assert all(not result.warnings for name, result in published.items() if name != "quang-tri-2021")


def test_procedures_without_a_code_have_distinct_rows(published):
    uncoded = rows("H27-cv-2023")
    assert set(uncoded.values_list("code", flat=True)) == {None}
    assert uncoded.count() == 19 and rows("H14-pl2-2026").filter(code=None).count() == 4


def test_two_procedures_of_one_name_are_two(published):
    pair = rows("H14-pl2-2026").filter(code__in=("1.014888", "1.014889"))
    assert len({r.name for r in pair}) == 1 and pair.count() == 2


def test_whatever_no_document_says_is_marked_on_its_row_and_nothing_else_is(published):
    for row in OfferingRow.objects.select_related("process"):
        assumed, read = set(row.assumed), row.decision_id
        assert set(row.details) <= assumed
        assert ("process" in assumed) == bool(row.process and row.process.assumed)
        assert ("level" in assumed) == (bool(row.level) and read in ("H14-pl2-2026", "H50-kh08-2021"))
        assert ("effective_from" in assumed) == (read == "H14-pl2-2026")
        assert ("field" in assumed) == (row.route == "single_window")
    assert set(Decision.objects.filter(assumed=True).values_list("kind", flat=True)) == {"processes"}
    assert not ProcessRow.objects.filter(assumed=False).exclude(decision_id="H14-pl2-2026").exists()


def test_a_default_process_shares_out_its_whole_time_in_the_division_of_the_field(published):
    for row in ProcessRow.objects.filter(assumed=True):
        process = queries.as_process(row)
        assert len(process.steps) == 7 and sum(b for b in process.budgets if b) == process.total
        assert process.budgets[-1] is None
        assert len({s.unit for s in process.steps[1:4]}) == 1 and process.steps[2].unit.startswith(
            f"{row.province}.19.0"
        )
    declared = rows("H14-858-2025").get(code="2.002385").process
    assert (declared.total, declared.unit) == (3, "working_day")


def test_publishing_again_changes_nothing(published):
    def everything():
        models = (Decision, ProcessRow, OfferingRow)
        return [list(model.objects.order_by("pk").values()) for model in models]

    before = everything()
    assert [catalogue.publish_one(name) for name in catalogue.ISSUES] == list(published.values())
    assert everything() == before


# Rules that the shipped documents do not need, on invented ones.


def reading(*offerings, day="2026-05-04"):
    document = {"kind": "catalogue", "number": "1/QĐ-UBND", "date": day}
    return {"document": document, "offerings": list(offerings), "processes": []}


def row(code, name="Thủ tục mẫu", **more):
    return {"code": code, "name": name, "field": "Lĩnh vực mẫu", "level": "full", **more}


def issue(pk, start=None):
    return Issue(id=pk, province="H14", agency="H14.19", words=f"Quyết định {pk}", effective_from=start)


@pytest.mark.parametrize(
    ("change", "ended", "in_force"),
    [("repealed", date(2026, 6, 1), 0), ("amended", date(2026, 6, 1), 1), (None, date(2026, 6, 1), 1)],
)
def test_a_later_decision_ends_what_it_repeals_or_publishes_anew(empty, change, ended, in_force):
    publish(reading(row("1.000001"), row("1.000002")), issue("1", date(2026, 1, 1)), Supplement())
    result = publish(reading(row("1.000001", change=change)), issue("2", date(2026, 6, 1)), Supplement())
    assert (result.ended, rows("H14-1").get(code="1.000001").effective_to) == (1, ended)
    assert OfferingRow.objects.filter(code="1.000001", effective_to=None).count() == in_force
    assert rows("H14-1").get(code="1.000002").effective_to is None


def test_an_older_decision_published_late_ends_nothing(empty):
    publish(reading(row("1.000001")), issue("2", date(2026, 6, 1)), Supplement())
    assert publish(reading(row("1.000001")), issue("1", date(2026, 1, 1)), Supplement()).ended == 0


def test_an_undated_decision_ends_nothing_and_says_so(empty):
    publish(reading(row("1.000001")), issue("1", date(2026, 1, 1)), Supplement())
    result = publish(reading(row("1.000001"), day=None), issue("2"), Supplement())
    assert result.ended == 0 and "ngày hiệu lực" in result.warnings[0]


def test_names_that_begin_alike_stay_two_rows(empty):
    name = "Đề nghị thử nghiệm có kiểm soát sản phẩm ứng dụng công nghệ số "
    result = publish(reading(row(None, name + "lần một"), row(None, name + "lần hai")), issue("1"), Supplement())
    assert result.offerings == 2 and rows("H14-1").count() == 2


PRICE = {"name": "Lệ phí", "kind": "le_phi", "amount": 150000, "basis": "Nghị quyết 1"}


def test_fees_are_published_once_and_again_changes_nothing(empty):
    priced = Supplement(fees={"1.000001": [PRICE, PRICE | {"amount": 100000, "channels": ["online"]}]})
    for _ in range(2):
        publish(reading(row("1.000001"), row("1.000002")), issue("1", date(2026, 1, 1)), priced)
    assert [r.amount for r in queries.fees("H14-1.000001-1").tariffs] == [150000, 100000]
    assert queries.fees("H14-1.000002-1").tariffs == ()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ([PRICE, PRICE | {"amount": 1}], "2 dòng của biểu phí"),
        ([PRICE | {"channels": ["fax"]}], "fax"),
        ([PRICE | {"amount": -5}], "từ 0 đồng"),
        ([PRICE | {"from": "15/8/2026"}], "15/8/2026"),
        ([{"kind": "phi", "name": "Phí", "amount": 5}], "basis"),
    ],
)
def test_a_schedule_that_cannot_be_understood_stops_the_publication_with_its_reason(empty, wrong, said):
    with pytest.raises(ValueError, match="H14-1.000001-1") as caught:
        publish(reading(row("1.000001")), issue("1", date(2026, 1, 1)), Supplement(fees={"1.000001": wrong}))
    assert said in str(caught.value) and not OfferingRow.objects.exists() and not FeeRow.objects.exists()


@pytest.mark.parametrize(
    ("pk", "supplement"),
    [
        ("a-name-much-too-long-for-the-ids-of-its-rows-and-then-some", Supplement()),
        ("1", Supplement(default_process=catalogue.read("assumptions")["default_process"], allowances={"*": "1"})),
    ],
)
def test_what_cannot_be_published_writes_nothing(empty, pk, supplement):
    with pytest.raises(ValueError):
        publish(reading(row("1.000001")), issue(pk), supplement)
    assert not OfferingRow.objects.exists() and not Decision.objects.exists() and not ProcessRow.objects.exists()
