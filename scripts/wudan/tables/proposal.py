"""From a table file and a catalog to a proposal: what the import would write, and everything there is to say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.kinds import list_kind
from wudan.level import Level
from wudan.tables.about_headings import about_headings
from wudan.tables.balance import Balance, Ledger
from wudan.tables.columns import Layout, find_layout
from wudan.tables.departments import Attribution, attribute, named_departments
from wudan.tables.drafts import Draft
from wudan.tables.folding import clean, fold, one_line
from wudan.tables.forms import rows_of_form
from wudan.tables.items import join_rows
from wudan.tables.matching import match
from wudan.tables.places import Places, find_places, place_cells
from wudan.tables.plan import Plan, make_plan
from wudan.tables.remarks import Remark, gather
from wudan.tables.request import ImportRequest
from wudan.tables.row import Setting
from wudan.tables.rows import ItemRow, item_rows, read_rows
from wudan.tables.setting_aside import about_cells, without_hidden_rows, without_struck_rows
from wudan.tables.sheet import Cell, Sheet, TableRefusedError
from wudan.tables.table import read_table
from wudan.tables.unread import about_unread_entries, about_unread_register

_WHOLE_FILE = Cell("", 0, 0)
_SHOWN = 40  # characters of a cell that a remark quotes


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an import would do.

    An error about a row keeps that row out; any other error, and with `strict` any error at all, keeps everything
    out. `rows` counts the rows that describe items, `columns` gives heading and path of what was used.
    """

    request: ImportRequest
    remarks: tuple[Remark, ...]
    plan: Plan = field(default_factory=Plan)
    rows: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    unknown_columns: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    balance: Balance = field(default_factory=Balance)

    @property
    def is_sound(self) -> bool:
        """Whether it may be written."""
        return not any(_keeps_out(remark, self.request) for remark in self.remarks)

    @property
    def has_errors(self) -> bool:
        """Whether anything was left out that an item cannot do without."""
        return any(remark.is_error for remark in self.remarks)


def propose(request: ImportRequest, catalog: Catalog) -> Proposal:
    """Read a table and give what importing it would do. Raises OSError where the file cannot be read."""
    try:
        sheets = read_table(request.file)
    except TableRefusedError as refused:
        return Proposal(request, (Remark(refused.reason, Cell("", *refused.place), refused.arguments),))
    ledger = Ledger()
    remarks: list[Remark] = [
        Remark("hidden_sheet", sheet.cell(1, 1), {"name": sheet.name}) for sheet in sheets if sheet.hidden
    ]
    if request.list_id not in {kind.id for kind in catalog.lists}:
        remarks.append(Remark("list_not_kept", _WHOLE_FILE, {"list": request.list_id}))
    layouts = tuple(_layouts(sheets, request, ledger, remarks))
    if not layouts:
        return Proposal(request, (*remarks, Remark("no_heading", _WHOLE_FILE)), balance=_refused(ledger))
    for layout in layouts:
        remarks.extend(_missing_columns(layout, request))
        remarks.extend(about_headings(layout, request.list_id))
    read = Proposal(
        request=request,
        remarks=tuple(remarks),
        columns=tuple((column.heading.text, column.path) for layout in layouts for column in layout.columns),
        unknown_columns=tuple(
            text
            for layout in layouts
            for text in (*(cell.text for cell in layout.unknown), *(one.heading.text for one in layout.repeated))
        ),
    )
    if not read.is_sound:
        for layout in layouts:
            ledger.set_headings(layout)
            for row in range(layout.heading_row + 1, len(layout.sheet.rows) + 1):
                ledger.read(layout.sheet, row)
        return replace(read, balance=_refused(ledger))
    return _with_plan(read, layouts, catalog, ledger)


def _with_plan(read: Proposal, layouts: tuple[Layout, ...], catalog: Catalog, ledger: Ledger) -> Proposal:
    request, remarks = read.request, list(read.remarks)
    tables = [(layout, list(item_rows(layout, ledger, remarks))) for layout in layouts]
    setting, bodies, places = _setting(tables, catalog, request)
    for layout in layouts:
        remarks.extend(about_cells(layout))
    drafts: list[Draft] = []
    for layout, rows in tables:
        for draft, about in read_rows(layout, rows, setting, ledger):
            remarks.extend(about)
            if draft is not None:
                drafts.append(draft)
    bodies = bodies.needed_by(drafts)
    remarks.extend((*bodies.remarks, *places.remarks))
    for register, found in (("departments", bodies), ("places", places)):
        remarks.extend(about_unread_register(register, found.added, found.remarks, catalog))
    if ledger.refused and request.missing == "cancel":
        remarks.append(Remark("cancel_refused", _WHOLE_FILE, {"count": len(ledger.refused)}))
    remarks = [_lowered(remark, request) for remark in remarks]
    plan = Plan()
    if not any(_keeps_out(remark, request) for remark in remarks):
        items = tuple(join_rows(drafts, request.list_id, by_main_item=request.by_main_item, remarks=remarks))
        matches = match(items, catalog, request.list_id, remarks, transfer=request.transfer)
        remarks.extend(about_unread_entries(matches, catalog, request.list_id))
        plan = make_plan(matches, {"departments": bodies.added, "places": places.added}, catalog, request, remarks)
    remarks.extend(Remark("not_taken", cell, {"text": _shown(cell)}) for cell in list(ledger.untold(remarks)))
    is_sound = not any(_keeps_out(remark, request) for remark in remarks)
    return replace(
        read,
        remarks=gather(remarks),
        plan=plan,
        rows=len(drafts),
        departments=tuple(str(added["id"]) for added in bodies.added),
        places=tuple(str(added["id"]) for added in places.added),
        balance=ledger.close(Counter(plan.fates), remarks, is_sound=is_sound),
    )


