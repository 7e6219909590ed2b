"""One command that prints how osce-kg compares with its peers: `python -m benchmarks`, from this repository.

Only ratios count: the two sides of each are measured in turn in one run, and the median is printed.
"""
