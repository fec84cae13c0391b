# The peer of goals.mjs: the plain numpy way to simulate a savings goal, vectorised over paths.
import json
import sys
import time

import numpy


def probability(case, paths, generator):
    mean, volatility = case["mean"], case["volatility"]
    variance = numpy.log1p((volatility / (1 + mean)) ** 2) / 12
    drift = numpy.log1p(mean) / 12 - variance / 2
    spread = numpy.sqrt(variance)
    wealth = numpy.full(paths, float(case["initial"]))
    for _ in range(case["months"]):
        wealth *= numpy.exp(drift + spread * generator.standard_normal(paths))
        wealth += case["monthly"]
    return float((wealth >= case["target"]).mean())


asked = json.load(sys.stdin)
generator = numpy.random.default_rng(2026)
paths = asked["paths"]
probability(asked["long"], paths, generator)
times = []
for _ in range(asked["rounds"]):
    start = time.perf_counter()
    probability(asked["long"], paths, generator)
    times.append((time.perf_counter() - start) * 1000)
found = [probability(case, paths, generator) for case in asked["cases"]]
print(json.dumps({"ms": times, "probabilities": found}))
