"""From a table file and a catalog to a proposal: what the import would write, and everything there is to say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.kinds import list_kind
from wudan.level import Level
from wudan.tables.columns import Layout, find_layout, nearest_heading
from wudan.tables.departments import Attribution, attribute
from wudan.tables.folding import fold
from wudan.tables.forms import rows_of_form
from wudan.tables.items import join_rows
from wudan.tables.matching import match
from wudan.tables.plan import Plan, make_plan
from wudan.tables.remarks import Remark, gather
from wudan.tables.request import ImportRequest
from wudan.tables.rows import Setting, read_rows
from wudan.tables.setting_aside import about_cells, about_unnamed_columns, without_hidden_rows, without_struck_rows
from wudan.tables.sheet import Cell, Sheet, TableRefusedError
from wudan.tables.table import read_table

_WHOLE_FILE = Cell("", 0, 0)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an import would do. With an error among the remarks nothing may be written.

    `rows` counts the rows that describe items, `columns` gives heading and path of what was used.
    """

    request: ImportRequest
    remarks: tuple[Remark, ...]
    plan: Plan = field(default_factory=Plan)
    rows: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    unknown_columns: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether it may be written."""
        return not any(remark.is_error for remark in self.remarks)


def propose(request: ImportRequest, catalog: Catalog) -> Proposal:
    """Read a table and give what importing it would do. Raises OSError where the file cannot be read."""
    try:
        sheets = read_table(request.file)
    except TableRefusedError as refused:
        return Proposal(request, (Remark(refused.reason, Cell("", *refused.place), refused.arguments),))
    remarks: list[Remark] = [
        Remark("hidden_sheet", sheet.cell(1, 1), {"name": sheet.name}) for sheet in sheets if sheet.hidden
    ]
    if request.list_id not in {kind.id for kind in catalog.lists}:
        remarks.append(Remark("list_not_kept", _WHOLE_FILE, {"list": request.list_id}))
    layouts = tuple(_layouts(sheets, request, remarks))
    if not layouts:
        return Proposal(request, (*remarks, Remark("no_heading", _WHOLE_FILE)))
    for layout in layouts:
        remarks.extend(_missing_columns(layout, request))
        remarks.extend(_about_headings(layout, request.list_id))
    read = Proposal(
        request=request,
        remarks=tuple(remarks),
        columns=tuple((column.heading.text, column.path) for layout in layouts for column in layout.columns),
        unknown_columns=tuple(cell.text for layout in layouts for cell in (*layout.unknown, *layout.repeated)),
    )
    return _with_plan(read, layouts, catalog) if read.is_sound else read


def _with_plan(read: Proposal, layouts: tuple[Layout, ...], catalog: Catalog) -> Proposal:
    request, remarks = read.request, list(read.remarks)
    attribution = attribute(layouts, catalog, may_add=not request.department)
    remarks.extend(attribution.remarks)
    for layout in layouts:
        remarks.extend(about_cells(layout))
        remarks.extend(about_unnamed_columns(layout))
    setting = Setting(request.list_id, _references(catalog, attribution), request.department, request.type)
    drafts = [draft for layout in layouts for draft in read_rows(layout, setting, remarks)]
    if request.lenient:
        remarks = [_lenient(remark) for remark in remarks]
    plan = Plan()
    if not any(remark.is_error for remark in remarks):
        items = tuple(join_rows(drafts, request.list_id, by_main_item=request.by_main_item, remarks=remarks))
        plan = make_plan(match(items, catalog, request.list_id, remarks), attribution.added, catalog, request, remarks)
    departments = tuple(str(added["id"]) for added in attribution.added)
    return replace(read, remarks=gather(remarks), plan=plan, rows=len(drafts), departments=departments)


def _layouts(sheets: tuple[Sheet, ...], request: ImportRequest, remarks: list[Remark]) -> Iterator[Layout]:
    """Give the layout of each sheet that is shown and has a heading, without the rows that are not taken."""
    for sheet in sheets:
        if sheet.hidden:
            continue
        # A row that is passed over counts as missing: where that cancels its item, somebody must have said so.
        level: Level | None = "error" if request.missing == "cancel" else None
        shown = without_hidden_rows(sheet, remarks, level=level)
        if form := rows_of_form(shown, request.list_id):
            remarks.append(Remark("form", form.cell(1, 1), {"count": len(form.rows) - 1}))
        if layout := find_layout(form or shown, request.list_id):
            yield without_struck_rows(layout, remarks)


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


def _about_headings(layout: Layout, list_id: str) -> Iterator[Remark]:
    for cell in layout.unknown:
        near = nearest_heading(cell.text, list_id)
        yield Remark("near_heading" if near else "unknown_heading", cell, {"heading": cell.text, "near": near})
    for cell in layout.repeated:
        yield Remark("repeated_heading", cell, {"heading": cell.text})


def _references(catalog: Catalog, attribution: Attribution) -> Mapping[str, Mapping[str, str]]:
    places = {fold(text): id_ for id_, placed in catalog.places.items() for text in (placed.record.name, id_)}
    services = {fold(text): id_ for id_, placed in catalog.intermediaries.items() for text in (placed.record.name, id_)}
    return {"departments": attribution.ids, "places": places, "intermediaries": services}


def _lenient(remark: Remark) -> Remark:
    """Make of a cell that could not be read a warning; what a row cannot do without stays an error."""
    is_cell = remark.path and not remark.path.startswith("@") and remark.path not in {"name", "type", "id"}
    return replace(remark, level="warning") if is_cell and remark.is_error else remark
