"""What a catalog must be before a site is made of it: every file read, every record sound."""

from wudan.catalog.catalog import Catalog
from wudan.site.error import SiteError

_SHOWN = 5


def refuse_faulty(catalog: Catalog) -> None:
    """Raise SiteError when a file of the catalog could not be read, belongs nowhere, or holds a faulty record."""
    faulty = [file.path for file in catalog.files if file.refusal or file.faulty or file.is_link or file.kind is None]
    if catalog.city is None:
        faulty.append(f"{catalog.name}/catalog.yml")
    if not faulty:
        return
    names = list(dict.fromkeys(faulty))
    shown = "、".join(names[:_SHOWN])
    raise SiteError(
        f"目录中有 {len(names)} 个文件读不了或者不合格式，没有生成网站：{shown}{'等' if len(names) > _SHOWN else ''}。"
        "请运行 wudan check 查看每一处问题，改正后再试。",
        f"{len(names)} files of the catalog cannot be read or break the schema, so no site was built:"
        f" {', '.join(names[:_SHOWN])}{' …' if len(names) > _SHOWN else ''}. wudan check shows each problem.",
    )
