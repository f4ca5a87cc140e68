"""L017: a condition of a kind that nobody may make.

Catches, in the conditions, materials, notes and steps of licences and in the requirements of the negative list, where
no law or regulation is cited at the very place: a residence (only people registered here are served); the origin of a
firm (only local firms, outside firms refused or asked for more, a branch to be founded here); a training, textbook,
shop or testing body that the office names for everybody; a testing or intermediary company by its name.

What decides only which office is in charge (户籍或者居住地在本市), what is said not to be asked for, and bodies that a
national or provincial authority designates pass.

Why: such conditions shut a market, or send people to one seller. No city, and no department, may make them.

Source: 行政许可法 第十五条第二款: no limiting of people or firms of other places; 第十六条第四款: no conditions beyond
the higher law; 第二十七条: no buying of designated goods or services; 第五十四条: no compulsory training, no designated
textbooks. 国办发〔2015〕31号: no designated intermediary.

Bad: `conditions: [{text: 申请人有本市户籍}]`.

Good: `conditions: [{text: 户籍或者经常居住地在本市}]`.

中文

本条查出谁也无权设定的条件，查行政许可的条件、材料、说明、环节和负面清单的管理要求：限定本地户籍；限定本地企业，拒收外地企
业或者对其另加要求，要求在本地设分公司；指定培训、教材、商店、检测机构；指名道姓要某一家中介、检测公司。在原处引用了法律、
法规的，不算。

只是划分由哪里受理的（户籍或者居住地在本市）、写明不要求的、国家和省的主管部门依法指定的机构，不算。

为什么：这样的条件要么封锁市场，要么把群众赶到一家去买。市县和部门都无权设定。

依据：《行政许可法》第十五条第二款，不得限制其他地区的个人或者企业；第十六条第四款，不得增设违反上位法的条件；第二十七条，不得
要求购买指定商品、接受有偿服务；第五十四条，不得组织强制性考前培训、指定教材；国办发〔2015〕31号，不得指定中介机构。

反例：`conditions: [{text: 申请人有本市户籍}]`。

正例：`conditions: [{text: 户籍或者经常居住地在本市}]`。

怎样改：删去这一条件；法律、法规确有规定的，在原处写 basis。
"""

import re
from collections.abc import Iterator, Mapping

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.demands import Demand, telling_demands
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.base import Entry
from wudan.catalog.model.negative import NegativeEntry
from wudan.law.register import is_from_law
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_SUSPECT = re.compile("户[籍口]|外[地省市来]|指定|统一|[限仅只须应]|[购订]|培训|公司|事务所|设计院|测绘|中心|优先")
_HERE = "本地|本市|本县|本区|当地|市内|县内"
_FIRM = "企业|公司|单位|机构|厂家|厂商|品牌|产品|施工队"
_KINDS: Mapping[str, re.Pattern[str]] = {
    "residence": re.compile(
        rf"(?:{_HERE})的?(?:常住|城镇|农业|居民)?(?:户籍|户口)|(?:户籍|户口)[^，。；]{{0,4}}(?:在|为|是)(?:{_HERE})"
    ),
    "local": re.compile(
        rf"(?:限于?|仅|只|必须|须|应当?)[^，。；]{{0,8}}(?:{_HERE})[^，。；]{{0,6}}(?:{_FIRM})"
        rf"|(?:{_HERE})(?:注册|登记|纳税)的?[^，。；]{{0,4}}(?:{_FIRM})优先"
        rf"|(?:外地|外省|外市|外来)的?(?:{_FIRM}|人员)[^，。；]{{0,10}}(?:不得|不予|不受理|不接受|不办理|须|应|必须|除外|另|加)"
        rf"|(?:须|应|必须|已)[^，。；]{{0,6}}在(?:{_HERE})[^，。；]{{0,6}}(?:分公司|子公司|分支机构|独立法人)"
    ),
    "designated": re.compile(
        "(?:指定|统一)的?[^，。；、]{0,8}?(?:培训|教材|教程|书店|商店|厂家|商家|供应商|检测|检验|中介|评估|测绘|代理|复印|照相|印刷|公司)"
        "|(?:参加|经|通过)[^，。；]{0,8}(?:本局|我局|本委|我委|协会|学会)[^，。；]{0,8}(?:培训|辅导|讲座)"
        "|(?:购买|订购|征订|订阅)[^，。；]{0,10}(?:教材|教程|读本|学习资料|培训资料|报刊|杂志)"
    ),
    "company": re.compile(
        r"(?:^|由|委托|到|经|向|找)(?![^，。；]{0,12}(?:的|资质|会计师|律师|审计|税务师|依法|专业|第三方|相应|其他|或者|一人|责任公司以))"
        r"[一-龥]{2,14}?(?:有限责任公司|有限公司|股份公司|律师事务所|设计院|测绘院|测绘队|咨询中心|评估中心|检测公司|评估公司)"
    ),
}
_NOT_ASKED = re.compile("不(?:得|要|必|需|以|再|限|另|用|指定|论|接受指定)|没有|无(?:须|需)|自愿|自行选择|拒绝|可以?不")
# By whom or for whom it is said: an authority above, a tobacco or salt wholesaler, somebody whose place is one of two.
_LAWFUL: Mapping[str, re.Pattern[str]] = {
    "residence": re.compile("或者|或|居住证|暂住|以外"),
    "local": re.compile("批发企业|登记机关"),
    "designated": re.compile("(?:省|国家|国务院|行政部门|注册机关|登记机关|以上)[^，。；]{0,10}指定"),
    "company": re.compile("设立|改制|变更"),
}
_SENTENCE = re.compile("[。；]")


