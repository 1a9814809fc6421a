"""The macros as files that a person can read, compare and import in the VBA editor; the build embeds the same text."""

from wg_excel.builder.macros import ribbon, shared_modules
from wg_excel.vba.modules import Kind, Module

CLASS_HEAD = "VERSION 1.0 CLASS\r\nBEGIN\r\n  MultiUse = -1  'True\r\nEND\r\n"

# The editor knows these of each kind of module and leaves them out of the files it exports.
NOT_EXPORTED = ("Attribute VB_Base ", "Attribute VB_TemplateDerived ", "Attribute VB_Customizable ")


def macro_files() -> dict[str, bytes]:
    """Return the files by name: the modules with code and the ribbon."""
    modules = {f"{module.name}.{_suffix(module)}": exported(module) for module in shared_modules()}
    return {**modules, "customUI14.xml": ribbon()}


def exported(module: Module) -> bytes:
    """Return a standard or class module as the editor exports it."""
    if module.kind is Kind.STANDARD:
        return module.content
    lines = module.content.decode("ascii").splitlines(keepends=True)
    return (CLASS_HEAD + "".join(line for line in lines if not line.startswith(NOT_EXPORTED))).encode("ascii")


def _suffix(module: Module) -> str:
    return "cls" if module.kind is Kind.CLASS else "bas"
