"""Dates as spreadsheets count them: days since an epoch, the time of day as a fraction."""

import re
from datetime import datetime, timedelta

_LAST = 2_958_466  # the day after 9999-12-31
_LEAP_BUG = 60  # 1900-02-29, which the first spreadsheet programs counted as a day


def written_date(serial: float, letters: str, *, from_1904: bool = False) -> str:
    """Give a date as 2015-11-20, a time as 08:30, or both, as the letters of its format ask; empty where it is none.

    `letters` are those of the format, such as `yyyymd` or `[h]mm`.
    """
    if not 0 <= serial < _LAST:
        return ""
    small = letters.lower()
    if small.startswith("["):
        minutes = round(serial * 24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    moment = _moment(serial, from_1904=from_1904)
    has_day = re.search("[ydge]", small) is not None or ("m" in small and not re.search("[hs]", small))
    has_time = re.search("[hs]", small) is not None
    clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    if has_day and has_time and (moment.hour or moment.minute or moment.second):
        return f"{moment:%Y-%m-%d} {clock}"
    return f"{moment:%Y-%m-%d}" if has_day else clock


def _moment(serial: float, *, from_1904: bool) -> datetime:
    years = (1904, 1, 1) if from_1904 else (1899, 12, 30 if serial >= _LEAP_BUG else 31)
    epoch = datetime(*years)
    return epoch + timedelta(seconds=round(serial * 86_400))
