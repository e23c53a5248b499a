"""Articles of our own making with the traps of real ones: glued marks, vague dates, an unfitting list."""

from __future__ import annotations

FERRIES = """Lead image

Harbour exchange under the lens

Wednesday, 18 March 2026 09:05

Overview

Ministers defended the harbour exchange after the confirmed return of three people who had earlier been \
removed. Fewer than 250 people were returned while nearly 4,000 small boat arrivals were counted in \
2026, said one man.

The numbers

By 8 March 2026, arrivals for the year stood at 3,412, exceeding the 2,957 recorded in the whole of \
20252,4. More than 640 people crossed between March 13 and 15, 20263. As of late February and early \
March 2026, between 210 and 233 people had been removed to France2,5. Over the same stretch the UK \
accepted between 180 and 191 people5. Charities noted that hundreds of people have crossed since the \
deal was announced6. The target had been up to 40 returns per week7. For each person removed the UK \
would admit one asylum seeker4. The port closed on 2 March, and reopened on Tuesday7.

Coverage of the strait began in 201412. That day was the second-busiest on record9.

References

  1. Exchange numbers up again | The Harbour Gazette

    Gives the running total of arrivals (3,412 as of March 8) and what ministers said.

  2. How the removals to France are counted - Coastal Wire

    Lists the removed (233) and accepted (191) as of early March.

  3. Weekend crossings pass 640

    Counts the people who crossed from March 13 to 15.
"""
"""Its marks reach 12, its list has 3 entries."""

UNDATED = """Since the exchange began in October last year, about 120 people have arrived from France, \
compared with just 98 removed.
On Tuesday the minister said that “relatively small numbers” were involved. More than 9,000 people \
crossed the strait last year.
"""
"""It gives no day of its own, no title and no marks."""
