"""How well pages are understood: facts held against what people have annotated."""

from __future__ import annotations

from .bench import BenchCase, BenchOutcome, bench_cases, run_bench
from .comparison import Comparison, compare
from .documents import Document, EvaluationError, find_documents
from .lines import Annotation, Line, read_annotation
from .matching import GROUPS, Matcher, Verdict
from .report import Evaluation, evaluate, evaluate_files, short_of

__all__ = [
    "GROUPS",
    "Annotation",
    "BenchCase",
    "BenchOutcome",
    "Comparison",
    "Document",
    "Evaluation",
    "EvaluationError",
    "Line",
    "Matcher",
    "Verdict",
    "bench_cases",
    "compare",
    "evaluate",
    "evaluate_files",
    "find_documents",
    "read_annotation",
    "run_bench",
    "short_of",
]
