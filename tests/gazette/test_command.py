"""`motcua gazette read` and what it ships."""

import argparse
import json
from pathlib import Path

import pytest

from motcua.gazette import read
from motcua.gazette.shipping import facts, render
from motcua.project.commands import gazette
from tests.gazette.documents import PUBLISHED, SAMPLES, SHIPPED, published

CATALOGUE = SAMPLES / "danh-muc-cot-trang.txt"
PROCESSES = SAMPLES / "quy-trinh-bang-tab.md"


def run(*arguments: str | Path) -> int:
    parser = argparse.ArgumentParser()
    gazette.add(parser)
    return gazette.run(parser.parse_args(["read", *map(str, arguments)]))


def test_one_json_object_a_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(CATALOGUE, PROCESSES, "--json") == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert list(first) == ["file", "document", "offerings", "processes", "findings"]
    assert list(first["document"]) == ["kind", "number", "date", "issuer", "province", "title", "declared"]
    assert list(first["document"]["declared"][0]) == ["what", "count", "where"]
    assert list(first["offerings"][0]) == [
        "code", "printed_code", "name", "field", "level", "change", "route", "current_level", "planned_level", "row",
    ]  # fmt: skip
    assert list(second["processes"][0]) == ["title", "field", "unit", "procedures", "steps", "total"]
    assert second["processes"][0]["steps"][0]["duration"] == "0.25"
    assert second["processes"][0]["steps"][3]["duration"] is None
    assert second["processes"][0]["total"] == "1.25"
    assert list(second["processes"][0]["steps"][0]) == ["order", "task", "actor", "duration"]
    assert list(second["findings"][0]) == ["kind", "message", "where", "data"]


def test_a_bad_file_gives_an_error_object_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "quet.pdf"
    bad.write_bytes(b"%PDF-1.4")
    assert run(bad, CATALOGUE, "--json") == 1
    refused, done = map(json.loads, capsys.readouterr().out.splitlines())
    assert list(refused) == ["file", "error"]
    assert "PDF" in refused["error"]
    assert len(done["offerings"]) == 6


def test_without_json_a_person_reads_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(CATALOGUE, PROCESSES) == 0
    out = capsys.readouterr().out
    assert "6 thủ tục: 3 toàn trình, 2 một phần, 1 cung cấp thông tin" in out
    assert "Quy trình số: 01: 4 bước, 1,25 ngày làm việc; 1.900011, 1.900012" in out


def test_shipped_facts_are_named_after_the_document(tmp_path: Path) -> None:
    assert run(CATALOGUE, PROCESSES, "--ship", tmp_path / "kho") == 0
    assert sorted(p.name for p in (tmp_path / "kho").iterdir()) == ["vinh-long-2026.json", "vinh-long-77-2025.json"]


def test_a_document_shipped_again_keeps_its_file(tmp_path: Path) -> None:
    assert run(CATALOGUE, "--ship", tmp_path, "--as", "ong") == 0
    before = (tmp_path / "ong.json").read_text(encoding="utf-8")
    assert run(CATALOGUE, "--ship", tmp_path) == 0
    assert [p.name for p in tmp_path.iterdir()] == ["ong.json"]
    assert (tmp_path / "ong.json").read_text(encoding="utf-8") == before


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kho").write_text("là tệp", encoding="utf-8")
    assert run(CATALOGUE, "--json", "--ship", tmp_path / "kho") == 1
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)["offerings"]) == 6
    assert "không ghi được" in captured.err


@pytest.mark.parametrize(
    ("name", "province", "offerings", "processes"),
    [
        ("cao-bang-858-2025", "H14", 61, 0),
        ("lang-son-2024", "H37", 48, 0),
        ("cao-bang-phu-luc-2-2026", "H14", 0, 7),
        ("ha-tinh-2023", "H27", 19, 0),
        ("quang-tri-2021", "H50", 56, 0),
    ],
)
def test_the_shipped_catalogues_hold_what_the_decisions_hold(
    name: str, province: str, offerings: int, processes: int
) -> None:
    data = json.loads((SHIPPED / f"{name}.json").read_text(encoding="utf-8"))
    assert data["document"]["province"] == province
    assert data["document"]["basis"]
    assert (len(data["offerings"]), len(data["processes"])) == (offerings, processes)


@published
def test_reading_the_published_documents_again_gives_the_shipped_files() -> None:
    fresh = {}
    for path in sorted(PUBLISHED.glob("*.txt")):
        data = facts(read(path), path.read_bytes())
        fresh[data["source_sha256"]] = render(data)
    shipped = {}
    for path in sorted(SHIPPED.glob("*.json")):
        text = path.read_text(encoding="utf-8")
        if "source_sha256" in text:
            shipped[json.loads(text)["source_sha256"]] = text
    assert len(shipped) == 5
    assert shipped == fresh
