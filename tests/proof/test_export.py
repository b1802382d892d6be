"""An exported dossier is checked by its own script, with nothing but Python, and one byte anywhere is noticed by name."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from motcua.ops import root
from motcua.project.commands import export_dossier
from motcua.records.files.models import Attachment
from motcua.records.files.store import blob
from motcua.usecases import exporting
from motcua.usecases.errors import Unknown
from motcua.usecases.exporting import Unfit
from tests.proof.insider import forge
from tests.store.test_acts_through_the_store import file
from tests.world import at

SAYS = {"vi": "Không thấy gì bị sửa", "en": "nothing altered"}


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path))
    monkeypatch.delenv("MOTCUA_ROOT_KEY", raising=False)


@pytest.fixture
def signed(ended):
    """Five dossiers stood at the end of the day on which it was delivered, so the path has several steps."""
    for minute in range(4):
        file(f"2026-11-18 09:0{minute}")
    root.make_due(at("2026-11-20 08:00"))
    return ended


def export(head, to: Path, when: str = "2026-11-20 09:00") -> exporting.Exported:
    return exporting.export("H14", head.code, to, now=at(when), public_url="https://motcua.example", demo=False)


def verified(folder: Path, *flags: str, **environment: str) -> tuple[int, str]:
    """The script as a stranger runs it: isolated, without site-packages, from another folder."""
    done = subprocess.run(
        [sys.executable, "-I", *(flags or ("-S",)), str(folder / "verify.py")],
        cwd="/",
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_whole_export_is_found_whole_without_the_system(signed, tmp_path):
    done = export(signed, tmp_path / "out")
    assert (done.events, done.files, done.day) == (11, 3, "2026-11-18")
    assert done.papers == len(list((tmp_path / "out" / "papers").iterdir())) >= 3
    code, said = verified(tmp_path / "out")
    assert code == 0, said
    assert all(words in said for words in SAYS.values()) and "chữ ký (signature)" in said and "1–11/11" in said


def test_the_script_is_short_enough_to_be_read_and_imports_nothing_of_ours(signed, tmp_path):
    export(signed, tmp_path / "out")
    script = (tmp_path / "out" / "verify.py").read_text("utf-8")
    assert len(script.splitlines()) <= 60
    assert "motcua" not in script


@pytest.mark.parametrize(
    ("flags", "path", "word"),
    [
        (("-u",), None, "ĐÚNG (ok) chữ ký"),
        (("-S",), None, "ĐÚNG (ok) chữ ký"),
        (("-S",), "/nowhere", "CHƯA KIỂM (NOT CHECKED)"),
    ],
    ids=["with cryptography", "with openssl", "with neither"],
)
def test_the_signature_is_checked_with_whatever_is_there_and_otherwise_said_not_to_be(
    signed, tmp_path, flags, path, word
):
    export(signed, tmp_path / "out")
    code, said = verified(tmp_path / "out", *flags, **({"PATH": path} if path else {}))
    assert code == 0 and word in said, said


FILES = (
    "README.txt", "events.jsonl", "head.json", "manifest.json", "manifest.sha256", "proof.json", "reckoning.txt",
    "root.pem", "root.sig", "root.txt", "papers", "files",
)  # fmt: skip


def test_one_flipped_byte_is_noticed_and_its_file_is_named(signed, tmp_path):
    export(signed, tmp_path / "out")
    kinds = sorted(p.relative_to(tmp_path / "out").parts[0] for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert set(kinds) == {*FILES, "verify.py"}
    for name in FILES:
        broken = tmp_path / f"broken-{name}"
        shutil.copytree(tmp_path / "out", broken)
        hurt = next(p for p in [broken / name, *sorted((broken / name).glob("*"))] if p.is_file())
        flip(hurt)
        code, said = verified(broken)
        wrong = [line for line in said.splitlines() if line.startswith("SAI")]
        assert code == 1 and any(hurt.relative_to(broken).as_posix() in line for line in wrong), (name, said)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_a_changed_script_names_itself(signed, tmp_path):
    export(signed, tmp_path / "out")
    script = tmp_path / "out" / "verify.py"
    script.write_text(script.read_text("utf-8").replace("checks an exported", "cheeks an exported"), "utf-8")
    code, said = verified(tmp_path / "out")
    assert code == 1 and "SAI (WRONG) verify.py" in said


def seal(folder: Path) -> None:
    """What a forger with the folder does after changing it: makes the manifest fit again."""
    from hashlib import sha256

    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for name, entry in manifest["files"].items():
        if (folder / name).exists():
            entry["sha256"] = sha256((folder / name).read_bytes()).hexdigest()
    manifest["files"] = {name: entry for name, entry in manifest["files"].items() if (folder / name).exists()}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    (folder / "manifest.sha256").write_text(
        sha256((folder / "manifest.json").read_bytes()).hexdigest() + "  manifest.json\n"
    )


def edited(name: str, old: str, new: str):
    def edit(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def rechained(folder: Path) -> None:
    """The last event changed, and every hash behind it, head included."""
    from hashlib import sha256

    lines = [json.loads(line) for line in (folder / "events.jsonl").read_text("utf-8").splitlines()]
    lines[-1]["body"] = lines[-1]["body"].replace("counter", "post")
    last = sha256(bytes.fromhex(lines[-2]["hash"]) + lines[-1]["body"].encode()).hexdigest()
    head = json.loads((folder / "head.json").read_text("utf-8"))
    lines[-1]["hash"] = head["hash"] = last
    (folder / "events.jsonl").write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    (folder / "head.json").write_text(json.dumps(head), "utf-8")


def without_result(folder: Path) -> None:
    next((folder / "files").glob("*result*")).unlink()


FORGED = [
    ("an event is edited", edited("events.jsonl", "counter", "post"), "SAI (WRONG) events.jsonl 11. ResultDelivered"),
    ("an event and all hashes behind it", rechained, "SAI (WRONG) proof.json"),
    ("the head's version", edited("head.json", '"version": 11', '"version": 12'), "SAI (WRONG) head.json"),
    ("the result is taken out", without_result, "SAI (WRONG) events.jsonl 10. ResultRegistered"),
    ("the day of the root", edited("root.txt", "2026-11-18", "2026-11-17"), "root.*"),
    ("the root itself", lambda folder: rechained(folder) or refit_root(folder), "root.*"),
]


def refit_root(folder: Path) -> None:
    """The changed dossier's own root put into the statement: only the signature stands in the way."""
    from hashlib import sha256

    proof = json.loads((folder / "proof.json").read_text("utf-8"))
    head = json.loads((folder / "head.json").read_text("utf-8"))
    raw = bytes.fromhex(head["id"].replace("-", "")) + proof["version"].to_bytes(4, "big") + bytes.fromhex(head["hash"])
    top = sha256(b"\0" + raw).digest()
    for side, beside in proof["path"]:
        pair = bytes.fromhex(beside) + top if side == "left" else top + bytes.fromhex(beside)
        top = sha256(b"\1" + pair).digest()
    lines = (folder / "root.txt").read_text().split("\n")
    lines[4] = top.hex()
    (folder / "root.txt").write_text("\n".join(lines))


