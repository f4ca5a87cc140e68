#!/usr/bin/env bash
# docx2python 3.7.1, mammoth 1.13.0, python-docx 1.2.0
#
# One would expect: the automatic numbers of paragraphs (一、二、) come out with the text, as 1. and 2. do.
# What happens: docx2python writes numbers in digits and a double dash for Chinese ones; mammoth makes a list that counts
# 1, 2; python-docx gives no numbers at all.
# For a list tool: "第二项" of a document cannot be found by its number in what these readers give.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python docx2python==3.7.1 mammoth==1.13.0 python-docx==1.2.0

cd "$sandbox"
python -W ignore >seen <<'PY'
import docx
import docx2python
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w")
document = docx.Document()
numbering = document.part.numbering_part.element
levels = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for level, kind, text in ((0, "chineseCountingThousand", "%1、"), (1, "decimal", "%2."))
)
numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="90">{levels}</w:abstractNum>'))
numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
for level, text in ((0, "适用范围"), (1, "申请人"), (0, "办理依据")):
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'))
document.save("guide.docx")

with docx2python.docx2python("guide.docx") as content:
    print("docx2python", [" ".join(line.split()) for line in content.text.splitlines() if line.strip()])
with open("guide.docx", "rb") as file:
    print("mammoth", mammoth.convert_to_html(file).value)
print("python-docx", [paragraph.text for paragraph in docx.Document("guide.docx").paragraphs])
PY
expect seen <<'SEEN'
docx2python ['-- 适用范围', '1) 申请人', '-- 办理依据']
mammoth <ol><li>适用范围<ol><li>申请人</li></ol></li><li>办理依据</li></ol>
python-docx ['适用范围', '申请人', '办理依据']
SEEN
