"""The columns of the sheet that reviewer and department talk over, as it is written and as it is read back."""

from collections.abc import Mapping
from typing import Literal

from wudan.words import Words

Answer = Literal["accept", "correct", "department", "open"]

# What a reviewer can decide; the words stand in the drop-down list.
ANSWERS: Mapping[Answer, str] = {
    "accept": "同意保留",
    "correct": "按基线改正",
    "department": "由部门改正",
    "open": "暂不决定",
}

FINGERPRINT, REPLY, ANSWER = "问题指纹", "部门答复", "审核决定"
REASON, DOCUMENT, APPROVER, UNTIL = "保留理由", "依据文件", "批准单位", "保留至"
DECISION_SHEET, TABLE_SHEET = "出入与决定", "逐项比对"

NOTE = Words(
    "部门填“部门答复”；审核人选“审核决定”。选“同意保留”的，填理由、依据文件、批准单位和保留至（如 2016-12-31）。"
    "填好后用 wudan import 读回：同意保留的写成说明保留，按基线改正的写进清单。请勿改动最后一列。",
    "The department fills in 部门答复, the reviewer chooses 审核决定; with 同意保留 go reason, document, approver and "
    "last day. wudan import reads the sheet back. Leave the last column alone.",
)