def _refused(ledger: Ledger) -> Balance:
    return ledger.close(Counter(), (), is_sound=False)


def _shown(cell: Cell) -> str:
    text = one_line(clean(cell.text))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _layouts(
    sheets: tuple[Sheet, ...], request: ImportRequest, ledger: Ledger, remarks: list[Remark]
) -> Iterator[Layout]:
    """Give the layout of each sheet that is shown and has a heading, without the rows that are not taken.

    Of a sheet without a heading beside others it is said that nothing was read.
    """
    shown = [_without_hidden(sheet, request, ledger, remarks) for sheet in sheets if not sheet.hidden]
    found = [(sheet, find_layout(sheet, request.list_id)) for sheet in shown]
    for sheet, layout in found:
        if layout is not None:
            yield _without_struck(layout, ledger, remarks)
            continue
        filled = sum(any(clean(text) for text in row) for row in sheet.rows)
        ledger.set_apart(sheet, range(1, len(sheet.rows) + 1), "unread")
        if filled and any(layout for _, layout in found):
            remarks.append(Remark("unread_sheet", sheet.cell(1, 1), {"name": sheet.name, "rows": filled}))


def _without_hidden(sheet: Sheet, request: ImportRequest, ledger: Ledger, remarks: list[Remark]) -> Sheet:
    """Give a sheet without the rows hidden by hand, or the rows of the form that it is."""
    # A row that is passed over counts as missing: where that cancels its item, somebody must have said so.
    level: Level | None = "error" if request.missing == "cancel" else None
    ledger.set_apart(sheet, (row for row, by in sheet.hidden_rows.items() if by == "hand"), "hidden")
    shown = without_hidden_rows(sheet, remarks, level=level)
    form = rows_of_form(shown, request.list_id)
    if form:
        remarks.append(Remark("read_as_form", form.cell(1, 1), {"count": len(form.rows) - 1}))
    return form or shown


def _without_struck(layout: Layout, ledger: Ledger, remarks: list[Remark]) -> Layout:
    """Give a layout without the rows whose name is struck through, which are refused."""
    kept = without_struck_rows(layout, remarks)
    for number, (before, after) in enumerate(zip(layout.sheet.rows, kept.sheet.rows, strict=True), 1):
        if before != after and ledger.read(layout.sheet, number):
            ledger.refused.add((layout.sheet.name, number))
    return kept


def _missing_columns(layout: Layout, request: ImportRequest) -> Iterator[Remark]:
    """Say which columns a sheet must have and lacks."""
    heading = layout.sheet.cell(layout.heading_row, 1)
    has_types = "type" in list_kind(request.list_id).model.__struct_fields__
    if layout.column("name") is None:
        yield Remark("no_name_column", heading)
    if has_types and not request.type and layout.column("type") is None:
        yield Remark("no_type_column", heading)
    if not request.department and layout.column("@department") is None:
        yield Remark("no_department_column", heading)


def _setting(
    tables: Iterable[tuple[Layout, list[ItemRow]]], catalog: Catalog, request: ImportRequest
) -> tuple[Setting, Attribution, Places]:
    """Give what rows are read with, and the departments and places that it needs and the catalog lacks."""
    tables = list(tables)
    numbers = [(layout, [row.number for row in rows]) for layout, rows in tables]
    bodies = attribute(
        (pair for layout, rows in numbers for pair in named_departments(layout, rows)),
        catalog,
        may_add=not request.department,
        said=request.bodies,
    )
    places = find_places((cell for layout, rows in numbers for cell in place_cells(layout, rows)), catalog)
    services = {fold(text): id_ for id_, placed in catalog.intermediaries.items() for text in (placed.record.name, id_)}
    references: Mapping[str, Mapping[str, str]] = {
        "departments": bodies.ids,
        "places": places.ids,
        "intermediaries": services,
    }
    return Setting(request.list_id, references, bodies, request.department, request.type), bodies, places


def _lowered(remark: Remark, request: ImportRequest) -> Remark:
    """Make of a cell that could not be read a warning, unless one such cell is to keep the whole table out."""
    is_cell = remark.is_error and remark.drops == "cell" and not request.strict
    return replace(remark, level="warning") if is_cell else remark


def _keeps_out(remark: Remark, request: ImportRequest) -> bool:
    """Say whether nothing at all may be written because of a remark."""
    return remark.is_error and (request.strict or remark.drops != "row")
