"""Every command once: its id, words, key and menu. Menus, the command palette and help are made from this."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from desktop_app.words.translate import _

Key = QKeySequence.StandardKey


class Command(NamedTuple):
    """One command. `target` is "window" (a method of the frame) or "page" (a method of the current page)."""

    id: str
    menu: str
    words: str
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    target: str = "window"
    icon: str = ""
    starts_group: bool = False
    page_key: str = ""
    """A key that the page answers to itself, shown beside the words and bound to nothing here."""
    is_switch: bool = False
    """Whether it shows a tick while it is on."""


def menus() -> tuple[tuple[str, str], ...]:
    """The menus from left to right: id and words."""
    return (
        ("file", _("&File")),
        ("edit", _("&Edit")),
        ("view", _("&View")),
        ("record", _("&Record")),
        ("chart", _("&Chart")),
        ("help", _("&Help")),
    )


def pages() -> tuple[tuple[str, str, str], ...]:
    """The pages from top to bottom: id, words, icon."""
    return (
        ("overview", _("Overview"), "overview"),
        ("figures", _("Figures"), "figures"),
        ("cases", _("Cases"), "cases"),
        ("notes", _("Field notes"), "notes"),
        ("sources", _("Sources"), "sources"),
        ("statements", _("Statements"), "statements"),
        ("charts", _("Charts"), "charts"),
        ("check", _("Check"), "checks"),
    )


def commands() -> tuple[Command, ...]:
    """All commands in menu order."""
    return (*_file(), *_edit(), *_view(), *_record(), *_chart(), *_help())


def _file() -> tuple[Command, ...]:
    return (
        Command("new_workspace", "file", _("&New workspace…"), ("Ctrl+Alt+N",)),
        Command("open_workspace", "file", _("&Open…"), (Key.Open,)),
        Command("open_sample", "file", _("Open the e&xample")),
        Command("workspace_settings", "file", _("&Workspace settings…")),
        Command("save_copy", "file", _("Save a &copy…"), ("Ctrl+Shift+S",), starts_group=True),
        Command("set_passphrase", "file", _("Set or change &passphrase…")),
        Command("lock", "file", _("Loc&k"), ("Ctrl+Alt+L",)),
        Command("backups", "file", _("&Backups…")),
        Command("import_file", "file", _("&Import…"), ("Ctrl+I",), icon="import"),
        Command("export", "file", _("&Export…"), ("Ctrl+Shift+E",), "page", icon="export"),
        Command("briefing", "file", _("Brie&fing…")),
        Command("close_workspace", "file", _("C&lose workspace"), ("Ctrl+W",), starts_group=True),
        Command("quit", "file", _("&Quit"), ("Ctrl+Q",)),
    )


def _edit() -> tuple[Command, ...]:
    return (
        Command("undo", "edit", _("&Undo"), (Key.Undo,), icon="undo"),
        Command("redo", "edit", _("&Redo"), ("Ctrl+Shift+Z",), icon="redo"),
        Command("copy", "edit", _("&Copy"), (), "page", starts_group=True, page_key="Ctrl+C"),
        Command("edit_selected", "edit", _("E&dit"), (), "page", icon="edit", page_key="F2"),
        Command("delete_selected", "edit", _("De&lete"), (), "page", icon="delete", page_key="Del"),
        Command("find_text", "edit", _("&Find"), (Key.Find,), "page", icon="search", starts_group=True),
    )


def _view() -> tuple[Command, ...]:
    numbered = tuple(
        Command(f"page_{name}", "view", words, (f"Ctrl+{number}",), icon=icon)
        for number, (name, words, icon) in enumerate(pages(), start=1)
    )
    return (
        *numbered,
        Command("back", "view", _("&Back"), ("Alt+Left",), starts_group=True),
        Command("forward", "view", _("For&ward"), ("Alt+Right",)),
        Command("next_region", "view", _("Next &region"), ("F6",)),
        Command("previous_region", "view", _("Previous re&gion"), ("Shift+F6",)),
        Command("known_on", "view", _("&Known on…"), ("Ctrl+Alt+K",), icon="known-on", starts_group=True),
        Command("known_earlier", "view", _("&Earlier day"), ("Alt+PgUp", "Alt+,"), icon="earlier"),
        Command("known_later", "view", _("Later da&y"), ("Alt+PgDown", "Alt+."), icon="later"),
        Command("known_today", "view", _("Back to t&oday"), ("Alt+Home",)),
        Command("what_changed", "view", _("What &changed since…"), ("Ctrl+Shift+K",)),
        Command("larger_text", "view", _("&Larger text"), ("Ctrl++", "Ctrl+="), starts_group=True),
        Command("smaller_text", "view", _("&Smaller text"), ("Ctrl+-",)),
        Command("normal_text", "view", _("&Normal text"), ("Ctrl+0",)),
        Command("full_screen", "view", _("F&ull screen"), ("F11",)),
        Command("reduce_motion", "view", _("Reduce &motion"), is_switch=True),
    )


def _record() -> tuple[Command, ...]:
    return (
        Command("add_figure", "record", _("&Add figure"), (Key.New,), icon="add"),
        Command("add_case", "record", _("New &case"), ("Ctrl+Shift+N",)),
        Command("add_event", "record", _("Add &event"), ("Ctrl+Alt+E",)),
        Command("add_note", "record", _("New field &note"), ("Ctrl+Shift+O",)),
        Command("beside_totals", "record", _("Cases a&gainst the totals…"), ("Ctrl+Alt+B",)),
        Command("add_source", "record", _("New &source"), ("Ctrl+Alt+S",)),
        Command("show_rules", "record", _("R&ules of the scheme…"), ("Ctrl+Alt+R",)),
        Command("add_statement", "record", _("New state&ment"), ("Ctrl+Shift+T",)),
        Command("check_statement", "record", _("Check a s&tatement…"), ("Ctrl+Alt+T",)),
        Command("paste_rows", "record", _("Paste &rows…"), ("Ctrl+Shift+V",)),
        Command("paste_article", "record", _("&Paste an article…"), ("Ctrl+Alt+A",)),
        Command("forget_case", "record", _("&Forget this case…"), (), "page", starts_group=True),
        Command("show_history", "record", _("&History"), ("Ctrl+Shift+H",), "page", starts_group=True),
        Command("show_deleted", "record", _("&Deleted records…"), ("Ctrl+Alt+H",)),
        Command("show_on_chart", "record", _("Show &on chart"), ("Ctrl+J",), "page"),
        Command("add_to_talk", "record", _("Add to ta&lk"), (), "page"),
    )


def _chart() -> tuple[Command, ...]:
    return (
        Command("present", "chart", _("&Present"), ("F5",), icon="present"),
        Command("present_here", "chart", _("Present from &here"), ("Shift+F5",)),
        Command("reset_view", "chart", _("&Reset view"), (), "page", page_key="Home"),
        Command("show_all_cases", "chart", _("Show &all cases"), (), "page", page_key="End"),
        Command("save_chart", "chart", _("&Save chart…"), ("Ctrl+S",), "page"),
        Command("duplicate_chart", "chart", _("D&uplicate saved chart"), ("Ctrl+Shift+D",), "page"),
        Command("compare_chart", "chart", _("Compare &with…"), ("Ctrl+Alt+C",), "page"),
        Command("freeze_chart", "chart", _("&Freeze on its day, or let go"), (), "page"),
        Command("edit_scene", "chart", _("S&cene…"), (), "page", starts_group=True),
        Command("scene_earlier", "chart", _("Scene ear&lier"), ("Ctrl+Shift+Up",), "page"),
        Command("scene_later", "chart", _("Scene la&ter"), ("Ctrl+Shift+Down",), "page"),
        Command("add_text_scene", "chart", _("Add te&xt scene…"), (), "page"),
        Command("add_case_scene", "chart", _("Add case t&imelines…"), (), "page"),
        Command("tell_story", "chart", _("Tell the stor&y so far"), (), "page"),
        Command("export_chart", "chart", _("&Export chart…")),
    )


def _help() -> tuple[Command, ...]:
    return (
        Command("palette", "help", _("&Commands…"), ("Ctrl+Shift+P",), icon="search"),
        Command("help", "help", _("&Help"), (Key.HelpContents,)),
        Command("keys", "help", _("&Keys"), ("Ctrl+/",)),
        Command("about", "help", _("&About Evenhand"), starts_group=True),
    )
