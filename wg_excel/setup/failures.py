"""Why the program cannot be set up as asked, one class a failure, each with its sentence for the user."""

from pathlib import Path

from wg_excel.domain.failures import Failure


class NotInstalled(Failure):
    """Nothing was installed into the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"В папке «{folder}» нет установки wg-excel: назовите папку, в которую её ставили.")


class FolderUnwritable(Failure):
    """The folder does not let itself be written."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"В папку «{folder}» не удалось записать ({reason}): выберите другую, например «Документы».")


class BundleFailed(Failure):
    """The libraries of a platform could not be collected."""

    def __init__(self, platform: str, python: str, reason: str) -> None:
        super().__init__(f"Не удалось собрать библиотеки для системы «{platform}» и Python {python}: {reason}.")
