"""The doctor: looks at the computer and at a workbook, and says what is wrong and how to mend it.

A check is one function in a module of this package; it is found by its decorator in `diagnosis`.
"""

from wg_excel.care.doctor import book_checks, folder_checks, machine_checks, macro_checks
from wg_excel.care.doctor.diagnosis import Diagnosis, State, examine

__all__ = ["Diagnosis", "State", "book_checks", "examine", "folder_checks", "machine_checks", "macro_checks"]
