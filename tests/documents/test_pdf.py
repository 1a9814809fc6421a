from pathlib import Path

import pytest

from wg_excel.documents import pdf


def test_without_libreoffice_the_failure_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "libre_office", lambda: "")
    with pytest.raises(pdf.NoLibreOffice, match=r"libreoffice\.org"):
        pdf.write_pdf(tmp_path / "a.docx", tmp_path / "a.pdf")


def test_a_program_that_makes_nothing_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = tmp_path / "soffice"
    silent.write_text("#!/bin/sh\nexit 0\n")
    silent.chmod(0o755)
    monkeypatch.setattr(pdf, "libre_office", lambda: str(silent))
    with pytest.raises(pdf.PdfNotMade, match="не получился"):
        pdf.write_pdf(tmp_path / "a.docx", tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_what_stands_in_a_usual_place_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "USUAL_PLACES", (str(tmp_path),))
    assert pdf.libre_office() == str(tmp_path)
    monkeypatch.setattr(pdf, "USUAL_PLACES", ())
    assert pdf.libre_office() == ""
