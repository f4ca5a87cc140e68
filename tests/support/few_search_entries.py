"""A handful of entries whose answers can be told by eye, one of them hostile."""

from wudan.search.document import SearchDocument

LEXICON = [(("开饭馆", "下馆子"), ("食品经营许可",)), (("危化品",), ("危险化学品",))]


def entry(id_: str, name: str, **fields: object) -> SearchDocument:
    return SearchDocument(list="approvals", id=id_, address=f"approvals/{id_}/", name=name, **fields)  # type: ignore[arg-type]


SMALL = [
    entry(
        "wjw-xk-003",
        "公共场所卫生许可",
        aliases=("开理发店",),
        department="卫计委",
        text=("经营者应当在开业前提交检测报告。",),
        facets={"list": ("行政审批事项清单",), "department": ("卫计委",), "served": ("自然人", "企业法人")},
    ),
    entry(
        "spj-xk-001",
        "食品经营许可（新办）",
        department="市场监管局",
        facets={"department": ("市场监管局",), "served": ("自然人",)},
    ),
    entry("spj-xk-002", "食品生产许可", department="市场监管局", facets={"department": ("市场监管局",)}),
    entry("ajj-xk-001", "危险化学品经营许可", department="安监局", facets={"department": ("安监局",)}),
    entry(
        "xxx-xk-001",
        '<img src=x onerror="window.broken=1">&lt;许可&gt;',
        department="<script>window.broken=1</script>",
        text=("<b>食材</b>须登记</p><script>window.broken=1</script>",),
        facets={"department": ("<script>window.broken=1</script>",)},
    ),
]
