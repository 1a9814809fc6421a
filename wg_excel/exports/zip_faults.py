"""What reading a damaged, locked or exotic zip raises: `zipfile` has no common root for it."""

import lzma
import zipfile
import zlib

ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    KeyError,  # no such member
    NotImplementedError,  # a packing that Python does not know
    OSError,
    OverflowError,
    RuntimeError,  # a password
    ValueError,
)
