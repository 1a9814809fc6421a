"""Why a disk refuses, in Russian: the system's own words are English on most computers."""

import errno
from pathlib import PurePath

NETWORK = "сетевая папка не отвечает"
FULL = "на диске нет свободного места"
REASONS = {
    errno.EACCES: "нет права на запись или файл занят другой программой",
    errno.EPERM: "нет права на запись",
    errno.EROFS: "диск открыт только для чтения",
    errno.ENOSPC: FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): "исчерпано отведённое вам место на диске",
    errno.EFBIG: "файл больше, чем здесь разрешено",
    errno.EBUSY: "файл занят другой программой",
    errno.ETXTBSY: "файл занят другой программой",
    errno.ENAMETOOLONG: "слишком длинное имя файла или папки",
    errno.ENOENT: "папки или файла больше нет",
    errno.ENOTDIR: "часть пути — файл, а не папка",
    errno.EISDIR: "это папка, а нужен файл",
    errno.EEXIST: "под этим именем уже есть другой файл",
    errno.ELOOP: "ссылка ведёт по кругу",
    errno.EILSEQ: "такого имени диск не принимает",
    errno.EINVAL: "такого имени диск не принимает",
    errno.EMFILE: "открыто слишком много файлов",
    errno.EIO: "диск отвечает ошибкой",
    errno.ETIMEDOUT: NETWORK,
    errno.EHOSTDOWN: NETWORK,
    errno.EHOSTUNREACH: NETWORK,
    errno.ENETUNREACH: NETWORK,
    getattr(errno, "ESTALE", errno.ETIMEDOUT): NETWORK,
}
IN_THE_WAY = frozenset({errno.EEXIST, errno.ENOTDIR, errno.EISDIR})


def reason_of(problem: OSError) -> str:
    """Return why the disk refused; what has no entry here is told in the system's words.

    What stands in the way is named: it need not be the file that was to be written.
    """
    reason = REASONS.get(problem.errno or 0) or problem.strerror or str(problem)
    return f"{reason} («{PurePath(str(problem.filename)).name}»)" if problem.errno in IN_THE_WAY else reason


def refusal(problem: Exception) -> str:
    """Return the sentence for a disk's refusal that nobody foresaw, empty where the problem is another."""
    if not isinstance(problem, OSError) or problem.errno not in REASONS:
        return ""
    file = f"«{problem.filename}»: " if problem.filename else ""
    return (
        f"Диск не дал прочитать или записать {file}{REASONS[problem.errno]}. "
        "Проверьте имя, права на папку и свободное место и повторите."
    )
