"""The cascade from text to facts: each stage is one module, a pure function between frozen dataclasses."""

from __future__ import annotations

from .cascade import Stages, extract, run_stages

__all__ = ["Stages", "extract", "run_stages"]
