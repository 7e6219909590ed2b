"""How well pages are understood: facts held against what people have annotated."""

from __future__ import annotations

from .bench import BenchCase, BenchOutcome, bench_cases, run_bench
from .comparison import Comparison, compare
from .documents import Document, find_documents
from .errors import EvaluationError
from .families import FamilyScore, calibrated, confidence_table, read_judged
from .lines import Annotation, Line, read_annotation
from .matching import GROUPS, Matcher, Verdict
from .measuring import Evaluation, evaluate, evaluate_files, short_of

__all__ = [
    "GROUPS",
    "Annotation",
    "BenchCase",
    "BenchOutcome",
    "Comparison",
    "Document",
    "Evaluation",
    "EvaluationError",
    "FamilyScore",
    "Line",
    "Matcher",
    "Verdict",
    "bench_cases",
    "calibrated",
    "compare",
    "confidence_table",
    "evaluate",
    "evaluate_files",
    "find_documents",
    "read_annotation",
    "read_judged",
    "run_bench",
    "short_of",
]
