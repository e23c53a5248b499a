from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from desktop_app.charts.layout.lettering import Lettering, set_line
from desktop_app.charts.looks import face

pytestmark = pytest.mark.usefixtures("qtbot")

TEXT = "For every 1,000 people who arrived, 17 were returned"


@pytest.fixture
def letters() -> Lettering:
    return Lettering()


def test_a_wrapped_text_keeps_its_words_and_its_width(letters: Lettering) -> None:
    lines = letters.wrapped(TEXT, 20, 200)
    assert " ".join(lines) == TEXT
    assert len(lines) > 1
    assert all(letters.width(line, 20) <= 200 for line in lines)


def test_a_word_wider_than_the_line_stands_alone(letters: Lettering) -> None:
    assert letters.wrapped("a extraordinarily b", 20, 30) == ["a", "extraordinarily", "b"]


def test_a_text_that_fits_is_one_line(letters: Lettering) -> None:
    assert letters.wrapped(TEXT, 20, 2000) == [TEXT]
    assert letters.wrapped("", 20, 100) == []


def test_a_shortened_text_fits_and_says_that_it_is_shortened(letters: Lettering) -> None:
    short = letters.shortened(TEXT, 20, 100)
    assert short.endswith("…")
    assert letters.width(short, 20) <= 100
    assert letters.shortened(TEXT, 20, 2000) == TEXT


def test_twice_the_size_is_twice_the_width(letters: Lettering) -> None:
    assert letters.width(TEXT, 40) == pytest.approx(2 * letters.width(TEXT, 20), rel=0.02)


def test_digits_are_equally_wide_so_that_numbers_stand_in_columns(letters: Lettering) -> None:
    assert letters.width("1,111", 20) == letters.width("8,888", 20)


def test_what_was_made_for_a_text_holds_it_whatever_the_sum_of_lengths(letters: Lettering) -> None:
    width, gap = letters.width("C-014", 14), 8.4
    assert all(
        letters.shortened("C-014", 14, (left + width + gap) - left - gap) == "C-014"
        for left in (0.1 * step for step in range(300))
    )


class TestFace:
    @pytest.mark.parametrize("bold", [False, True])
    def test_every_chart_has_the_same_letters_on_every_machine(self, letters: Lettering, bold: bool) -> None:
        used = QFontInfo(letters.font(20, bold))
        assert used.family() == face.FAMILY
        assert used.weight() == (QFont.Weight.DemiBold if bold else QFont.Weight.Normal)

    def test_a_view_of_the_window_may_have_those_of_the_window(self) -> None:
        assert QFontInfo(Lettering(QFont().family()).font(20)).family() == QFontInfo(QFont()).family()

    @pytest.mark.parametrize("text", ["ÉÅÖgjpqyÇ|()[]{}", "1,234", "–—…−→"])
    @pytest.mark.parametrize("bold", [False, True])
    def test_letters_stay_in_their_boxes(self, letters: Lettering, text: str, bold: bool) -> None:
        word = set_line(letters, text, 0, 0, 40, "", bold)
        ink = QFontMetricsF(letters.font(40, bold)).tightBoundingRect(text)
        assert word.baseline + ink.top() >= -1
        assert word.baseline + ink.bottom() <= word.box.height + 1

    def test_what_the_face_lacks_is_still_measured(self, letters: Lettering) -> None:
        assert letters.width("المملكة", 20) > 0

    def test_its_licence_comes_with_it(self) -> None:
        folder = face.files()[QFont.Weight.Normal].parent
        assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "LICENSE.txt").read_text(encoding="utf-8")

    def test_without_its_files_charts_have_the_font_of_the_window(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setattr(face, "_PACKAGE", "font_that_nobody_installed")
        face.is_loaded.cache_clear()
        try:
            letters = Lettering()
            assert QFontInfo(letters.font(20)).family() == QFontInfo(QFont()).family()
            assert letters.height(20) == pytest.approx(QFontMetricsF(letters.font(20)).height(), abs=1)
            assert [record.getMessage() for record in caplog.records] == [
                "Source Sans Pro is not installed: charts use the font of the window"
            ]
        finally:
            face.is_loaded.cache_clear()

    def test_files_that_are_no_font_are_told_from_the_face(self, tmp_path: Path) -> None:
        broken = {weight: tmp_path / path.name for weight, path in face.files().items()}
        for path in broken.values():
            path.write_bytes(b"no font")
        assert not face.added(broken)
        assert not face.added({})
