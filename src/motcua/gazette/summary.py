"""A reading in a few Vietnamese lines, for a person at a terminal."""

from collections import Counter

from motcua.gazette.values import Level, Process, Reading, number

_KINDS = {
    "catalogue": "danh mục thủ tục",
    "processes": "quy trình nội bộ",
    "mixed": "danh mục và quy trình nội bộ",
    "plan": "kế hoạch",
    "notice": "thông báo, công văn",
    "repeal": "bãi bỏ thủ tục",
}
_LEVELS: dict[Level | None, str] = {
    "full": "toàn trình",
    "partial": "một phần",
    "information": "cung cấp thông tin",
    None: "không ghi mức độ",
}
_UNITS = {"working_day": "ngày làm việc", "day": "ngày", "hour": "giờ", None: "(không rõ đơn vị)"}


def summary(reading: Reading) -> str:
    """The document, its levels, its processes and what does not fit."""
    document = reading.document
    lines = [reading.file, f"  {document.basis} ({_KINDS[document.kind]}; mã tỉnh {document.province or 'không rõ'})"]
    if document.title:
        lines.append(f"  {document.title}")
    if reading.offerings:
        counts = Counter(o.level for o in reading.offerings)
        levels = ", ".join(f"{counts[level]} {words}" for level, words in _LEVELS.items() if counts[level])
        lines.append(f"  {len(reading.offerings)} thủ tục: {levels}")
    if reading.processes:
        lines.append(f"  {len(reading.processes)} quy trình")
        lines += [f"    {_process(process)}" for process in reading.processes]
    if not reading.offerings and not reading.processes:
        lines.append("  Không nhận ra danh mục thủ tục hay quy trình nào trong tệp này")
    lines.append(f"  {len(reading.findings)} điểm cần xem lại" if reading.findings else "  Không có điểm nào lệch")
    lines += [f"    [{f.kind}] {f.message} ({f.where})" for f in reading.findings]
    return "\n".join(lines)


def _process(process: Process) -> str:
    total = f"{(number(process.total) or '?').replace('.', ',')} {_UNITS[process.unit]}"
    served = ", ".join(p.code or "chưa có mã" for p in process.procedures) or "không rõ thủ tục"
    return f"{process.label or 'Quy trình'}: {len(process.steps)} bước, {total}; {served}"
