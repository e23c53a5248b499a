"""One column of a table: which field it fills, and what only people can say of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.services.tabular.evidence import Why
from desktop_app.services.tabular.layouts import DATE_TARGETS, NUMBER_TARGETS, Column
from desktop_app.services.tabular.targets import Target
from desktop_app.ui.imports import column_words
from desktop_app.ui.imports.combo import Combo, nothing_chosen
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class ColumnRow(QWidget):
    """`targetChosen`, `measureChosen`, `orderChosen`, `decimalsChosen` carry the row and the key chosen."""

    targetChosen = Signal(object, str)
    measureChosen = Signal(object, str)
    orderChosen = Signal(object, str)
    decimalsChosen = Signal(object, str)

    def __init__(
        self, columns: list[Column], measures: list[tuple[str, str]], today: date, formats: Formats
    ) -> None:
        super().__init__()
        self.columns = columns
        self._today, self._formats = today, formats
        name = column_words.title(columns)
        self.target = Combo(column_words.targets(basis=columns[0].target is Target.BASIS), letters=22)
        self.measure = Combo([nothing_chosen(), *measures], letters=24)
        self.order, self.decimals = Combo(letters=26), Combo(letters=30)
        self.fields = {
            "value": EchoField(name.replace("&", "&&"), self.target),
            "measure": EchoField(_("Counts"), self.measure),
            "order": EchoField(_("Day or month first"), self.order),
            "decimals": EchoField(_("Thousands or decimals"), self.decimals),
        }
        self.target.setAccessibleName(_("Column {title}").format(title=name))
        for key, field in (("measure", self.measure), ("order", self.order), ("decimals", self.decimals)):
            words = _("{question}, column {title}").format(question=self.fields[key].label.text(), title=name)
            field.setAccessibleName(words)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(14)
        # Dates ask for their order, numbers for what they count and how they are written.
        for part, place in zip(self.fields.values(), (0, 1, 1, 2), strict=True):
            grid.addWidget(part, 0, place)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        self.target.activated.connect(self._choose_target)
        self.measure.activated.connect(self._choose_measure)
        self.order.activated.connect(self._choose_order)
        self.decimals.activated.connect(self._choose_decimals)

    def show_columns(self, columns: list[Column], *, asks_measure: bool) -> None:
        """Show what is known of the column, and ask what is not."""
        self.columns = columns
        column = columns[0]
        self.target.choose(column.target.value if column.target is not None else "")
        self.fields["value"].set_echo(column_words.examples(column), Understood.NOTHING)
        self._ask("measure", wanted=asks_measure)
        self.measure.choose(column.measure)
        self.fields["measure"].set_echo("")
        order, style = column.date_order, column.number_style
        self._ask("order", wanted=column.target in DATE_TARGETS and order.why is not Why.NOTHING_OPEN)
        self.order.show_entries(
            [nothing_chosen(), *column_words.order_entries(column, self._today, self._formats)]
        )
        self.order.choose(order.order or "")
        self._say("order", order.why, order.examples, is_open=order.is_open)
        self._ask(
            "decimals", wanted=column.target in NUMBER_TARGETS and (style.is_open or _chosen(style.why))
        )
        self.decimals.show_entries([nothing_chosen(), *column_words.decimals_entries(column, self._formats)])
        self.decimals.choose(style.decimals or "")
        self._say("decimals", style.why, style.examples, is_open=style.is_open)

    def _ask(self, name: str, *, wanted: bool) -> None:
        self.fields[name].setVisible(wanted)

    def _say(self, name: str, why: Why, cells: tuple[str, ...], *, is_open: bool) -> None:
        words = column_words.evidence(why, cells)
        self.fields[name].set_echo(words, Understood.WARN if is_open else Understood.WELL)

    def _choose_target(self) -> None:
        self.targetChosen.emit(self, self.target.choice)

    def _choose_measure(self) -> None:
        self.measureChosen.emit(self, self.measure.choice)

    def _choose_order(self) -> None:
        self.orderChosen.emit(self, self.order.choice)

    def _choose_decimals(self) -> None:
        self.decimalsChosen.emit(self, self.decimals.choice)


def _chosen(why: Why) -> bool:
    return why is Why.CHOSEN
