"""Prints a document on numbered pages, and parts no headline from what it heads, to which Qt pays no heed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColorConstants,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for it in the text of a document."""
_NEXT_TO = 4
"""So many blocks below a headline may belong to it: words, a caption, the headings of a table, a picture."""


def print_pages(text: QTextDocument, writer: QPdfWriter, margin: float) -> None:
    """Print it with margins of so many pixels (96 to the inch), on paper that has none of its own."""
    page = QRectF(0, 0, writer.width(), writer.height())
    layout = text.documentLayout()
    layout.setPaintDevice(writer)
    frame = text.rootFrame().frameFormat()
    frame.setMargin(margin)
    text.rootFrame().setFrameFormat(frame)
    text.setPageSize(page.size())
    _keep_together(text, page.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    # Paper is white, also where the window is dark.
    context.palette.setColor(QPalette.ColorRole.Text, QColorConstants.Black)
    painter = QPainter(writer)
    for number in range(text.pageCount()):
        if number:
            writer.newPage()
        view = page.translated(0, number * page.height())
        context.clip = view
        painter.save()
        painter.translate(0, -view.top())
        painter.setClipRect(view)
        layout.draw(painter, context)
        painter.restore()
        _number(painter, text, page, margin * writer.logicalDpiY() / 96, number + 1)
    painter.end()


def _number(painter: QPainter, text: QTextDocument, page: QRectF, margin: float, number: int) -> None:
    painter.setFont(text.defaultFont())
    words = str(number)
    across = QFontMetricsF(text.defaultFont(), painter.device()).horizontalAdvance(words)
    painter.drawText(QPointF(page.width() - margin - across, page.height() - margin / 2), words)


def _keep_together(text: QTextDocument, page: float) -> None:
    """Begin a page with each headline whose picture, or the head of whose table, would be on the next."""
    layout = text.documentLayout()
    block = text.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            top = layout.blockBoundingRect(block).top()
            end = layout.blockBoundingRect(_headed(block)).bottom()
            if int(top / page) != int(end / page):
                broken = QTextBlockFormat()
                broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).mergeBlockFormat(broken)
                # Qt would lay out anew what is changed, and leave out some of what moves with it.
                text.markContentsDirty(0, text.characterCount())
        block = block.next()


def _headed(heading: QTextBlock) -> QTextBlock:
    """The last block that should be on the page of a headline."""
    block = heading
    for _number in range(_NEXT_TO):
        if not block.next().isValid():
            break
        block = block.next()
        if _PICTURE in block.text():
            break
    return block
