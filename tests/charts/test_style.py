from __future__ import annotations

import re
from dataclasses import astuple
from pathlib import Path

import pytest

from desktop_app import charts
from desktop_app.charts.looks.palette import DARK, LIGHT, Tokens, contrast
from desktop_app.charts.looks.style import STAGE, ChartStyle
from desktop_app.charts.shapes import Ink

FOLDER = Path(charts.__file__).parent
LARGE, TEXT, ROOM, MARK = 3.0, 4.5, 7.0, 3.0


class TestRoom:
    def test_no_letter_is_smaller_than_28_pixels_at_1080(self) -> None:
        sizes = ChartStyle.presenter().fitted(1920, 1080).sizes
        letters = (
            sizes.headline,
            sizes.subtitle,
            sizes.title,
            sizes.label,
            sizes.tick,
            sizes.remark,
            sizes.footer,
        )
        assert min(letters) >= 28

    def test_every_text_can_be_read_from_the_back(self) -> None:
        style = ChartStyle.presenter()
        inks = [style.tokens.ink, style.tokens.muted, *(style.colour(ink) for ink in Ink)]
        assert min(contrast(ink, style.ground) for ink in inks) >= ROOM

    def test_letters_follow_the_screen(self) -> None:
        assert ChartStyle.presenter().fitted(3840, 2160).sizes.tick == pytest.approx(STAGE.tick * 2)


class TestPage:
    @pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
    def test_texts_and_marks_stand_out(self, tokens: Tokens) -> None:
        style = ChartStyle.page(tokens)
        for ink in (tokens.ink, tokens.muted, *(style.colour(ink) for ink in Ink)):
            assert contrast(ink, style.ground) >= TEXT
        assert contrast(tokens.milestone, style.ground) >= MARK

    def test_letters_follow_the_interface_font(self) -> None:
        assert ChartStyle.page(LIGHT, 28).sizes.tick == pytest.approx(
            2 * ChartStyle.page(LIGHT, 14).sizes.tick
        )

    def test_scaled_scales_every_length(self) -> None:
        plain, twice = ChartStyle.page(LIGHT), ChartStyle.page(LIGHT).scaled(2)
        assert astuple(twice.sizes) == pytest.approx(tuple(2 * length for length in astuple(plain.sizes)))


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: path.stem)
def test_no_colour_is_written_down_outside_the_palette(path: Path) -> None:
    if path.stem == "palette":
        return
    code = path.read_text(encoding="utf-8")
    colours = set(re.findall(r"#[0-9a-fA-F]{6}|GlobalColor\.(?!transparent)\w+|QColor\(\d", code)) - {
        "#000000"
    }
    assert not colours
