"""The scripts that are laid beside the workbook and into a bundle, as texts.

They take paths from variables of the system, never from text put together: a folder may have any name.
"""

WHEELS = "wheels"
WINDOWS_NAME, POSIX_NAME = "setup.cmd", "setup.sh"

SETUP_CMD = r"""@echo off
rem Sets wg-excel up with nothing but Python: an environment of its own, the program, the workbook.
chcp 65001 >nul
setlocal
cd /d "%~dp0"
set "WG_VENV=%LOCALAPPDATA%\wg-excel\venv"
set "WG_PYTHON=python"
where py >nul 2>nul && set "WG_PYTHON=py -3"
%WG_PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 (
  echo Нужен Python 3.11 или новее: установите его с python.org и запустите этот файл ещё раз.
  pause
  exit /b 1
)
if not exist "%WG_VENV%\Scripts\python.exe" %WG_PYTHON% -m venv "%WG_VENV%"
if errorlevel 1 goto failed
if exist "{wheels}\" (
  "%WG_VENV%\Scripts\python.exe" -m pip install --upgrade --no-index --find-links "{wheels}" wg-excel
) else (
  "%WG_VENV%\Scripts\python.exe" -m pip install --upgrade wg-excel
)
if errorlevel 1 goto failed
"%WG_VENV%\Scripts\python.exe" -m wg_excel install "%~dp0."
if errorlevel 1 goto failed
pause
exit /b 0
:failed
echo Установить не удалось: прочтите сообщение выше, исправьте и запустите этот файл ещё раз.
pause
exit /b 1
"""

SETUP_SH = """#!/bin/sh
# Sets wg-excel up with nothing but Python: an environment of its own, the program, the workbook.
set -eu
cd "$(dirname "$0")"
venv="${XDG_DATA_HOME:-$HOME/.local/share}/wg-excel/venv"
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo 'Нужен Python 3.11 или новее: установите его и запустите этот файл ещё раз.' >&2
  exit 1
fi
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
if [ -d {wheels} ]; then
  "$venv/bin/python" -m pip install --quiet --upgrade --no-index --find-links {wheels} wg-excel
else
  "$venv/bin/python" -m pip install --quiet --upgrade wg-excel
fi
"$venv/bin/python" -m wg_excel install "$PWD"
"""

MAKE_SHORTCUT = (
    "$shell = New-Object -ComObject WScript.Shell;"
    "$link = $shell.CreateShortcut((Join-Path ([Environment]::GetFolderPath('Desktop')) $env:WG_LINK));"
    "$link.TargetPath = $env:WG_BOOK;"
    "$link.WorkingDirectory = (Split-Path $env:WG_BOOK);"
    "$link.Save()"
)
# Removes the shortcut only where it leads to this very workbook.
REMOVE_SHORTCUT = (
    "$path = Join-Path ([Environment]::GetFolderPath('Desktop')) $env:WG_LINK;"
    "if (Test-Path -LiteralPath $path) {"
    "$link = (New-Object -ComObject WScript.Shell).CreateShortcut($path);"
    "if ($link.TargetPath -eq $env:WG_BOOK) { Remove-Item -LiteralPath $path } }"
)


def setup_cmd() -> bytes:
    """Return the script for Windows, with the line ends that its command processor needs."""
    return SETUP_CMD.replace("{wheels}", WHEELS).replace("\n", "\r\n").encode()


def setup_sh() -> bytes:
    """Return the script for Linux and macOS."""
    return SETUP_SH.replace("{wheels}", WHEELS).encode()
