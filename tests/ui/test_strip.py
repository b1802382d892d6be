"""The calendar strip: what is drawn, what is heard, what is left out."""

import re
from datetime import date, timedelta

from django.template import Context, Template
from django.utils import translation

from motcua.ui import samples, strips


def drawn(days, **options):
    with translation.override("vi"):
        arguments = " ".join(f"{name}={value!r}" for name, value in options.items())
        return Template("{% load ui %}{% strip days " + arguments + " %}").render(Context({"days": days}))


def working(on, kind="counted"):
    return {
        "date": on,
        "kind": "off" if on.isoweekday() > 5 else "work",
        "segments": [(kind, 0, 1)] * (on.isoweekday() < 6),
    }


def test_every_day_is_one_item_with_a_sentence_for_the_ear():
    html = drawn(samples.strip())
    assert html.count('<span class="vh">') == html.count('<li class="d') == 15
    assert "Thứ Tư 18/11: tính 5 giờ, dừng từ 14:30" in html
    assert "Chủ nhật 22/11: nghỉ cuối tuần, hôm nay" in html
    assert "Thứ Ba 24/11: Ngày Văn hóa Việt Nam" in html
    assert "Thứ Năm 26/11: dự kiến tính, đến hạn, 15:00" in html


def test_what_is_drawn_is_hidden_from_the_ear():
    html = drawn(samples.strip(), legend=False)
    assert html.count('<span aria-hidden="true">') == 15


def test_a_bar_is_as_wide_as_the_counted_share_of_the_session_minutes():
    cell = strips.cells(samples.strip())[0]
    assert [(s.kind, s.x, s.width) for s in cell.segments] == [("counted", "31.25%", "68.75%")]
    assert cell.outline == "counted", "the rest of the day keeps an empty frame"
    assert 'x="31.25%" width="68.75%"' in drawn(samples.strip())


def test_counted_and_paused_share_one_day():
    wednesday = strips.cells(samples.strip())[6]
    assert [(s.kind, s.x, s.width) for s in wednesday.segments] == [
        ("counted", "0%", "62.5%"),
        ("paused", "62.5%", "37.5%"),
    ]
    assert wednesday.outline == ""


def test_the_month_is_written_on_the_first_day_and_where_it_changes():
    days = [working(date(2026, 11, 27) + timedelta(days=n)) for n in range(6)]
    assert [cell.number for cell in strips.cells(days)] == ["27/11", "28", "29", "30", "01/12", "02"]


def test_the_flag_turns_back_before_the_end_of_the_day():
    days = [working(date(2026, 11, 26)) | {"due_share": share} for share in (0.85, 0.86, 1)]
    turned = [(cell.due, cell.flag_left) for cell in strips.cells(days)]
    assert turned == [("85%", False), ("86%", True), ("98.5%", True)], "the pole stays inside its day"


def test_more_than_six_weeks_leave_out_whole_counted_weeks_and_say_how_many():
    days = [working(date(2026, 11, 5) + timedelta(days=n)) for n in range(60)]
    days[-1]["due_share"] = 0.5
    cells = strips.cells(days)
    assert [cell.gap for cell in cells if cell.gap] == ["… 7 tuần, 35 ngày …"]
    assert len(cells) == 4 + 1 + 7, "four days before the first Monday, the gap, the week of the due instant"


def test_a_week_with_a_pause_or_a_holiday_is_never_left_out():
    days = [working(date(2026, 11, 2) + timedelta(days=n)) for n in range(49)]
    days[15] = working(date(2026, 11, 17), "paused")
    days[22]["kind"] = "holiday"
    assert [cell.gap for cell in strips.cells(days) if cell.gap] == ["… 2 tuần, 10 ngày …", "… 3 tuần, 15 ngày …"]


def test_the_legend_explains_only_the_kinds_in_use():
    html = drawn([working(date(2026, 11, 23) + timedelta(days=n)) for n in range(3)])
    legend = html[html.index('<ul class="legend"') :]
    assert "Đã tính" in legend
    assert not re.search("Tạm dừng|Dự kiến|Nghỉ lễ|đến hạn|cuối tuần", legend)


def test_objects_with_attributes_do_as_well_as_dicts():
    class Day:
        date = date(2026, 11, 23)
        kind = "work"
        segments = (("waiting", 0, 1),)

    assert strips.cells([Day()])[0].spoken == "Thứ Hai 23/11: chờ tiếp nhận"


def test_the_strip_carries_no_style_attribute():
    assert "style=" not in drawn(samples.strip()) + drawn(samples.long_strip())
