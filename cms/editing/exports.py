"""What the admin's reports write into a table is text there (case TX-02). Wagtail sees to it in XLSX alone."""

from __future__ import annotations

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from core.spreadsheets import text_cell

SpreadsheetExportMixin.custom_value_preprocess[str] = {SpreadsheetExportMixin.FORMAT_CSV: text_cell}
