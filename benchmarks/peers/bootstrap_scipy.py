"""The BCa interval of a difference of means with scipy.stats.bootstrap, vectorised in batches that fit the memory.

    python3 bootstrap_scipy.py VALUES.f64 RESAMPLES

The file holds both arms one after the other. Prints one line of JSON: CPU milliseconds (user + system of this process), the bounds and the standard error.
"""
import json
import sys
import time

import numpy as np
from scipy import stats

if __name__ == "__main__":
    control, treatment = np.split(np.fromfile(sys.argv[1]), 2)
    start = time.process_time()
    found = stats.bootstrap(
        (control, treatment), lambda a, b, axis=-1: b.mean(axis=axis) - a.mean(axis=axis), n_resamples=int(sys.argv[2]), method="BCa", vectorized=True, batch=100, random_state=1)
    cost = 1000 * (time.process_time() - start)
    low, high = found.confidence_interval
    print(json.dumps({"cpu_ms": cost, "lower": low, "upper": high, "standard_error": found.standard_error}))
