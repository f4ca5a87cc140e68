"""How grave something is: what stands in the way, what should be mended, what is only told."""

from collections.abc import Mapping
from typing import Literal

from wudan.words import Words

Level = Literal["error", "warning", "info"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
LEVEL_WORDS: Mapping[Level, Words] = {
    "error": Words("错误", "error"),
    "warning": Words("警告", "warning"),
    "info": Words("提示", "info"),
}
