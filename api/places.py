"""Where things are on this machine."""

from __future__ import annotations

from pathlib import Path

import platformdirs

__all__ = ["cache_folder", "default_store"]

_NAME = "osce-kg"


def default_store() -> Path:
    """The folder of the store where none is named: in the user's data folder."""
    return platformdirs.user_data_path(_NAME) / "store"


def cache_folder() -> Path:
    """Where files stand that can be made again at any time."""
    return platformdirs.user_cache_path(_NAME)
