"""What a step, an await and a turn of a loop cost, beside what they cost in CPython.

The program of this folder measures in C++, with Google Benchmark; yield_from.py measures
CPython. One after the other they make a round, and there are several rounds: what is
printed is the median of them, and each ratio is the median of the rounds' own ratios. So a
machine that is busy, or slows down, does so to both sides. All times are processor time.
"""
