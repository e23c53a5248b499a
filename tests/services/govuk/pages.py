"""Saved pages of our own making, marked up as GOV.UK marks up its tables, faults and all."""

from __future__ import annotations

from collections.abc import Sequence

Row = Sequence[str]

HEADS = (
    "Date",
    "Migrants arrived",
    "Boats arrived",
    "Boats involved in uncontrolled landings",
    "Notes",
)
WEEK = (
    ("Monday 3 November 2025", "0", "0", "0", ""),
    ("Tuesday 4 November 2025", "0", "0", "0", ""),
    ("Wednesday 5 November 2025", "12", "1", "0", ""),
    ("Thursday 6 November 2025", "1,097", "16", "1", "Revised"),
    ("Friday 7 November 2025", "640", "9", "0", ""),
    ("Saturday 8 November 2025", "503", "7", "0", ""),
    ("Sunday 9 November 2025", "349", "5", "-", ""),
)
WEEKLY_HEADS = ("Week ending", "Migrants arrived", "Boats arrived", "Migrants prevented", "Events prevented")


def html(
    rows: Sequence[Row] = WEEK,
    heads: Row = HEADS,
    *,
    updated: str = "2025-11-10T09:30:05+00:00",
    title: str = "Small boat arrivals: last 7 days",
) -> str:
    """A page as a browser saves it, scripts, styles and all."""
    head = "".join(f'<th scope="col">{each}</th>' for each in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in rows)
    meta = f'<meta name="govuk:public-updated-at" content="{updated}">' if updated else ""
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - GOV.UK</title>{meta}
<link rel="canonical" href="https://www.gov.uk/example/last-7-days">
<style>table {{ width: 100% }}</style>
<script>if (1 < 2) {{ document.write("<table><tr><td>9") }}</script></head>
<body class="gem-c-layout-for-public"><main><h1 class="gem-c-heading__text">{title}</h1>
<div class="govspeak"><p>Figures are provisional.</p>
<table><thead><tr>{head}</tr></thead>
<tbody>
{body}</tbody></table>
<p>The table is updated each day.</p></div></main></body></html>
"""


def markdown(rows: Sequence[Row] = WEEK, heads: Row = HEADS) -> str:
    """The table as raw Markdown."""
    lines = ["| " + " | ".join(heads) + " |", "|---|--:|--:|--:|---|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def tabs(rows: Sequence[Row] = WEEK, heads: Row = HEADS) -> str:
    """The table as it is pasted from a page."""
    return "\n".join("\t".join(row) for row in (heads, *rows))


def archive(page: str) -> bytes:
    """The page as a web archive."""
    body = page.replace("=", "=3D").encode("utf-8")
    return (
        b"From: <Saved by a browser>\r\nSubject: page\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----part"\r\n\r\n'
        b"------part\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + body + b"\r\n------part--\r\n"
    )
