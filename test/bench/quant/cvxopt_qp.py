"""min 1.5 w'Sw - mu'w, sum 1, 0 <= w <= ub, group caps, by cvxopt: least time in ms and objective."""

import json
import sys
import time

from cvxopt import matrix, solvers

problem = json.load(sys.stdin)
n = len(problem["mu"])
solvers.options["show_progress"] = False
P = matrix(problem["cov"]) * 3.0
q = -matrix(problem["mu"])
G = matrix(0.0, (2 * n + len(problem["groups"]), n))
h = matrix(0.0, (2 * n + len(problem["groups"]), 1))
for j in range(n):
    G[j, j] = -1.0
    G[n + j, j] = 1.0
    h[n + j] = problem["ub"]
for g, group in enumerate(problem["groups"]):
    for j in group["idx"]:
        G[2 * n + g, j] = 1.0
    h[2 * n + g] = group["max"]
A = matrix(1.0, (1, n))
b = matrix(1.0)
least = float("inf")
for _ in range(problem["rounds"]):
    started = time.perf_counter()
    found = solvers.qp(P, q, G, h, A, b)
    least = min(least, time.perf_counter() - started)
json.dump({"ms": least * 1000, "objective": found["primal objective"]}, sys.stdout)
