"""How the workbook looks: its formats by name, and its sheets."""

from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Times New Roman", "font_size": 12},
}
CELL = {"border": 1, "valign": "vcenter"}
HEAD = CELL | {"bold": True, "align": "center", "text_wrap": True}
FORMATS = {
    "plain": {},
    "bold": {"bold": True},
    "right": {"align": "right"},
    "italic": {"italic": True, "align": "center"},
    "italic_right": {"italic": True, "align": "right"},
    "demo": {"bold": True, "align": "right", "font_color": "#C00000"},
    "title": {"bold": True, "font_size": 14, "align": "center"},
    "centre": {"align": "center"},
    "centre_bold": {"bold": True, "align": "center"},
    "head": HEAD | {"bg_color": "#EDEDED"},
    "numbering": CELL | {"italic": True, "align": "center", "font_size": 10},
    "text": CELL | {"text_wrap": True},
    "code": CELL | {"align": "center", "num_format": "@"},
    "count": CELL | {"num_format": "#,##0"},
    "percent": CELL | {"num_format": "0.0%"},
    "rise": CELL | {"num_format": "+0.0%;-0.0%;0.0%"},
    "note": {"italic": True, "text_wrap": True, "valign": "top"},
    "date": CELL | {"num_format": "dd/mm/yyyy", "align": "left"},
}
A3, A4 = 8, 9


class Paper:
    """A workbook and its formats; those named `total_...` are the bold ones of the last line."""

    def __init__(self, file: BinaryIO):
        self.book = Workbook(file, OPTIONS)
        self.formats = {name: self.book.add_format(look) for name, look in FORMATS.items()}
        for name in ("text", "code", "count", "percent", "rise"):
            bold = FORMATS[name] | {"bold": True}
            self.formats[f"total_{name}"] = self.book.add_format(bold)

    def sheet(self, name: str, size: int = A4) -> Worksheet:
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(size)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.5)
        sheet.set_footer("&C&P/&N")
        return sheet
