"""S001: a file is not plain YAML.

Catches everything by which a YAML file can be unreadable, or can mean one thing to this tool and another to
the next: syntax errors, text that is not UTF-8, a byte order mark, tags, anchors and aliases, merge keys, directives,
a second document, keys that stand twice or are no simple text, tab characters, files over 5 MB, nesting deeper
than 40 levels.

Why: the catalog is read by many programs and by people. A text that stands for something that is not written there
cannot be reviewed line by line. (YAML 1.1 and 1.2; the list of refusals is this project's own.)

Bad:

    - id: wjw-xk-003
      name: 公共场所卫生许可
      name: 卫生许可

Good:

    - id: wjw-xk-003
      name: 公共场所卫生许可

中文

本条查出读不了的文件，以及不同程序会读出不同意思的写法：语法错误，编码不是 UTF-8，带有字节顺序标记，使用标签、锚点、
引用、合并键、指令，一个文件写了两份文档，同一个键写了两遍，使用制表符，文件超过 5 MB，嵌套超过 40 层。

为什么：目录既给程序读，也给人审。写在纸面上的就应当是全部内容，审核的人才能逐行核对。

怎样改：按提示的行和列改正。每个键只写一次；缩进用空格；需要重复的内容照写一遍，不用引用。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.refusal import Refusal
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, Related, place_at
from wudan.rules.engine.rule import FileRule, Message
from wudan.words import Words

# What libyaml says, and what a clerk can do about it.
_SYNTAX = {
    "mapping values are not allowed in this context": "colon",
    "did not find expected key": "indentation",
    "did not find expected '-' indicator": "indentation",
    "block sequence entries are not allowed in this context": "indentation",
    "could not find expected ':'": "no_colon",
    "found unexpected end of stream": "quote",
    "found unexpected document indicator": "quote",
    "did not find expected ',' or ']'": "bracket",
    "did not find expected ',' or '}'": "bracket",
    "did not find expected node content": "bracket",
    "found character that cannot start any token": "first_character",
    "found unknown escape character": "escape",
    "found invalid Unicode character escape code": "escape",
    "did not find expected hexdecimal number": "escape",
}


def check(file: CatalogFile, catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give the one reason for which a file was refused; forbidden characters are left to S007."""
    refusal = file.refusal
    if refusal is None or refusal.reason == "forbidden":
        return
    related = () if refusal.first is None else (Related(place_at(file, refusal.first), _FIRST),)
    yield Problem(
        place_at(file, refusal.offset),
        message=_message_name(refusal),
        arguments=refusal.details,
        about=Texts((file.path, refusal.reason)),
        related=related,
    )


def _message_name(refusal: Refusal) -> str:
    if refusal.reason != "syntax":
        return refusal.reason
    return _SYNTAX.get(str(refusal.details.get("problem")), "syntax")


def _message(zh: str, en: str, help_zh: str, help_en: str) -> Message:
    return Message(Words(zh, en), Words(help_zh, help_en))


_FIRST = Words("与这里有关", "This is the other place")

