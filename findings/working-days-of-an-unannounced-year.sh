#!/usr/bin/env bash
# chinesecalendar 1.11.0, holidays 0.109, workalendar 17.0.0; npm: chinese-days 1.5.7
#
# One would expect: which Saturdays are worked is announced each autumn for the year after, so a calendar asked about a year
# that it does not know says so.
# What happens: one of four does. holidays answers by rule, without the worked weekends to come, chinese-days counts even the National
# Day as a working day, and workalendar fails on a Wednesday but answers on a weekend, so that a worked Saturday of a year long
# announced is a day off.
# For a list tool: know the last year covered, and answer "not announced" beyond it.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python chinesecalendar==1.11.0 holidays==0.109 workalendar==17.0.0
with_node chinese-days@1.5.7

cd "$sandbox"
python -W ignore >seen <<'PY'
from datetime import date

import chinese_calendar
import holidays
from workalendar.asia import China

ASK = {
    "chinesecalendar": chinese_calendar.is_workday,
    "holidays": holidays.country_holidays("CN").is_working_day,
    "workalendar": China().is_working_day,
}
for name, is_workday in ASK.items():
    for day in (date(2026, 10, 10), date(2026, 11, 4), date(2027, 10, 1), date(2027, 11, 3)):
        try:
            answer = is_workday(day)
        except Exception as error:
            answer = type(error).__name__
        print(f"{name} {day:%Y-%m-%d %a} {answer}")
PY
node >>seen <<'JS'
const { isWorkday } = require("chinese-days");
for (const day of ["2026-10-10", "2026-11-04", "2027-10-01", "2027-11-03"])
  console.log("chinese-days", day, isWorkday(day));
JS
expect seen <<'SEEN'
chinesecalendar 2026-10-10 Sat True
chinesecalendar 2026-11-04 Wed True
chinesecalendar 2027-10-01 Fri NotImplementedError
chinesecalendar 2027-11-03 Wed NotImplementedError
holidays 2026-10-10 Sat True
holidays 2026-11-04 Wed True
holidays 2027-10-01 Fri False
holidays 2027-11-03 Wed True
workalendar 2026-10-10 Sat False
workalendar 2026-11-04 Wed CalendarError
workalendar 2027-10-01 Fri CalendarError
workalendar 2027-11-03 Wed CalendarError
chinese-days 2026-10-10 true
chinese-days 2026-11-04 true
chinese-days 2027-10-01 true
chinese-days 2027-11-03 true
SEEN
