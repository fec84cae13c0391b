"""min CVaR of long-only weights as a linear program by scipy's HiGHS: least time in ms and objective."""

import json
import sys
import time

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, hstack, identity

problem = json.load(sys.stdin)
returns = numpy.array(problem["returns"])
periods, n = returns.shape
# Variables: weights, the quantile, and how far each period falls beyond it (Rockafellar & Uryasev, 2000).
cost = numpy.concatenate(
    [numpy.zeros(n), [1.0], numpy.full(periods, 1 / (problem["alpha"] * periods))]
)
beyond = hstack([csr_matrix(-returns), csr_matrix(-numpy.ones((periods, 1))), -identity(periods)])
budget = numpy.concatenate([numpy.ones(n), numpy.zeros(1 + periods)])[None, :]
bounds = [(0, None)] * n + [(None, None)] + [(0, None)] * periods
least = float("inf")
for _ in range(problem["rounds"]):
    started = time.perf_counter()
    found = linprog(
        cost,
        A_ub=beyond.tocsr(),
        b_ub=numpy.zeros(periods),
        A_eq=budget,
        b_eq=[1.0],
        bounds=bounds,
        method="highs",
    )
    least = min(least, time.perf_counter() - started)
json.dump({"ms": least * 1000, "objective": found.fun}, sys.stdout)
