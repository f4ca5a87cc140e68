"""`wudan import`: a department's table becomes catalog files."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, get_args

import typer

from wudan.catalog.model.values import ItemType
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import SourceError, open_folder
from wudan.catalog.writing.branching import Branch
from wudan.catalog.writing.files import unwritten, write_files
from wudan.cli.bodies import bodies_of, department_of
from wudan.cli.decisions import decisions_in, import_decisions
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption, day_of
from wudan.cli.usage import UsageError
from wudan.failure import trouble
from wudan.tables.outcome import write_json, write_text
from wudan.tables.proposal import Proposal, propose
from wudan.tables.request import ImportRequest
from wudan.tables.terms import term_of
from wudan.words import Words

_TYPES: tuple[str, ...] = get_args(ItemType)
_NEEDS_LIST = Words(
    "请用 --list 写明导入哪一张清单，如 --list approvals。",
    "Say with --list which list the table is, as --list approvals.",
)
_NEEDS_GROUND = Words(
    "--missing cancel 要写明 --document 文号和 --on 日期（年-月-日）。",
    "--missing cancel needs --document NUMBER and --on YYYY-MM-DD.",
)
_NO_TYPE = Words("没有“{type}”这一类，只有：{known}", "No type '{type}'; there are: {known}")


class ListOption(StrEnum):
    """The five lists."""

    approvals = "approvals"
    powers = "powers"
    fees = "fees"
    funds = "funds"
    negative = "negative"


class MissingOption(StrEnum):
    """What becomes of entries that the table lacks."""

    keep = "keep"
    cancel = "cancel"


class OutcomeFormat(StrEnum):
    """The formats of the outcome."""

    text = "text"
    json = "json"


def import_table(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE"),
        Words(
            "表格：xlsx、xls、ods、csv、tsv、Excel 2003 的 XML 表格、网页或者单个文件网页，扩展名不限",
            "A table: xlsx, xls, ods, csv, tsv, an XML spreadsheet, a web page or archive, under any name",
        ),
    ],
    list_: Annotated[
        ListOption | None,
        typer.Option("--list"),
        Words(
            "导入哪一张清单；读回 compare 生成的决定表时不填",
            "The list that the table is; left out for a sheet of decisions made by compare",
        ),
    ] = None,
    department: Annotated[
        str,
        typer.Option(metavar="ID"),
        Words(
            "部门编号；不填时按表中的部门一列，新部门自动登记",
            "Id of the department; by default the table's column says it, and new departments are registered",
        ),
    ] = "",
    type_: Annotated[
        str,
        typer.Option("--type", metavar="TYPE"),
        Words(
            "表中没有事项类型一列时，全表的类型，如 行政许可",
            "Type of all items where the table has no such column, as licensing",
        ),
    ] = "",
    group: Annotated[
        bool,
        typer.Option("--group"),
        Words(
            "把同一主项的各行合成一项，各行作为它的子项",
            "Make one item of the rows of a main item, and the rows its parts",
        ),
    ] = False,
    strict: Annotated[
        bool,
        typer.Option("--strict"),
        Words(
            "有一格看不懂，或者有一行不能导入，就全部不导入",
            "Import nothing if a cell cannot be understood or a row cannot come in",
        ),
    ] = False,
    body: Annotated[
        list[str] | None,
        typer.Option("--body", metavar="NAME=ID"),
        Words(
            "表中的写法指哪个部门，如 卫生局=wjw，可以重复",
            "Which department a name in the table means, as NAME=ID; may be repeated",
        ),
    ] = None,
    transfer: Annotated[
        bool,
        typer.Option("--transfer"),
        Words(
            "目录中属于别的部门的同名事项，按划转移到表中的部门，编号不变",
            "Move items of that name from other departments to the one in the table; they keep their ids",
        ),
    ] = False,
    lenient: Annotated[  # noqa: ARG001
        bool,
        typer.Option("--lenient"),
        Words(
            "看不懂的单元格不采用，其余照常导入（不加 --strict 时都是这样）",
            "Leave out cells that cannot be understood, and import the rest (as without --strict)",
        ),
    ] = False,
    missing: Annotated[
        MissingOption,
        typer.Option(),
        Words("表中没有的事项：keep 保留，cancel 登记为取消", "Items that the table lacks: keep them, or cancel them"),
    ] = MissingOption.keep,
    document: Annotated[
        str,
        typer.Option(metavar="NUMBER"),
        Words("取消的依据文件，与 --missing cancel 同用", "With --missing cancel: the document that cancels them"),
    ] = "",
    on: Annotated[
        str,
        typer.Option(metavar="DATE"),
        Words("取消的日期，如 2015-12-31，与 --missing cancel 同用", "With --missing cancel: the day, as 2015-12-31"),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run"), Words("只报告，不写入", "Report only, write nothing")] = False,
    branch: Annotated[
        str,
        typer.Option(metavar="NAME"),
        Words("新建 git 分支，把改动提交在上面", "Commit the changes on a new git branch"),
    ] = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    form: Annotated[
        OutcomeFormat, typer.Option("--format"), Words("报告格式", "Format of the report")
    ] = OutcomeFormat.text,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Import a table, or read back a sheet of decisions."""
    if list_ is None:
        _import_decisions(file, catalog, dry_run=dry_run, branch=branch, form=form, lang=lang)
        return
    loaded = load_catalog(open_folder(catalog))
    request = ImportRequest(
        file=file,
        list_id=list_.value,
        department=department_of(department, loaded),
        type=_type(type_),
        missing=missing.value,
        document=document.strip(),
        on=day_of(on.strip()) or "",
        by_main_item=group,
        strict=strict,
        transfer=transfer,
        bodies=bodies_of(body or [], loaded),
    )
    _check_cancelling(request)
    try:
        proposal = propose(request, loaded)
    except OSError as error:
        zh, en = trouble(error)
        raise SourceError(f"打不开 {file}：{zh}。", f"{file} cannot be opened: {en}.") from None
    written = False
    if proposal.is_sound and proposal.plan.texts and not dry_run:
        try:
            _write(proposal, catalog, branch)
        except OSError as error:
            raise unwritten(error) from None
        written = True
    write = write_json if form == OutcomeFormat.json else write_text
    shown = branch if written else ""
    typer.echo(
        write(
            proposal,
            written=written,
            branch=shown,
            catalog=loaded.name,
            language=lang.value,
        ),
        nl=False,
    )
    raise typer.Exit(1 if proposal.has_errors else 0)


