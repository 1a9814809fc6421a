"""Requests for help that come as files: letters and answers of forms → drafts of appeals, or one Russian sentence.

Pure Python reads them, bounded in size; nothing here knows the workbook.
"""

from wg_excel.incoming.files import Incoming, is_incoming, read_incoming

__all__ = ["Incoming", "is_incoming", "read_incoming"]