def check(placed: Placed[Entry], catalog: Catalog) -> Iterator[Problem]:
    """Give each text of a licence or of the negative list that asks for what nobody may ask for."""
    record = placed.record
    if not record.is_in_use:
        return
    for demand in _demands(record, catalog):
        if _SUSPECT.search(demand.text) is None or (demand.basis and is_from_law(demand.basis, catalog)):
            continue
        for kind, words in _asked_in(demand, _here(catalog)):
            yield problem_at(
                placed,
                *demand.steps,
                message=kind,
                arguments={"name": record.name, "words": words},
                about=(kind, words),
            )


def _demands(record: Entry, catalog: Catalog) -> Iterator[Demand]:
    if isinstance(record, Approval):
        if record.type == "行政许可":
            yield from catalog.derived(telling_demands).get(id(record), ())
    elif isinstance(record, NegativeEntry) and not record.basis and record.requirement:
        yield Demand(("requirement",), record.requirement)


def _here(catalog: Catalog) -> str:
    """Give the name of the city without its kind (新密), which a text may write instead of 本市."""
    return catalog.city.region.name.rstrip("市县区") if catalog.city else ""


def _asked_in(demand: Demand, here: str) -> Iterator[tuple[str, str]]:
    """Give the kind of each condition in a text and its words; where an item is handled (scope) is no condition."""
    text = demand.text
    if here and here in text:
        text = re.sub(f"{re.escape(here)}[市县区]?", "本市", text)
    for sentence in _SENTENCE.split(text):
        for kind, pattern in _KINDS.items():
            found = pattern.search(sentence) if kind != "residence" or demand.steps[0] != "scope" else None
            if found is None or _NOT_ASKED.search(sentence[: found.end()]) or _LAWFUL[kind].search(sentence):
                continue
            yield kind, found[0]
            break


_HELP = Words(
    "删去这一条件；法律、法规确有规定的，在原处写 basis。",
    "Drop the condition, or cite here the law or regulation that makes it.",
)

RULE = ItemRule(
    code="L017",
    level="error",
    title=Words("无权设定的条件", "A condition that nobody may make"),
    messages={
        "residence": Message(
            Words(
                "“{name}”以户籍限制申请人（{words}），《行政许可法》第十五条第二款不许限制其他地区的个人。",
                "'{name}' asks for a residence ({words}); people of other places may not be limited.",
            ),
            _HELP,
        ),
        "local": Message(
            Words(
                "“{name}”区别对待外地企业（{words}），《行政许可法》第十五条第二款不许限制其他地区的企业。",
                "'{name}' sets firms of other places apart ({words}); they may not be limited.",
            ),
            _HELP,
        ),
        "designated": Message(
            Words(
                "“{name}”指定培训、教材、商品或者机构（{words}），《行政许可法》第二十七条、第五十四条不许。",
                "'{name}' designates training, goods or a body ({words}); the Licensing Act, 27 and 54, forbids it.",
            ),
            _HELP,
        ),
        "company": Message(
            Words(
                "“{name}”指名要某一家（{words}），国办发〔2015〕31号不许指定中介机构。",
                "'{name}' names one company ({words}); no intermediary may be designated.",
            ),
            Words("写要什么资质，不写哪一家。", "Say which qualification is asked for, not which company."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals", "negative"),
    valid_from="2004-07-01",
)