def _import_decisions(
    file: Path, catalog: Path, *, dry_run: bool, branch: str, form: OutcomeFormat, lang: LanguageOption
) -> None:
    """Read back a sheet of decisions. Raises UsageError where the file holds none: then a list is meant."""
    table = decisions_in(file)
    if table is None:
        raise UsageError(_NEEDS_LIST)
    as_json = form == OutcomeFormat.json
    import_decisions(table, file, catalog, dry_run=dry_run, branch=branch, as_json=as_json, language=lang.value)


def _type(written: str) -> str:
    """Give the type that was asked for. Raises UsageError where there is no such type."""
    if not written:
        return ""
    if term := term_of(written, "type", _TYPES):
        return term
    raise UsageError(_NO_TYPE, type=written, known="、".join(_TYPES))


def _check_cancelling(request: ImportRequest) -> None:
    """Raise UsageError where entries are to be cancelled without saying when and by what document."""
    if request.missing == "cancel" and not (request.document and request.on):
        raise UsageError(_NEEDS_GROUND)


def _write(proposal: Proposal, catalog: Path, branch: str) -> None:
    """Write the files, on a branch of their own where one is named. Raises BranchError, SourceError and OSError."""
    texts = proposal.plan.texts
    if not branch:
        write_files(catalog, texts)
        return
    on_branch = Branch(catalog, branch, [catalog / path for path in texts])
    on_branch.check()
    on_branch.commit(_message(proposal), lambda: write_files(catalog, texts))


def _message(proposal: Proposal) -> str:
    plan = proposal.plan
    counts = f"新增 {len(plan.added)} 项，更新 {len(plan.updated)} 项，取消 {len(plan.cancelled)} 项"
    return f"导入 {proposal.request.file.name}：{counts}"