@pytest.mark.parametrize(("story", "forge_", "named"), FORGED, ids=[row[0] for row in FORGED])
@pytest.mark.parametrize("flag", ["-S", "-u"], ids=["openssl", "cryptography"])
def test_a_forger_who_makes_the_manifest_fit_is_stopped_by_chain_root_or_signature(
    signed, tmp_path, story, forge_, named, flag
):
    folder = tmp_path / "out"
    export(signed, folder)
    forge_(folder)
    seal(folder)
    code, said = verified(folder, flag)
    wanted = named.replace("root.*", "root.sig" if flag == "-S" else "proof.json, root.*")
    assert code == 1 and wanted in said, said


def test_a_dossier_whose_day_is_not_over_says_plainly_that_it_is_not_rooted(ended, tmp_path):
    done = export(ended, tmp_path / "out", "2026-11-18 09:00")
    code, said = verified(tmp_path / "out")
    assert done.day is None and code == 0 and "CHƯA KIỂM (NOT CHECKED) gốc ký (signed root)" in said


def test_what_was_signed_earlier_is_proved_and_the_rest_is_said_not_to_be(ended, tmp_path):
    root.make_due(at("2026-11-18 08:30"))
    done = export(ended, tmp_path / "out", "2026-11-18 09:00")
    code, said = verified(tmp_path / "out")
    assert (done.day, code) == ("2026-11-17", 0) and "1–10/11" in said


def test_an_existing_folder_and_an_unknown_code_are_refused(ended, tmp_path):
    (tmp_path / "there").mkdir()
    with pytest.raises(FileExistsError):
        export(ended, tmp_path / "there")
    with pytest.raises(Unknown):
        exporting.export(
            "H14", "H14.20-990101-0001", tmp_path / "x", now=at("2026-11-20 09:00"), public_url="", demo=False
        )


def test_a_dossier_with_a_lost_file_or_an_altered_log_is_not_exported_and_leaves_nothing_behind(signed, tmp_path):
    forge(signed, 11, lambda raw: raw.update(by="x"))
    with pytest.raises(Unfit, match="motcua verify"):
        export(signed, tmp_path / "out")
    blob(Attachment.objects.get(slot="don").sha256).unlink()
    with pytest.raises(Unfit, match="không còn trong kho"):
        export(signed, tmp_path / "out")
    assert [p.name for p in tmp_path.iterdir() if "out" in p.name] == []


def test_names_in_the_folder_are_safe_and_the_original_stands_in_the_manifest(ended, tmp_path):
    Attachment.objects.filter(slot="don").update(name="../Đơn đề nghị: số 1?.pdf")
    export(ended, tmp_path / "out")
    files = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["files"]
    assert files["files/01-don-de-nghi--so-1.pdf"]["name"] == "../Đơn đề nghị: số 1?.pdf"
    assert oct((tmp_path / "out").stat().st_mode)[-3:] == "700"


def test_the_command_writes_one_line_about_what_left_and_nothing_about_whom(signed, tmp_path, monkeypatch, capsys):
    import argparse

    monkeypatch.setattr(export_dossier, "boot", lambda: None)
    parser = argparse.ArgumentParser()
    export_dossier.add(parser)
    assert export_dossier.run(parser.parse_args([signed.code, "--to", str(tmp_path / "out")])) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "out")
    line = (tmp_path / "log" / "exports.log").read_text("utf-8")
    assert signed.code in line and "Suối Trong" not in line
    assert export_dossier.run(parser.parse_args([signed.code, "--to", str(tmp_path / "out")])) == 2
    assert export_dossier.run(parser.parse_args(["H14.20-990101-0001", "--to", str(tmp_path / "y")])) == 2
