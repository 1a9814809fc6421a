"""The user of this computer, who may be a service without name and home."""

import getpass
from pathlib import Path


def home_folder() -> Path:
    """Return the home folder; the current one for an account without any."""
    try:
        return Path.home().absolute()
    except RuntimeError:
        return Path.cwd()


def who() -> str:
    """Return the name under which the user is known to the computer."""
    try:
        return getpass.getuser()
    except (OSError, ImportError, KeyError):  # no such account, as in some containers
        return "неизвестно"
