"""A field is read in the order label, hint, error, input, and a screen reader hears the same."""

import re

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation


class Device(forms.Form):
    year = forms.RegexField(
        r"^\d{4}$", label="Năm sản xuất", help_text="Xem trên nhãn máy.", error_messages={"invalid": "Nhập đủ 4 chữ số"}
    )
    voltage = forms.IntegerField(label="Điện áp", required=False)
    way = forms.ChoiceField(
        label="Cách nhận", choices=[("a", "Trực tuyến"), ("b", "Bưu điện")], widget=forms.RadioSelect
    )
    consent = forms.BooleanField(label="Tôi đã đọc", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("PDF gửi lên không mở được")


@pytest.fixture
def form():
    return Device({"year": "19", "voltage": "150"})


def rendered(source, form):
    with translation.override("vi"):
        return Template("{% load ui %}" + source).render(Context({"form": form}))


def test_label_hint_error_and_input_stand_in_this_order(form):
    html = rendered("{% field form.year %}", form)
    places = [html.index(part) for part in ('<label for="id_year"', 'id="id_year-hint"', 'id="id_year-err"', "<input")]
    assert places == sorted(places)


def test_the_input_hears_its_hint_its_error_and_its_unit(form):
    html = rendered('{% field form.year unit="năm" %}', form)
    assert 'aria-describedby="id_year-hint id_year-err id_year-unit"' in html
    assert 'aria-invalid="true"' in html
    assert '<span class="vh">Lỗi: </span>Nhập đủ 4 chữ số' in html


def test_every_id_that_is_described_exists(form):
    for name in form.fields:
        html = rendered("{% field form." + name + ' unit="kV" %}', form)
        named = " ".join(re.findall(r'aria-describedby="([^"]*)"', html)).split()
        assert [ident for ident in named if f'id="{ident}"' not in html] == []


def test_a_field_without_fault_says_nothing_of_errors(form):
    html = rendered("{% field form.voltage %}", form)
    assert "aria-invalid" not in html
    assert "aria-describedby" not in html
    assert 'class="err"' not in html


def test_the_typed_value_is_kept_after_an_error(form):
    assert 'value="19"' in rendered("{% field form.year %}", form)


def test_optional_fields_say_so_and_required_ones_do_not(form):
    assert "(không bắt buộc)" in rendered("{% field form.voltage %}", form)
    assert "(không bắt buộc)" not in rendered("{% field form.year %}", form)


def test_choices_stand_in_a_fieldset_with_a_label_each(form):
    html = rendered("{% field form.way %}", form)
    assert html.index("<fieldset") < html.index("<legend>Cách nhận") < html.index('<label class="pick" for="id_way_0">')
    assert html.count('type="radio"') == 2


def test_a_check_box_stands_before_its_label(form):
    html = rendered("{% field form.consent %}", form)
    assert html.index('type="checkbox"') < html.index("Tôi đã đọc")


def test_a_hidden_field_shows_nothing(form):
    assert rendered("{% field form.token %}", form).strip().startswith('<input type="hidden"')


def test_width_tells_the_expected_length(form):
    assert 'class="w8"' in rendered("{% field form.voltage width=8 %}", form)


def test_the_summary_links_every_error_to_its_input(form):
    html = rendered("{% error_summary form %}", form)
    assert "Có 3 chỗ cần sửa" in html
    assert '<a href="#id_year">Năm sản xuất: nhập đủ 4 chữ số</a>' in html
    assert '<a href="#id_way_0">' in html, "a group is reached at its first choice"
    assert "<li>PDF gửi lên không mở được</li>" in html
    assert 'role="alert"' in html
    assert 'tabindex="-1"' in html


def test_a_sound_form_has_no_summary():
    assert rendered("{% error_summary form %}", Device()).strip() == ""
