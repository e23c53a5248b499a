"""The phrases people type and sources print, and what each is read as."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain import date_words
from desktop_app.domain.date_words import DateProblem, Order
from desktop_app.domain.dates import Obtained

TODAY = date(2025, 11, 23)  # a Sunday

# phrase | what it says in EDTF; stated in full unless marked: R resolved from today, I inferred
READ = """
9 nov 2025 | 2025-11-09
09 Nov 2025 | 2025-11-09
9 NOV. 2025 | 2025-11-09
Nov 9, 2025 | 2025-11-09
November 9 2025 | 2025-11-09
9 November, 2025 | 2025-11-09
the 9th of November, 2025 | 2025-11-09
2nd Nov 2025 | 2025-11-02
9-nov-2025 | 2025-11-09
9 nov 2025 | 2025-11-09
(9 nov 2025) | 2025-11-09
9 nov 2025. | 2025-11-09
٩ nov ٢٠٢٥ | 2025-11-09
Sept. 19, 2025 | 2025-09-19
on 9 nov 2025 | 2025-11-09
as of 5 nov 2025 | 2025-11-05
Sunday 9 Nov 2025 | 2025-11-09
Sunday, November 9, 2025 | 2025-11-09
9 Nov 2025 (Sunday) | 2025-11-09
29 Feb 2024 | 2024-02-29
2025-11-09 | 2025-11-09
2025/11/09 | 2025-11-09
13/11/2025 | 2025-11-13
11/13/2025 | 2025-11-13
11/11/2025 | 2025-11-11
9.11.2025 | 2025-11-09 I
9/2025 | 2025-09
le 9 novembre 2025 | 2025-11-09
le 1er novembre 2025 | 2025-11-01
premier novembre 2025 | 2025-11-01
14 juil. 2025 | 2025-07-14
15 février 2026 | 2026-02-15
15 FEVRIER 2026 | 2026-02-15
1er août 2025 | 2025-08-01
25 déc. 2025 | 2025-12-25
dimanche 9 novembre 2025 | 2025-11-09
mardi 4 nov. 2025 | 2025-11-04
le mardi 4 novembre 2025 | 2025-11-04
9 NOVEMBRE 2025 | 2025-11-09
31 décembre 2025 | 2025-12-31
août 2025 | 2025-08
2e trimestre de 2026 | 2026-04/2026-06
de fin octobre à début novembre 2025 | [2025-10-21..2025-11-10]
printemps 2026 | [2026-03..2026-05]
aux alentours du 5 novembre 2025 | 2025-11-05~
autour du 5 novembre 2025 | 2025-11-05~
dimanche | 2025-11-23 R
cette année | 2025 R
4, 5 ou 6 août 2025 | [2025-08-04,2025-08-05,2025-08-06]
within 1–10 Nov 2025 | [2025-11-01..2025-11-10]
Aug 2025, Sep 2025 or Nov 2025 | [2025-08,2025-09,2025-11]
6–8 Nov 2025, approximately | 2025-11-06~/2025-11-08~
by 8 Nov 2025, approximately, uncertain | ../2025-11-08%
du 6 novembre 2025 | 2025-11-06
nov 2025 | 2025-11
in November 2025 | 2025-11
nov-2025 | 2025-11
month of November 2025 | 2025-11
novembre 2025 | 2025-11
en novembre 2025 | 2025-11
au cours du mois de novembre 2025 | 2025-11
2025 | 2025
in 2025 | 2025
l'année 2025 | 2025
November 6 to 8, 2025 | 2025-11-06/2025-11-08
6-8 nov 2025 | 2025-11-06/2025-11-08
6–8 Nov 2025 | 2025-11-06/2025-11-08
from 6 to 8 November 2025 | 2025-11-06/2025-11-08
Nov 6-8, 2025 | 2025-11-06/2025-11-08
Nov 6, 2025, to Nov 8, 2025 | 2025-11-06/2025-11-08
Thursday 6 to Saturday 8 November 2025 | 2025-11-06/2025-11-08
31 Oct – 5 Nov 2025 | 2025-10-31/2025-11-05
6 Nov 2025 – 8 Jan 2026 | 2025-11-06/2026-01-08
20 Dec – 5 Jan 2026 | 2025-12-20/2026-01-05 I
20 Dec 2025 – 5 Jan | 2025-12-20/2026-01-05 I
13/11/2025-15/11/2025 | 2025-11-13/2025-11-15
2025-11-06 to 2025-11-08 | 2025-11-06/2025-11-08
4 to 4 nov 2025 | 2025-11-04
since 6 Aug until 9 Nov 2025 | 2025-08-06/2025-11-09
du 6 au 8 novembre 2025 | 2025-11-06/2025-11-08
6 au 8 novembre 2025 | 2025-11-06/2025-11-08
du 31 octobre au 5 novembre 2025 | 2025-10-31/2025-11-05
depuis le 6 août jusqu'au 9 novembre 2025 | 2025-08-06/2025-11-09
de septembre à novembre 2025 | 2025-09/2025-11
sept-nov 2025 | 2025-09/2025-11
2018-2025 | 2018/2025
2018 à 2025 | 2018/2025
Q3 2025 | 2025-07/2025-09
3rd quarter of 2025 | 2025-07/2025-09
T3 2025 | 2025-07/2025-09
3e trimestre 2025 | 2025-07/2025-09
between 6 and 8 November 2025 | [2025-11-06..2025-11-08]
some day between 6 and 8 nov 2025 | [2025-11-06..2025-11-08]
some day 1–10 Nov 2025 | [2025-11-01..2025-11-10]
sometime in Nov 2025 | [2025-11-01..2025-11-30]
between Aug and Nov 2025 | [2025-08..2025-11]
between 2018 and 2025 | [2018..2025]
entre le 6 et le 8 novembre 2025 | [2025-11-06..2025-11-08]
un jour entre le 6 et le 8 novembre 2025 | [2025-11-06..2025-11-08]
courant novembre 2025 | [2025-11-01..2025-11-30]
entre août et novembre 2025 | [2025-08..2025-11]
early nov 2025 | [2025-11-01..2025-11-10]
mid-November 2025 | [2025-11-11..2025-11-20]
late Feb 2024 | [2024-02-21..2024-02-29]
beginning of November 2025 | [2025-11-01..2025-11-10]
as of early November 2025 | [2025-11-01..2025-11-10]
late oct to early nov 2025 | [2025-10-21..2025-11-10]
between late oct and early nov 2025 | [2025-10-21..2025-11-10]
6 Aug to early nov 2025 | 2025-08-06/2025-11-10~
début novembre 2025 | [2025-11-01..2025-11-10]
au début de novembre 2025 | [2025-11-01..2025-11-10]
mi-novembre 2025 | [2025-11-11..2025-11-20]
fin novembre 2025 | [2025-11-21..2025-11-30]
à la fin de février 2026 | [2026-02-21..2026-02-28]
fin octobre à début novembre 2025 | [2025-10-21..2025-11-10]
early 2026 | [2026-01..2026-04]
mid-2025 | [2025-05..2025-08]
end of 2025 | [2025-09..2025-12]
début 2026 | [2026-01..2026-04]
summer 2025 | [2025-06..2025-08]
l'été 2025 | [2025-06..2025-08]
automne 2025 | [2025-09..2025-11]
before 10 nov 2025 | ../2025-11-09
before Nov 2025 | ../2025-10-31
by 9 Nov 2025 | ../2025-11-09
until 9 nov 2025 | ../2025-11-09
no later than 9 nov 2025 | ../2025-11-09
up to 2025-11-09 | ../2025-11-09
by nov 2025 | ../2025-11
by early nov 2025 | ../2025-11-10
avant le 10 novembre 2025 | ../2025-11-09
jusqu'au 9 novembre 2025 | ../2025-11-09
jusqu’à la mi-novembre 2025 | ../2025-11-20
d'ici le 9 novembre 2025 | ../2025-11-09
au plus tard le 9 novembre 2025 | ../2025-11-09
since 1 jan 2025 | 2025-01-01/..
from Aug 2025 | 2025-08/..
6 Nov 2025 onwards | 2025-11-06/..
after 18 Oct 2025 | 2025-10-19/..
after Nov 2025 | 2025-12-01/..
since early nov 2025 | 2025-11-01~/..
depuis le 6 août 2025 | 2025-08-06/..
depuis 2018 | 2018/..
à partir du 6 août 2025 | 2025-08-06/..
dès le 6 août 2025 | 2025-08-06/..
après le 18 octobre 2025 | 2025-10-19/..
week of 3 Nov 2025 | 2025-11-03/2025-11-09
week of 5 Nov 2025 | 2025-11-03/2025-11-09
w/c 3 Nov 2025 | 2025-11-03/2025-11-09
the week to 9 Nov 2025 | 2025-11-03/2025-11-09
week ending 9 Nov 2025 | 2025-11-03/2025-11-09
3 days to 8 Nov 2025 | 2025-11-06/2025-11-08
semaine du 3 novembre 2025 | 2025-11-03/2025-11-09
about 5 nov 2025 | 2025-11-05~
~5 nov 2025 | 2025-11-05~
around Nov 2025 | 2025-11~
by about 9 nov 2025 | ../2025-11-09~
about 6 to 8 nov 2025 | 2025-11-06~/2025-11-08~
vers le 5 novembre 2025 | 2025-11-05~
environ le 5 nov 2025 | 2025-11-05~
vers 2018 | 2018~
8 nov 2025? | 2025-11-08?
perhaps 8 nov 2025 | 2025-11-08?
peut-être le 8 novembre 2025 | 2025-11-08?
about 8 nov 2025? | 2025-11-08%
4 or 6 Aug 2025 | [2025-08-04,2025-08-06]
4, 5 or 6 Aug 2025 | [2025-08-04,2025-08-05,2025-08-06]
Aug 4, 2025 or Aug 6, 2025 | [2025-08-04,2025-08-06]
4 août ou 6 août 2025 | [2025-08-04,2025-08-06]
2025-11-05~ | 2025-11-05~
[2025-11-01..2025-11-10] | [2025-11-01..2025-11-10]
2025-11-XX | 2025-11-XX
../2025-09-07 | ../2025-09-07
2025-09/2026-01-27 | 2025-09/2026-01-27
9 nov | 2025-11-09 R
24 nov | 2024-11-24 R
September 19 | 2025-09-19 R
Nov 25th | 2024-11-25 R
29 Feb | 2024-02-29 R
Sunday 9 Nov | 2025-11-09 R
nov | 2025-11 R
December | 2024-12 R
6–8 November | 2025-11-06/2025-11-08 R
20 dec to 5 jan | 2024-12-20/2025-01-05 R
late nov | [2025-11-21..2025-11-30] R
by November 9 | ../2025-11-09 R
before 24 nov | ../2025-11-23 R
after 18 oct | 2025-10-19/.. R
today | 2025-11-23 R
yesterday | 2025-11-22 R
the day before yesterday | 2025-11-21 R
3 days ago | 2025-11-20 R
on Tuesday | 2025-11-18 R
on Sunday | 2025-11-23 R
last Sunday | 2025-11-16 R
Tuesday last week | 2025-11-11 R
since Thursday | 2025-11-20/.. R
last week | 2025-11-10/2025-11-16 R
last month | 2025-10 R
early last month | [2025-10-01..2025-10-10] R
last year | 2024 R
September last year | 2024-09 R
le 9 nov. | 2025-11-09 R
1er août | 2025-08-01 R
hier | 2025-11-22 R
avant-hier | 2025-11-21 R
aujourd'hui | 2025-11-23 R
il y a 3 jours | 2025-11-20 R
mardi | 2025-11-18 R
mardi dernier | 2025-11-18 R
la semaine dernière | 2025-11-10/2025-11-16 R
le mois dernier | 2025-10 R
l'année dernière | 2024 R
septembre de l'année dernière | 2024-09 R
fin novembre | [2025-11-21..2025-11-30] R
jusqu'au 9 novembre | ../2025-11-09 R
"""

# phrase | why it stays as written
REFUSED = """
9/11/2025 | ambiguous order
09-11-2025 | ambiguous order
9/11 | ambiguous order
6/11/2025 to 8/11/2025 | ambiguous order
9/11/25 | two-digit year
9 nov 25 | two-digit year
9 nov '25 | two-digit year
nov 25 | two-digit year
nov-25 | two-digit year
nov 94 | two-digit year
early nov 25 | two-digit year
2024/25 | two-digit year
2024-25 | two-digit year
9 novembre 25 | two-digit year
31 Sep 2025 | impossible day
31 Sep | impossible day
29 Feb 2025 | impossible day
32 nov 2025 | impossible day
0 nov 2025 | impossible day
15/15/2025 | impossible day
2025-02-30 | impossible day
2025-13-01 | impossible day
30 février 2025 | impossible day
29 février 2025 | impossible day
31 novembre | impossible day
6 to 31 nov 2025 | impossible day
Monday 9 Nov 2025 | wrong weekday
lundi 9 novembre 2025 | wrong weekday
Thursday 6 to Sunday 8 November 2025 | wrong weekday
8-6 nov 2025 | backwards
5 Nov – 31 Oct 2025 | backwards
between 8 and 6 nov 2025 | backwards
2025-11-10/2025-11-01 | backwards
2025 to 2024 | backwards
du 8 au 6 novembre 2025 | backwards
winter 2025 | ambiguous season
hiver 2025 | ambiguous season
late October and early November 2025 | unreadable
6 and 8 nov 2025 | unreadable
6, 8 nov 2025 | unreadable
12, nov 2025 | unreadable
5 in nov 2025 | unreadable
5 en novembre 2025 | unreadable
100 nov 2025 | unreadable
94 nov 2025 | unreadable
9 november 0000 | unreadable
9 nov 20255 | unreadable
9 nov 202512 | unreadable
2025 9 nov | unreadable
9 nov 2025 2026 | unreadable
9 nov 2025 at 12:30 | unreadable
2025-11-09T12:30:00 | unreadable
9.11 | unreadable
9 | unreadable
94 | unreadable
38,726 | unreadable
6 to 8 | unreadable
last 12 weeks | unreadable
next Tuesday | unreadable
week of November 2025 | unreadable
week 45 2025 | unreadable
semaine 45 | unreadable
since start | unreadable
nov to 2025 | unreadable
the | unreadable
nov 2025 the | unreadable
before | unreadable
before by 9 nov 2025 | unreadable
- 9 nov 2025 | unreadable
before 0001-01-01 | unreadable
after 9999-12-31 | unreadable
early 9 nov 2025 | unreadable
XX/11/2025 | unreadable
@today-1 | unreadable
novembre dernier | unreadable
soon | unreadable
bientôt | unreadable
mardi prochain | unreadable
le 6 et le 8 novembre 2025 | unreadable
les 12 dernières semaines | unreadable
vendredi 9 novembre 2025 | wrong weekday
31 avril 2025 | impossible day
le 9/11/2025 | ambiguous order
après la signature | unreadable
94 returned since start, early nov 2025, anadolu | unreadable
2001-21 | impossible day
"""

UNDATED = [
    "",
    "   ",
    "?",
    "Not known",
    "undated",
    "n.d.",
    "inconnue",
    "non datée",
    "sans date",
    "Date inconnue",
]


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


HOW = {"R": Obtained.RESOLVED, "I": Obtained.INFERRED}


@pytest.mark.parametrize(("phrase", "expected"), rows(READ), ids=ascii)
def test_a_phrase_is_read(phrase: str, expected: str) -> None:
    reading = date_words.read(phrase, today=TODAY)
    edtf, _, mark = expected.partition(" ")
    assert (str(reading.date), reading.how, reading.problem) == (edtf, HOW.get(mark, Obtained.STATED), None)


@pytest.mark.parametrize(("phrase", "problem"), rows(REFUSED), ids=ascii)
def test_a_phrase_that_could_mislead_is_refused_with_its_reason(phrase: str, problem: str) -> None:
    reading = date_words.read(phrase, today=TODAY)
    assert reading.problem is DateProblem(problem)
    assert not reading.date.is_dated


@pytest.mark.parametrize("phrase", UNDATED)
def test_words_for_no_date_are_understood(phrase: str) -> None:
    reading = date_words.read(phrase, today=TODAY)
    assert (reading.date.is_dated, reading.problem) == (False, None)


@pytest.mark.parametrize(
    ("phrase", "order", "expected"),
    [
        ("9/11/2025", "dmy", "2025-11-09"),
        ("9/11/2025", "mdy", "2025-09-11"),
        ("09-11-2025", "dmy", "2025-11-09"),
        ("6/11-8/11/2025", "dmy", "2025-11-06/2025-11-08"),
        ("by 9/11/2025", "dmy", "../2025-11-09"),
        ("9.11.2025", "mdy", "2025-11-09"),  # dots are day first in every country that writes them
    ],
)
def test_the_order_of_the_country_settles_figures_and_is_owned_up_to(
    phrase: str, order: Order, expected: str
) -> None:
    reading = date_words.read(phrase, today=TODAY, order=order)
    assert (str(reading.date), reading.how) == (expected, Obtained.INFERRED)


@pytest.mark.parametrize("order", ["dmy", "mdy"])
def test_an_order_never_overrides_what_is_plain(order: Order) -> None:
    for phrase in ("13/11/2025", "11/13/2025", "2025-11-13", "2025/11/13"):
        reading = date_words.read(phrase, today=TODAY, order=order)
        assert (str(reading.date), reading.how) == ("2025-11-13", Obtained.STATED)


def test_figures_without_a_year_take_the_latest_such_day() -> None:
    reading = date_words.read("9/12", today=TODAY, order="dmy")
    assert (str(reading.date), reading.how) == ("2024-12-09", Obtained.RESOLVED)
