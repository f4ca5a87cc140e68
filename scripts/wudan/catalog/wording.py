"""How pieces of the lists are worded in Chinese, wherever they are told."""

from wudan.catalog.working_days import Length


def limit_text(length: Length) -> str:
    """Give a length of time as one writes it: 20个工作日, 3年."""
    counted = "" if length.unit in ("小时", "年") else "个"
    return f"{length.count:g}{counted}{length.unit}"
