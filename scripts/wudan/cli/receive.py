"""`wudan receive`: what the pre-receive hook of a git server runs."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from wudan.catalog.model.body import REVIEWER
from wudan.cli.options import Lang, LanguageOption
from wudan.findings.formats import text
from wudan.review.receiving.judging import Judgement, judge_pushes
from wudan.review.receiving.objection import Objection
from wudan.review.receiving.push import Push, read_pushes
from wudan.review.receiving.pusher import pusher_of
from wudan.review.receiving.self_test import self_test
from wudan.review.receiving.server import Server, server_at
from wudan.words import Language, Words

_REFUSED = Words(
    "推送没有被接受：{branch} 的改动引起 {errors} 个错误。请按上面的说明改正，提交后再推送。",
    "The push was refused: the change of {branch} causes {errors} errors. Mend them, commit, and push again.",
)
_ACCEPTED = Words("{branch}：检查通过。", "{branch}: the check passes.")
_NONE = Words(
    "一次推送几个分支的，有一个没有接受，其他的也不接收；请分开推送。",
    "Of several branches in one push none is received when one is refused; push them one by one.",
)
_UNDECIDED = Words(
    "{branch}：已接收。上面 {undecided} 个错误要由审核人决定，同意以前不能合并到 {main}。",
    "{branch}: received. A reviewer has to decide on {undecided} errors above before it can be merged into {main}.",
)

_WORKS = Words("钩子有效。", "The hook works.")
_FAILS = Words("还有问题，请改正上面标 ✗ 的。", "It is not guarded yet; mend what is marked ✗ above.")


def receive(
    name: Annotated[
        str,
        typer.Option("--as", metavar="ID", envvar="WUDAN_AS"),
        Words(
            f"谁在推送：部门编号；审核人写 {REVIEWER}。不写的，什么也不接收",
            f"Who pushes: the id of a department, or {REVIEWER} for the reviewers; from nobody nothing is received",
        ),
    ] = "",
    main: Annotated[
        str,
        typer.Option(metavar="BRANCH"),
        Words("主分支，其他分支与它比较", "The main branch, with which other branches are compared"),
    ] = "main",
    folder: Annotated[
        str, typer.Option(metavar="DIR"), Words("目录在仓库中的位置", "Where the catalog is in the repository")
    ] = "catalog",
    test: Annotated[
        bool,
        typer.Option("--self-test"),
        Words(
            "不接收推送，只检查所在仓库的钩子是否装好、是否有效",
            "Receive nothing; say whether the hook of the repository it stands in is installed and works",
        ),
    ] = False,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Judge a push, and leave with 1 where it is refused."""
    server = server_at(Path(os.environ.get("GIT_DIR", ".")).resolve(), folder, main)
    if test:
        raise typer.Exit(_tell_self_test(server, name, lang.value))
    pushes = list(read_pushes(line.decode("utf-8", "surrogateescape") for line in sys.stdin.buffer))
    raise typer.Exit(_receive(pushes, server, name, lang.value))


def _receive(pushes: list[Push], server: Server, name: str, language: Language) -> int:
    pusher = pusher_of(name, server)
    if isinstance(pusher, Objection):
        typer.echo(pusher.write(language))
        return 1
    refused = False
    for judgement in judge_pushes(pushes, server, pusher, language):
        refused |= judgement.refuses
        _answer(judgement, server.main, language)
    if refused and len(pushes) > 1:
        typer.echo(_NONE.write(language))
    return 1 if refused else 0


def _answer(judgement: Judgement, main: str, language: Language) -> None:
    """Tell the one who pushed what was found, and whether it refuses the push or waits for a reviewer."""
    if judgement.report and judgement.report.findings:
        typer.echo(text.write(judgement.report, language), nl=False)
    for objection in judgement.objections:
        typer.echo(objection.write(language))
    if judgement.objections:
        return
    words = _REFUSED if judgement.errors else _UNDECIDED if judgement.undecided else _ACCEPTED
    arguments = {"branch": judgement.push.short_name, "main": main, "errors": judgement.errors,
                 "undecided": judgement.undecided}  # fmt: skip
    typer.echo(words.write(language, arguments))


def _tell_self_test(server: Server, name: str, language: Language) -> int:
    outcome = self_test(server, name)
    for line in outcome.lines:
        typer.echo(line.write(language))
    typer.echo((_WORKS if outcome.works else _FAILS).write(language))
    return 0 if outcome.works else 1
