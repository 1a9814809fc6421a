"""The user's home folder, which not every account has."""

from pathlib import Path


def home_folder() -> Path:
    """Return the home folder; the current one for an account without any, as those of services are."""
    try:
        return Path.home().absolute()
    except RuntimeError:
        return Path.cwd()
