"""The enumerated values of the field, as the Chinese terms themselves.

Source: the exchange elements of GB/T 39554.2-2020 and the enumerations used in published lists.
"""

from typing import Literal

Status = Literal["在用", "暂停", "取消"]
Level = Literal["国家级", "省级", "市级", "县级", "镇（乡、街道）级"]
PowerSource = Literal["法定本级行使", "上级下放", "上级授权", "同级授权", "上级委托", "同级委托"]
BodyNature = Literal["法定机关", "授权组织", "受委托组织"]
Served = Literal["自然人", "企业法人", "事业法人", "社会组织法人", "非法人企业", "行政机关", "其他组织"]
CaseType = Literal["即办件", "承诺件", "上报件"]
Channel = Literal["窗口", "网上", "快递"]
Scope = Literal["全国", "全省", "全市", "全县", "全镇", "跨村"]
LimitUnit = Literal["工作日", "自然日", "小时", "月", "年"]
MaterialKind = Literal["原件", "复印件", "原件或复印件", "原件和复印件"]
MaterialForm = Literal["纸质", "电子", "纸质或电子"]
Necessity = Literal["必要", "非必要", "容缺后补"]
MaterialSource = Literal["申请人自备", "政府部门核发", "中介机构出具", "其他"]
ResultKind = Literal["证照", "批文", "其他", "无"]
OnlineDepth = Literal["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"]
Remedy = Literal["行政复议", "行政诉讼"]
ItemType = Literal[
    "行政许可",
    "非行政许可审批",
    "行政处罚",
    "行政强制",
    "行政征收",
    "行政给付",
    "行政检查",
    "行政确认",
    "行政奖励",
    "行政裁决",
    "其他行政权力",
    "公共服务",
]
PartKind = Literal["子项", "情形"]
FirmTopic = Literal[
    "设立变更", "准营准办", "资质认证", "年检年审", "税收财务", "人力资源", "社会保障", "投资审批",
    "融资信贷", "抵押质押", "商务贸易", "招标拍卖", "海关口岸", "涉外服务", "农林牧渔", "国土和规划建设",
    "交通运输", "环保绿化", "应对气候变化", "水务气象", "医疗卫生", "科技创新", "文体教育", "知识产权",
    "民族宗教", "质量技术", "检验检疫", "安全生产", "公安消防", "司法公证", "公用事业", "法人注销",
    "档案文物", "地方特色", "其他",
]  # fmt: skip
PersonTopic = Literal[
    "生育收养", "户籍办理", "民族宗教", "教育科研", "入伍服役", "就业创业", "设立变更", "准营准办",
    "抵押质押", "职业资格", "行政缴费", "婚姻登记", "优待抚恤", "规划建设", "住房保障", "社会保障",
    "证件办理", "交通出行", "旅游观光", "出境入境", "消费维权", "公共安全", "司法公证", "知识产权",
    "环保绿化", "文化体育", "公用事业", "医疗卫生", "离职退休", "死亡殡葬", "地方特色", "其他",
]  # fmt: skip
LawKind = Literal["法律", "行政法规", "国务院决定", "地方性法规", "部门规章", "省政府规章", "市政府规章", "规范性文件"]
