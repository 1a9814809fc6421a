"""A new master workbook, built once a test process, and two independent readings of it."""

import io

import openpyxl
import pytest

from wg_excel.builder.build import workbook_bytes
from wg_excel.vba.package import Package

SCHOOL = "МБОУ «Ивановская СОШ»"


@pytest.fixture(scope="session")
def built() -> bytes:
    return workbook_bytes(school=SCHOOL)


@pytest.fixture(scope="session")
def package(built: bytes) -> Package:
    return Package.from_bytes(built)


@pytest.fixture(scope="session")
def workbook(built: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(built))
