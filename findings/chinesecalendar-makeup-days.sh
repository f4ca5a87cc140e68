#!/usr/bin/env bash
# chinesecalendar 1.11.0
#
# One would expect: "in lieu" marks the Saturday that is worked instead of a day off, a name of a holiday means a day off, and
# get_holidays lists the public holidays.
# What happens: the worked Saturday is not in lieu but bears the name of the holiday; in lieu is the extra day off; and
# get_holidays gives every Saturday and Sunday that is not worked as well.
# For a list tool: ask is_workday alone; take neither a name nor get_holidays for days off.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python chinesecalendar==1.11.0

cd "$sandbox"
python >seen <<'PY'
from datetime import date

import chinese_calendar

for day in (date(2026, 10, 1), date(2026, 10, 7), date(2026, 10, 10)):
    detail = chinese_calendar.get_holiday_detail(day)
    print(day, "workday", chinese_calendar.is_workday(day), "in lieu", chinese_calendar.is_in_lieu(day), detail)
print([day.day for day in chinese_calendar.get_holidays(date(2026, 10, 1), date(2026, 10, 31))])
PY
expect seen <<'SEEN'
2026-10-01 workday False in lieu False (True, 'National Day')
2026-10-07 workday False in lieu True (True, 'National Day')
2026-10-10 workday True in lieu False (False, 'National Day')
[1, 2, 3, 4, 5, 6, 7, 11, 17, 18, 24, 25, 31]
SEEN
