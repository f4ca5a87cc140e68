"""A small city in which every outcome of a comparison occurs once."""

import shutil
from pathlib import Path

from tests.support.rule_examples import CITY

BASELINE = """\
id: round-10
title: 第十轮行政审批制度改革目录
as_of: "2013-12-31"
document: 示政文〔2013〕118号
covers: [行政许可, 非行政许可审批, 行政确认]
entries:
  - id: r-same
    name: 公共场所卫生许可
    type: 行政许可
    body: wjw
    process: [{stage: 受理}, {stage: 审查}, {stage: 决定}]
    time_limit: {statutory: {count: 20, unit: 工作日}, promised: {count: 10, unit: 工作日}}
  - id: r-eased
    name: 放射诊疗许可
    type: 行政许可
    body: wjw
    time_limit: {statutory: {count: 20, unit: 工作日}, promised: {count: 10, unit: 工作日}}
  - {id: r-form, name: 医疗机构执业登记（县级）, type: 行政许可, body: wjw}
  - id: r-differs
    name: 母婴保健服务许可
    type: 行政许可
    body: wjw
    process: [{stage: 受理}, {stage: 决定}]
    time_limit: {promised: {count: 8, unit: 工作日}}
  - {id: r-missing, name: 饮用水供水单位卫生许可, type: 行政许可, body: wjw}
  - {id: r-cancelled, name: 再生育审批, type: 行政许可, body: wjw}
  - {id: r-kept, name: 乡村医生执业注册, type: 行政许可, body: wjw}
  - {id: r-delegated, name: 独生子女证发放, type: 行政确认, body: wjw}
  - {id: r-a, name: 护士执业注册, type: 行政许可, body: wjw}
  - {id: r-b, name: 护士变更注册, type: 行政许可, body: wjw}
  - {id: r-suspended, name: 义诊备案审查, type: 行政许可, body: wjw}
"""
DECISION = """\
document: 示政文〔2014〕9号
title: 关于调整行政审批事项的决定
issuer: 示例市人民政府
date: "2014-09-01"
changes:
  - {kind: cancel, from: [r-cancelled, r-kept]}
  - {kind: delegate_down, from: [r-delegated], to_level: 镇（乡、街道）级}
  - {kind: merge, from: [r-a, r-b], to: [{id: r-ab, name: 护士执业注册, type: 行政许可, body: wjw}]}
  - {kind: suspend, from: [r-suspended]}
  - {kind: take_over, to: [{id: r-taken, name: 医疗广告审查, type: 行政许可, body: wjw}]}
"""
ITEMS = """\
- id: wjw-xk-001
  name: 公共场所卫生许可
  type: 行政许可
  status: 在用
  base: r-same
  process: [{stage: 窗口受理}, {stage: 审查}, {stage: 决定}]
  time_limit: {statutory: {count: 20, unit: 工作日}, promised: {count: 10, unit: 工作日}}
- id: wjw-xk-002
  name: 放射诊疗许可
  type: 行政许可
  status: 在用
  base: r-eased
  time_limit: {statutory: {count: 20, unit: 工作日}, promised: {count: 6, unit: 工作日}}
- {id: wjw-xk-003, name: "医疗机构执业登记(县级)", type: 行政许可, status: 在用, base: r-form}
- id: wjw-xk-004 # 与院方商定
  name: 母婴保健技术服务许可
  type: 行政许可
  status: 在用
  base: r-differs
  # 先由科室看材料
  process: [{stage: 受理}, {stage: 专家评审}, {stage: 决定}]
  time_limit: {promised: {count: 12, unit: 工作日}} # 人手不足
- {id: wjw-xk-005, name: 医师执业注册, type: 行政许可, status: 在用}
- {id: wjw-xk-006, name: 乡村医生执业注册, type: 行政许可, status: 在用, base: r-kept}
- {id: wjw-xk-007, name: 护士执业注册, type: 行政许可, status: 在用, base: r-ab}
- {id: wjw-xk-008, name: 医疗广告审查, type: 行政许可, status: 在用, base: r-taken}
- {id: wjw-gg-001, name: 预防接种, type: 公共服务, status: 在用}
"""


def reformed_city(folder: Path) -> Path:
    """Write the catalog of the city below a folder, and give that folder."""
    catalog = folder / "catalog"
    shutil.copytree(CITY, catalog)
    (catalog / "baseline" / "adjustments").mkdir(parents=True)
    (catalog / "baseline" / "round-10.yml").write_text(BASELINE, encoding="utf-8")
    (catalog / "baseline" / "adjustments" / "2014-09-01.yml").write_text(DECISION, encoding="utf-8")
    (catalog / "approvals" / "wjw.yml").write_text(ITEMS, encoding="utf-8")
    return folder
