# fmt: off
"""Kiểm chứng một hồ sơ đã xuất, không cần hệ thống (checks an exported dossier by itself). Chạy (run): python3 verify.py"""
import base64, hashlib, json, pathlib, shutil, subprocess, sys  # noqa: E401, I001
HERE, CHECK = pathlib.Path(__file__).resolve().parent, "pkeyutl -verify -pubin -inkey root.pem -rawin -in root.txt -sigfile root.sig"
wrong, links, sha256 = list[str](), list[bytes](), hashlib.sha256

def say(good: bool | None, name: str, trouble: str) -> None:
    word = {True: "ĐÚNG (ok)", False: "SAI (WRONG)", None: "CHƯA KIỂM (NOT CHECKED)"}[good]
    sys.stdout.buffer.write(f"{word} {name if good else trouble}\n".encode())
    wrong.extend([trouble] if good is False else [])

def manifest() -> None:
    seal = f"{sha256((HERE / 'manifest.json').read_bytes()).hexdigest()}  manifest.json\n".encode()
    say((HERE / "manifest.sha256").read_bytes() == seal, "manifest.json", "manifest.json, manifest.sha256: không khớp (differ)")
    there = {p.relative_to(HERE).as_posix(): sha256(p.read_bytes()).hexdigest() for p in HERE.rglob("*") if p.is_file()}
    listed = {name: entry["sha256"] for name, entry in json.loads((HERE / "manifest.json").read_bytes())["files"].items()}
    for name in sorted((listed.keys() | there.keys()) - {"manifest.json", "manifest.sha256"}):
        say(there.get(name) == listed.get(name), name, f"{name}: bị sửa, thiếu hoặc thừa (altered, missing or added)")

def events() -> None:
    contents = {sha256(p.read_bytes()).hexdigest() for p in HERE.rglob("*") if p.is_file()}
    for n, line in enumerate((HERE / "events.jsonl").read_bytes().splitlines(), 1):
        row, body = json.loads(line), json.loads(json.loads(line)["body"])
        links.append(sha256(b"".join(links[-1:]) + row["body"].encode()).digest())
        lost = {s for s in (body["data"].get("file", ""), *body["data"].get("files", [])) if len(s) == 64} - contents
        same, place = (links[-1].hex(), n) == (row["hash"], body["n"]), f"events.jsonl {n}. {body['type']}"
        say(same and not lost, place, f"{place}: {f'thiếu tệp (lost) {lost}' if lost else 'đứt chuỗi băm (chain broken)'}")
    head = json.loads((HERE / "head.json").read_bytes())
    say((head["version"], head["hash"]) == (len(links), links[-1].hex()), "head.json", "head.json: không phải cuối chuỗi (not the end)")

def proof() -> None:
    given, dossier = json.loads((HERE / "proof.json").read_bytes()), json.loads((HERE / "head.json").read_bytes())["id"]
    if not given["rooted"]:
        return say(None, "", f"gốc ký (signed root): {given['note']}")
    text, pem, upto = (HERE / "root.txt").read_bytes(), (HERE / "root.pem").read_bytes(), given["version"]
    top = sha256(b"\0" + bytes.fromhex(dossier.replace("-", "")) + upto.to_bytes(4, "big") + links[upto - 1]).digest()
    for side, beside in given["path"]:
        top = sha256(b"\1" + (bytes.fromhex(beside) + top if side == "left" else top + bytes.fromhex(beside))).digest()
    _, province, day, _, root, _, _, key = text.decode().splitlines()
    say(top.hex() == root, f"gốc (root) {province} {day}: 1–{upto}/{len(links)}", "proof.json: không dẫn tới gốc (not the root)")
    name = sha256(base64.b64decode(b"".join(pem.splitlines()[1:-1]))[-32:]).hexdigest()[:32]
    say(key.removeprefix("demo-") == name, f"khóa (key) {key}", "root.pem: khóa khác (another key)")
    return say(signed(text, pem), "chữ ký (signature)", "root.sig: riêng chữ ký (the signature); cryptography | openssl 3")

def signed(text: bytes, pem: bytes) -> bool | None:
    try:
        from cryptography.hazmat.primitives.serialization import load_pem_public_key
        return load_pem_public_key(pem).verify((HERE / "root.sig").read_bytes(), text) is None  # type: ignore
    except ImportError:
        tool = shutil.which("openssl")
        said = subprocess.run([tool, *CHECK.split()], cwd=HERE, capture_output=True).stdout if tool else b""
        return b"Verified" in said if b"Verif" in said else None

for part, names in (manifest, "manifest.json"), (events, "events.jsonl, head.json"), (proof, "proof.json, root.*"):
    try:
        part()
    except Exception as error:  # noqa: BLE001
        say(False, "", f"{names}: hỏng, không đọc được (damaged): {type(error).__name__}")
say(not wrong, "Không thấy gì bị sửa (nothing altered).", f"{len(wrong)} chỗ sai: hồ sơ đã bị sửa (ALTERED).")
sys.exit(bool(wrong))
