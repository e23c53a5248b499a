"""What an import did, in one or two sentences."""

from __future__ import annotations

from collections.abc import Sized
from datetime import date
from typing import Protocol

from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n


class Report(Protocol):
    """The numbers of an import; `services.importing.ImportReport` is one."""

    @property
    def edition(self) -> date:
        """The day the edition was published."""
        ...

    @property
    def added(self) -> int:
        """Values that were not there before."""
        ...

    @property
    def revised(self) -> int:
        """Values that replace an earlier published one."""
        ...

    @property
    def unchanged(self) -> int:
        """Values that were known already."""
        ...

    @property
    def days(self) -> int:
        """Days that had no value before."""
        ...

    @property
    def weeks(self) -> int:
        """Weeks that had no value before."""
        ...

    @property
    def marked(self) -> int:
        """New values that the source itself marks as revised."""
        ...

    @property
    def mismatches(self) -> Sized:
        """Weeks whose total is not the sum of their days."""
        ...

    @property
    def withdrawn(self) -> Sized:
        """Values that this edition no longer gives."""
        ...


def imported(report: Report, formats: Formats) -> str:
    """What was imported: "Edition of 21 Aug 2026: 10 values revised, 208 days added"."""
    number = formats.number
    edition = _("Edition of {day}:").format(day=formats.day(report.edition))
    if not (report.added or report.revised):
        return " ".join(
            [edition, _("nothing new; all values were known already."), *_remarks(report, formats)]
        )
    parts = []
    if report.revised:
        parts.append(
            _n("{n} value revised", "{n} values revised", report.revised).format(n=number(report.revised))
        )
    if report.days:
        parts.append(_n("{n} day added", "{n} days added", report.days).format(n=number(report.days)))
    if report.weeks:
        words = _n("{n} week of people prevented added", "{n} weeks of people prevented added", report.weeks)
        parts.append(words.format(n=number(report.weeks)))
    if report.added:
        words = _n("{n} figure new in all", "{n} figures new in all", report.added)
        parts.append(words.format(n=number(report.added)))
    if report.unchanged:
        parts.append(_("{n} unchanged").format(n=number(report.unchanged)))
    said = _("{list}.").format(list=_(", ").join(parts))
    return " ".join([edition, said, *_remarks(report, formats)])


def _remarks(report: Report, formats: Formats) -> list[str]:
    remarks = []
    if report.marked:
        words = _n(
            "{n} of them is marked by the source as revised.",
            "{n} of them are marked by the source as revised.",
            report.marked,
        )
        remarks.append(words.format(n=formats.number(report.marked)))
    if mismatched := len(report.mismatches):
        words = _n(
            "In {n} week the weekly total differs from the sum of its days; the days were kept.",
            "In {n} weeks the weekly total differs from the sum of its days; the days were kept.",
            mismatched,
        )
        remarks.append(words.format(n=formats.number(mismatched)))
    if gone := len(report.withdrawn):
        words = _n(
            "{n} value is no longer given; it was kept.",
            "{n} values are no longer given; they were kept.",
            gone,
        )
        remarks.append(words.format(n=formats.number(gone)))
    return remarks


class Return(Protocol):
    """The numbers of bringing an export back; `services.exchange.planning.Report` is one."""

    @property
    def new(self) -> int:
        """Records that were not there before."""
        ...

    @property
    def changed(self) -> int:
        """Records that now stand as in the file."""
        ...

    @property
    def same(self) -> int:
        """Records that stood so already."""
        ...

    @property
    def left(self) -> int:
        """Records that differ and were left as they are."""
        ...

    @property
    def without_file(self) -> int:
        """Kept copies whose bytes did not come with the file."""
        ...

    @property
    def missing(self) -> int:
        """Records that are referred to and are nowhere."""
        ...

    @property
    def unreadable(self) -> Sized:
        """Rows that make no record."""
        ...


def exported(records: int, name: str, formats: Formats) -> str:
    """What was exported: "474 records exported to ledger.zip"."""
    words = _n("{n} record exported to {name}", "{n} records exported to {name}", records)
    return words.format(n=formats.number(records), name=name)


def brought_back(report: Return, formats: Formats) -> str:
    """What came back from an exported file: "459 records new, 15 the same."."""
    number = formats.number
    parts = []
    if report.new:
        parts.append(_n("{n} record new", "{n} records new", report.new).format(n=number(report.new)))
    if report.changed:
        parts.append(_("{n} changed").format(n=number(report.changed)))
    if report.same:
        parts.append(_("{n} the same").format(n=number(report.same)))
    if report.left:
        parts.append(_("{n} different and left as they are").format(n=number(report.left)))
    said = _("{list}.").format(list=_(", ").join(parts) or _("Nothing new"))
    return " ".join([said, *_return_remarks(report, formats)])


def _return_remarks(report: Return, formats: Formats) -> list[str]:
    remarks = []
    if unread := len(report.unreadable):
        words = _n("{n} row makes no record.", "{n} rows make no record.", unread)
        remarks.append(words.format(n=formats.number(unread)))
    if report.without_file:
        words = _n(
            "{n} kept copy was left out, because its file did not come with it.",
            "{n} kept copies were left out, because their files did not come with them.",
            report.without_file,
        )
        remarks.append(words.format(n=formats.number(report.without_file)))
    if report.missing:
        words = _n(
            "{n} record that they name is not in the file; a data package holds all of them.",
            "{n} records that they name are not in the file; a data package holds all of them.",
            report.missing,
        )
        remarks.append(words.format(n=formats.number(report.missing)))
    return remarks
