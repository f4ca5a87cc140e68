"""L007: an intermediary service or a certificate without a ground.

Catches intermediary services in use whose bases cannot require them: none at all, or, all of them known, none that is
high enough. Until the end of 2019 a departmental rule was enough, since then only a law, an administrative regulation
or a decision of the State Council. It catches as well certificates (证明) among the materials of an item that
somebody else has to issue and that cite no basis: a warning from 2015-11-30, an error from 2020-01-01. Papers that
people have anyway (身份证明, 产权证明, 资信证明, 营业执照 …) are no such certificates.

Why: each of them costs the applicant money or a day, and often nobody remembers who asked for it.

Source: 国办发〔2015〕31号; 国办发〔2015〕86号; 优化营商环境条例 第四十三条、第四十四条.

Bad: `{name: 无违法记录证明, issued_by: 派出所}` without `basis`.

Good: the same with `basis: {law: 保安服务管理条例, article: 第九条}`.

中文

本条查出没有依据的中介服务和证明。中介服务：没有写依据，或者依据的效力不够（2019 年底以前部门规章可以，2020 年起须有法
律、行政法规或者国务院决定）。证明：要别的单位开具而没有写依据的，2015年11月30日起是警告，2020年1月1日起是错误。身份证
明、产权证明、资信证明等本人手中已有的证件不算；由居（村）委会、社区、所在单位、派出所出具的，不论证明什么都算。

为什么：每多一项，群众就多花一笔钱或者多跑一趟，往往已经没有人记得是谁要的。

依据：国办发〔2015〕31号；国办发〔2015〕86号；《优化营商环境条例》第四十三条、第四十四条。

反例：`{name: 无违法记录证明, issued_by: 派出所}`，没有写 `basis`。

正例：加上 `basis: {law: 保安服务管理条例, article: 第九条}`。

怎样改：写上要求它的法条；没有的，取消这项服务或者证明，改为部门之间核查、申请人书面承诺。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval, Material
from wudan.catalog.model.register import Intermediary
from wudan.law.register import law_register
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

_CERTIFICATES_SINCE = "2015-11-30"
_STRICT_SINCE = "2020-01-01"
_HIGH = frozenset({"法律", "行政法规", "国务院决定"})
_HIGH_ENOUGH_BEFORE = _HIGH | {"部门规章", "地方性法规"}
_CERTIFICATE = re.compile(r"证明(?:书|函|信)?(?:（[^）]*）)?$")
# Papers that people have, and that are only called a proof of something: what stands before 证明 is such a term as a
# whole, or ends in one. A word inside another term (居委会出具的场所情况证明) exempts nothing.
_IN_HAND = re.compile(
    "(?:身份|产权|权属|使用权|使用|资信|资金|验资|存款|学历|学位|资格|职称|任职|聘用|住所|场所|场地|来源|所有权|所有|"
    "缴费|缴纳|完税|纳税|付款|出资|登记|出生医学|死亡|备案|批准|许可|授权|注册|法定代表人|设备|购置|租赁|土地|用地|"
    "检测|检验|鉴定|体检|健康|合格|培训|考核|业绩|出厂|质量|合法|有效)(?:情况|状况|文件|材料)?$"
)
# A neighbourhood or a unit that is asked to vouch for somebody writes the paper for this purpose, whatever it is about.
_VOUCHING = re.compile("居委会|村委会|居（村）委会|村（居）委会|居民委员会|村民委员会|社区|所在单位|派出所")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every intermediary service, and every certificate, that nothing requires."""
    for service in catalog.of("intermediaries"):
        if service.record.is_in_use and not _may_require(service, catalog):
            yield Problem(
                place_of(service, "basis", key=True) if service.record.basis else place_of(service, "name"),
                message="service",
                arguments={"name": service.record.name},
                about=Texts(("service",)),
                list=service.kind.id,
                item=service.record.id,
            )
    if catalog.judged_on >= _CERTIFICATES_SINCE:
        for item in catalog.approvals:
            if item.record.is_in_use:
                yield from _certificates(item, catalog)


def _may_require(service: Placed[Intermediary], catalog: Catalog) -> bool:
    register = catalog.derived(law_register)
    enough = _HIGH if catalog.judged_on >= _STRICT_SINCE else _HIGH_ENOUGH_BEFORE
    kinds = [register.resolve(citation).kind for citation in service.record.basis]
    return any(kind is None or kind in enough for kind in kinds)


def _certificates(item: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    for index, material in enumerate(item.record.materials):
        if _is_certificate(material) and material.basis is None:
            yield problem_at(
                item,
                "materials",
                index,
                "name",
                message="certificate",
                arguments={"name": material.name, "item": item.record.name},
                about=("certificate", material.name),
                level=None if catalog.judged_on >= _STRICT_SINCE else "warning",
            )


def _is_certificate(material: Material) -> bool:
    """Say whether somebody else has to write the paper for this purpose."""
    called = _CERTIFICATE.search(material.name)
    if called is None:
        return False
    if _VOUCHING.search(material.name) or _VOUCHING.search(material.issued_by or ""):
        return True
    if _IN_HAND.search(material.name[: called.start()]):
        return False
    return material.source in ("政府部门核发", "其他") or material.issued_by is not None


RULE = CatalogRule(
    code="L007",
    level="error",
    title=Words("中介服务或者证明没有依据", "Service or certificate without a ground"),
    messages={
        "service": Message(
            Words(
                "中介服务“{name}”没有足够的设定依据。", "Nothing cited may require the intermediary service '{name}'."
            ),
            Words("写上要求它的法条；没有的，改为“取消”。", "Cite what requires it, or cancel it."),
        ),
        "certificate": Message(
            Words("“{item}”要求的“{name}”没有写明依据。", "'{item}' asks for '{name}' and cites no ground for it."),
            Words(
                "写上依据；没有的，取消这项证明，改为部门核查或者书面承诺。",
                "Cite what requires it, or look it up between departments instead.",
            ),
        ),
    },
    check=check,
    page=__doc__,
    valid_from="2015-04-27",
)
