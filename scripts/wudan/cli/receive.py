"""`wudan receive`: what the pre-receive hook of a git server runs."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from wudan.cli.options import Lang, LanguageOption
from wudan.findings.formats import text
from wudan.review.receiving import Judgement, Server, judge_push, read_pushes
from wudan.words import Language, Words

_REFUSED = Words(
    "推送没有被接受：{branch} 的改动引起 {errors} 个错误。请按上面的说明改正，提交后再推送。",
    "The push was refused: the change of {branch} causes {errors} errors. Mend them, commit, and push again.",
)
_ACCEPTED = Words("{branch}：检查通过。", "{branch}: the check passes.")
_KEPT = Words("主分支 {main} 不能删除。", "The main branch {main} cannot be deleted.")
_NONE = Words(
    "一次推送几个分支的，有一个没有接受，其他的也不接收；请分开推送。",
    "Of several branches in one push none is received when one is refused; push them one by one.",
)
_UNDECIDED = Words(
    "{branch}：已接收。上面 {undecided} 个错误要由审核人决定，同意以前不能合并到 {main}。",
    "{branch}: received. A reviewer has to decide on {undecided} errors above before it can be merged into {main}.",
)


def receive(
    submitter: Annotated[
        str,
        typer.Option("--as", metavar="ID", envvar="WUDAN_AS"),
        Words("推送的部门；不写为审核人", "The department that pushes; a reviewer where none is named"),
    ] = "",
    main: Annotated[
        str,
        typer.Option(metavar="BRANCH"),
        Words("主分支，新分支与它比较", "The main branch, with which new branches are compared"),
    ] = "main",
    folder: Annotated[
        str, typer.Option(metavar="DIR"), Words("目录在仓库中的位置", "Where the catalog is in the repository")
    ] = "catalog",
    lang: Lang = LanguageOption.zh,
) -> None:
    """Judge a push, and leave with 1 where it is refused."""
    server = Server(Path(os.environ.get("GIT_DIR", ".")).resolve(), folder, main)
    refused = False
    pushes = list(read_pushes(sys.stdin))
    for push in pushes:
        if push.deletes and push.updates(main):
            refused = True
            typer.echo(_KEPT.write(lang.value, {"main": main}))
            continue
        judgement = judge_push(push, server, submitter or None, lang.value)
        if judgement is None:
            continue
        refused |= judgement.errors > 0
        _answer(judgement, push.name.removeprefix("refs/heads/"), main, lang.value)
    if refused and len(pushes) > 1:
        typer.echo(_NONE.write(lang.value))
    raise typer.Exit(1 if refused else 0)


def _answer(judgement: Judgement, branch: str, main: str, language: Language) -> None:
    """Tell the one who pushed what was found, and whether it refuses the push or waits for a reviewer."""
    if judgement.report.findings:
        typer.echo(text.write(judgement.report, language), nl=False)
    words = _REFUSED if judgement.errors else _UNDECIDED if judgement.undecided else _ACCEPTED
    arguments = {"branch": branch, "main": main, "errors": judgement.errors, "undecided": judgement.undecided}
    typer.echo(words.write(language, arguments))
