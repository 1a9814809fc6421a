"""Registries for tests: one of plain values, and a `winreg` module over it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

Values = Mapping[str, Mapping[str, object]]


class FakeRegistry:
    def __init__(self, values: Values) -> None:
        self._values = values

    def values(self, key: str) -> Mapping[str, object]:
        return self._values.get(key, {})

    def keys(self, key: str) -> tuple[str, ...]:
        below = (name.removeprefix(f"{key}\\") for name in self._values if name.startswith(f"{key}\\"))
        return tuple(name for name in below if "\\" not in name)


class FakeWinreg:
    """The functions of `winreg` that are used; a key opens for reading only."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, HKEY_CLASSES_ROOT, KEY_READ = "HKCU", "HKLM", "HKCR", 0x20019

    def __init__(self, values: Values) -> None:
        self._registry = FakeRegistry(values)
        self._keys = set(values)

    @contextmanager
    def OpenKey(self, hive: str, path: str, _: int, access: int) -> Iterator[str]:  # noqa: N802 - winreg's own name
        key = f"{hive}\\{path}"
        if key not in self._keys or access != self.KEY_READ:
            raise FileNotFoundError(key)
        yield key

    def QueryInfoKey(self, key: str) -> tuple[int, int, int]:  # noqa: N802 - as above
        return len(self._registry.keys(key)), len(self._registry.values(key)), 0

    def EnumValue(self, key: str, number: int) -> tuple[str, object, int]:  # noqa: N802 - as above
        name, value = list(self._registry.values(key).items())[number]
        return name, value, 1

    def EnumKey(self, key: str, number: int) -> str:  # noqa: N802 - as above
        return self._registry.keys(key)[number]
