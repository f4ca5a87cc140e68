"""The commands by name: where each is, and what it does in one line."""

from collections.abc import Mapping
from dataclasses import dataclass

from wudan.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: the module of `wudan.cli` that holds it, its function there, and what its help says."""

    module: str
    function: str
    summary: Words


COMMANDS: Mapping[str, Entry] = {
    "check": Entry(
        "check",
        "check",
        Words(
            "检查目录：逐条规则查对，指出文件、行、列和改法。",
            "Check a catalog by all rules; tell file, line, column and what to do.",
        ),
    ),
    "diff": Entry(
        "diff",
        "diff",
        Words(
            "比较实质变化：哪些事项增减、合并、划转，哪些时限、材料、环节变了，对申请人是加重还是减轻。",
            "Compare in substance: items added, removed, merged or moved; limits, materials and stages changed; "
            "whether that burdens or relieves applicants.",
        ),
    ),
    "compare": Entry(
        "compare",
        "compare_lists",
        Words(
            "逐项比对：各部门的清单与当日有效的改革基线，六要素哪里不同，哪些要审核人决定。",
            "Compare the lists item by item with the reform baseline in force that day: where the six elements "
            "differ, and what a reviewer has to decide.",
        ),
    ),
    "review": Entry(
        "review",
        "review_change",
        Words(
            "审核一次改动：实质变化、与改革基线的出入、引起的问题，合成一份报告；没有变化时什么也不输出。",
            "Review a change: its substance, departures from the reform baseline and the findings it causes, as "
            "one report; nothing is printed where nothing changed.",
        ),
    ),
    "stats": Entry(
        "stats",
        "stats",
        Words(
            "统计：各清单有多少项，大厅事项法定、承诺、实际办理的平均时间，引用了多少法条、核对过多少。",
            "Count: entries of each list; mean times of counter items by law, by promise and in fact; articles of "
            "law cited, and how many of them were verified.",
        ),
    ),
    "waive": Entry(
        "waive",
        "waive_finding",
        Words(
            "说明保留：审核人同意保留一处与规则不符的情况，写明理由、依据、单位和期限。",
            "Waive a finding: a reviewer accepts a departure, with reason, document, approver and end.",
        ),
    ),
    "release": Entry(
        "release",
        "make_release",
        Words(
            "发布版本：把市政府批准的清单定为一版，记下内容校验值和变化；也用于勘误和撤回。",
            "Release an edition: freeze the lists that the city approved, with checksum and changes; also corrects "
            "and withdraws editions.",
        ),
    ),
    "verify": Entry(
        "verify",
        "verify",
        Words(
            "核对版本和网站，不用联网：链条、签名、清单的校验值、网站的每个文件；用一句话说明证明了什么、没有证明什么。",
            "Verify editions and a site, offline: chain, signatures, hash of the lists, every file of the site; one "
            "line says what is proved and what is not.",
        ),
    ),
    "receive": Entry(
        "receive",
        "receive",
        Words(
            "接收推送：从标准输入读取 git 给钩子的内容，改动引起错误的拒绝接收，并说明在哪一行、怎样改。",
            "Receive a push: read what git gives a hook on standard input; refuse changes that cause errors, and "
            "tell the line and what to do.",
        ),
    ),
    "codeowners": Entry(
        "codeowners",
        "write_codeowners",
        Words(
            "输出 CODEOWNERS：哪个文件的改动要谁同意。写入 .github/CODEOWNERS 或者 .gitlab/CODEOWNERS。",
            "Print CODEOWNERS: who has to agree to a change of which file. It belongs in .github/CODEOWNERS or "
            ".gitlab/CODEOWNERS.",
        ),
    ),
    "explain": Entry(
        "explain",
        "explain",
        Words(
            "说明一条规则：查什么、为什么、依据、正反例、怎样改。",
            "Explain a rule: what it looks for, why, on what ground, examples, and what to do.",
        ),
    ),
    "fmt": Entry(
        "fmt",
        "fmt",
        Words(
            "把目录文件改成统一的写法：键的先后、缩进、括号、引号；数据和注释不变。",
            "Write catalog files in canonical form: order of keys, indents, brackets, quotes; data and comments stay.",
        ),
    ),
    "import": Entry(
        "import_",
        "import_table",
        Words(
            "导入表格：把部门填报的表写成目录文件，指出哪一格有问题、怎样改；也读回审核人和部门填好的决定表。",
            "Import a table: write what a department filled in as catalog files, tell which cell is wrong and what "
            "to do; also reads back a sheet of decisions.",
        ),
    ),
    "init": Entry(
        "init",
        "init",
        Words(
            "新建一个城市的目录和网站：填好清单就能检查、生成网站。",
            "Make the catalog and site of a new city: fill in the lists, then check them and build the site.",
        ),
    ),
    "build": Entry(
        "build",
        "build",
        Words(
            "生成网站：全部完成并核对以后，一次换上；中途出错，原来的网站不变。",
            "Build the site: it is put in place at once when all is done and checked; after an error the site "
            "before stays.",
        ),
    ),
    "serve": Entry(
        "build",
        "serve",
        Words(
            "在本机预览网站；目录、页面有修改时自动重新生成。",
            "Preview the site on this machine; it is built anew when the catalog or a page changes.",
        ),
    ),
    "schema": Entry(
        "schema",
        "schema",
        Words("输出数据规范（JSON Schema 2020-12）。", "Print a schema (JSON Schema 2020-12)."),
    ),
}
