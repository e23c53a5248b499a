from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from desktop_app.charts.looks.palette import DARK, LIGHT, Tokens
from desktop_app.ui.theme.icons import FOLDER
from desktop_app.ui.theme.stylesheet import RULES, stylesheet


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_is_filled_in_and_names_files_that_are_there(tokens: Tokens) -> None:
    rules = stylesheet(tokens, QFont(), FOLDER)
    assert "$" not in rules
    assert rules.count("{") == rules.count("}")
    for part in rules.split("url(")[1:]:
        assert FOLDER.joinpath(part.split(")")[0].rsplit("/", 1)[1]).is_file()


def test_no_colour_is_written_down_outside_the_palette() -> None:
    assert "#" not in RULES.template


def test_text_sizes_follow_the_interface_font() -> None:
    small, large = QFont(), QFont()
    small.setPointSizeF(10)
    large.setPointSizeF(20)
    assert "font-size: 14.00pt" in stylesheet(LIGHT, small, FOLDER)
    assert "font-size: 28.00pt" in stylesheet(LIGHT, large, FOLDER)