RULE = FileRule(
    code="S001",
    level="error",
    title=Words("不是规范的 YAML 文件", "Not plain YAML"),
    messages={
        "syntax": _message(
            "此处不符合 YAML 语法（{problem}）。",
            "This is not YAML: {problem}.",
            "检查这一行和上一行的缩进、冒号、引号和括号。",
            "Look at indentation, colons, quotes and brackets of this line and the one above.",
        ),
        "colon": _message(
            "这一行多出一个冒号。",
            "There is a colon too many on this line.",
            "值里有“: ”时，给整个值加上双引号；如果这一行是新的一项，把它的缩进与同级的键对齐。",
            "Put the whole value into double quotes if it holds ': '; otherwise align the line with its sibling keys.",
        ),
        "indentation": _message(
            "这一行的缩进与上下文不一致。",
            "The indentation of this line does not fit the lines around it.",
            "同一级的内容缩进相同的空格数，列表的“- ”对齐。",
            "Indent what is on the same level by the same number of blanks, and align the '- ' of a list.",
        ),
        "no_colon": _message(
            "这里应当是“键: 值”，缺少半角冒号加空格。",
            "A 'key: value' is expected here: the colon with a blank is missing.",
            "在键的后面写半角冒号和一个空格；全角冒号“：”不算。",
            "Write an ASCII colon and a blank after the key; a full-width colon does not count.",
        ),
        "quote": _message(
            "从这里开始的引号没有配对。",
            "The quotation that begins here has no end.",
            "在值的末尾补上同样的引号。",
            "Add the same quotation mark at the end of the value.",
        ),
        "bracket": _message(
            "方括号或花括号没有配对，或者中间缺少逗号。",
            "A bracket is not closed, or a comma is missing between its elements.",
            "补上“]”“}}”或者半角逗号；括号里的文字含有逗号时加双引号。",
            "Add ']' or '}}' or the comma; put a text that holds a comma into double quotes.",
        ),
        "first_character": _message(
            "值不能以这个字符开头。",
            "A value cannot begin with this character.",
            "给整个值加上双引号。",
            "Put the whole value into double quotes.",
        ),
        "escape": _message(
            "双引号里的反斜杠写法不对。",
            "This backslash in double quotes means nothing.",
            "要写反斜杠本身，写两个“\\\\”，或者改用单引号。",
            "Write two backslashes for one, or use single quotes.",
        ),
        "encoding": _message(
            "从这里开始不是 UTF-8 编码。",
            "From here on the file is not UTF-8.",
            "用编辑器把文件另存为 UTF-8 编码。",
            "Save the file as UTF-8.",
        ),
        "gbk": _message(
            "文件不是 UTF-8 编码，很像 GBK（简体中文 ANSI）。",
            "The file is not UTF-8; it looks like GBK.",
            "在编辑器中选择“另存为”，编码选 UTF-8。",
            "Save the file as UTF-8.",
        ),
        "utf16": _message(
            "文件是 UTF-16 编码，应当用 UTF-8。",
            "The file is UTF-16; it must be UTF-8.",
            "在编辑器中选择“另存为”，编码选 UTF-8（Windows 记事本的“Unicode”不是 UTF-8）。",
            "Save the file as UTF-8 (what Notepad calls 'Unicode' is not).",
        ),
        "bom": _message(
            "文件开头带有字节顺序标记（BOM）。",
            "The file begins with a byte order mark.",
            "另存为“UTF-8 无 BOM”。",
            "Save the file as UTF-8 without BOM.",
        ),
        "tab": _message(
            "这里有一个制表符（Tab）。",
            "There is a tab character here.",
            "换成空格；可以把编辑器设为“用空格代替制表符”。",
            "Use blanks; most editors can insert blanks for the tab key.",
        ),
        "size": _message(
            "文件有 {size} 字节，超过 {limit} 字节的上限，没有读取。",
            "The file has {size} bytes, more than the {limit} allowed; it was not read.",
            "按事项拆成几个文件，放进以部门编号命名的文件夹，如 approvals/wjw/。",
            "Split it into several files in a folder named after the department, such as approvals/wjw/.",
        ),
        "depth": _message(
            "嵌套超过 {limit} 层。",
            "This is nested deeper than {limit} levels.",
            "目录用不到这么多层，请检查括号或者缩进。",
            "A catalog never needs that many levels: look at brackets and indentation.",
        ),
        "duplicate_key": _message(
            "键“{key}”在这里写了第二遍。",
            "The key '{key}' stands here for the second time.",
            "只保留一个；两处内容都需要的，合成一处。",
            "Keep one of them; merge the two if both are needed.",
        ),
        "empty_key": _message(
            "冒号前面没有键。",
            "There is no key before the colon.",
            "补上键名，或者删去这一行。",
            "Add the key, or remove the line.",
        ),
        "complex_key": _message(
            "键必须是简单的文字，不能是列表或者“? ”写法。",
            "A key must be a simple text, not a list or a mapping.",
            "把键写成一个词。",
            "Write the key as one word.",
        ),
        "merge_key": _message(
            "不能用合并键“<<”。",
            "The merge key '<<' is not allowed.",
            "把要合并的内容照写一遍。",
            "Write out what is to be merged.",
        ),
        "anchor": _message(
            "不能用锚点（“&”开头的名字）。",
            "Anchors ('&name') are not allowed.",
            "删去锚点；值本身以“&”开头时加双引号。",
            "Remove the anchor; put a value that begins with '&' into double quotes.",
        ),
        "alias": _message(
            "不能用引用（“*”开头的名字）。",
            "Aliases ('*name') are not allowed.",
            "把所引用的内容照写一遍；值本身以“*”开头时加双引号。",
            "Write out what it stands for; put a value that begins with '*' into double quotes.",
        ),
        "tag": _message(
            "不能用标签（“!”开头的名字）。",
            "Tags ('!name') are not allowed.",
            "删去标签；值本身以“!”开头时加双引号。",
            "Remove the tag; put a value that begins with '!' into double quotes.",
        ),
        "directive": _message(
            "不能用指令（“%”开头的行）。",
            "Directives (lines that begin with '%') are not allowed.",
            "删去这一行。",
            "Remove the line.",
        ),
        "second_document": _message(
            "一个文件只能有一份文档，这里开始了第二份。",
            "A file holds one document; here begins a second.",
            "删去“---”，把内容并入上面的列表，或者另存为一个文件。",
            "Remove the '---' and join the contents, or put the second part into a file of its own.",
        ),
    },
    check=check,
    page=__doc__,
    is_structural=True,
    guards_site=True,
    tells_unread=True,
)
