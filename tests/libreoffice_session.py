"""Start LibreOffice, run a script against it, end it; for the Python that has LibreOffice's bridge.

Called as `libreoffice_session.py SCRIPT COUNT OFFICE… ARGUMENT…`, where COUNT words start the office.
"""

import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Any

import uno

SECONDS = 60
ALWAYS_RUN_MACROS = 4


def main(script: str, count: str, *words: str) -> None:
    """Run the script with the names that it may use."""
    office, arguments = words[: int(count)], words[int(count) :]
    pipe = f"wg{uuid.uuid4().hex}"
    listen = f"--accept=pipe,name={pipe};urp;"
    process = subprocess.Popen([*office, listen], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = connected(pipe, process)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def open_document(path: str) -> Any:
        """Load a document without a window, its macros allowed."""
        properties = (named("Hidden", True), named("MacroExecutionMode", ALWAYS_RUN_MACROS))
        return desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, properties)

    def call_macro(name: str, *values: object) -> Any:
        """Call a Basic function of an extension (`Library.Module.Function`) and return its result."""
        provider = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.script.provider.MasterScriptProviderFactory", context
        ).createScriptProvider("")
        script = provider.getScript(f"vnd.sun.star.script:{name}?language=Basic&location=application")
        return script.invoke(values, (), ())[0]

    def dispatch(frame: Any, url: str) -> None:
        """Do what an entry of a menu with this address does; return when it is done."""
        address = uno.createUnoStruct("com.sun.star.util.URL")
        address.Complete = url
        frame.queryDispatch(address, "_self", 0).dispatch(address, (named("SynchronMode", True),))

    names = {
        "desktop": desktop,
        "arguments": arguments,
        "open_document": open_document,
        "named": named,
        "call_macro": call_macro,
        "dispatch": dispatch,
    }
    try:
        exec(compile(Path(script).read_text(encoding="utf-8"), script, "exec"), names)
    finally:
        desktop.terminate()
        process.wait(SECONDS)


def named(name: str, value: object) -> Any:
    """Return a named value as LibreOffice's calls take it."""
    result = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    result.Name, result.Value = name, value
    return result


def connected(pipe: str, process: "subprocess.Popen[bytes]") -> Any:
    """Wait for the office to listen and return its context."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    end = time.monotonic() + SECONDS
    while True:
        try:
            remote = resolver.resolve(address)
        except Exception:  # the bridge's exceptions exist only once it is connected
            if process.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return remote


if __name__ == "__main__":
    main(*sys.argv[1:])
