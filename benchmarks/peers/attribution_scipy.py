"""Attribution in NumPy and SciPy, as an experienced analyst writes it: integer codes, transitions counted once, a sparse LU for each removed channel, subset sums by one pass a channel.

    python3 attribution_scipy.py PATHS.csv RUNS

PATHS.csv has the columns path (channels with " > " between), conversions and nulls. Prints one line of JSON: CPU milliseconds from paths in memory to shares (median; user + system of this
process) and the shares by channel for Markov chains of order 1 to 3 and for Shapley values.
"""
import json
import sys
import time

import numpy as np
import pandas as pd
from scipy.sparse import csc_matrix, identity
from scipy.sparse.linalg import splu


def markov(paths, channels, conversions, nulls, order):
    count = conversions + nulls
    states, last, steps, visits, converts = {(): 0}, [-1], {}, {}, {}
    for path, weight, conversion in zip(paths, count, conversions):
        state, memory = 0, ()
        for channel in path:
            memory = (memory + (channel,))[-order:]
            following = states.get(memory)
            if following is None:
                following = states[memory] = len(states)
                last.append(channel)
            steps[state, following] = steps.get((state, following), 0) + weight
            visits[state] = visits.get(state, 0) + weight
            state = following
        visits[state] = visits.get(state, 0) + weight
        converts[state] = converts.get(state, 0) + conversion
    size = len(states)
    source, target = np.array(list(steps)).T
    amounts = np.fromiter(steps.values(), float)
    total = np.array([visits[state] for state in range(size)])
    last = np.array(last)
    right = np.array([converts.get(state, 0.0) for state in range(size)]) / total

    def worth(removed):
        kept = last[target] != removed
        chain = csc_matrix((amounts[kept] / total[source[kept]], (source[kept], target[kept])), shape=(size, size))
        return splu((identity(size, format="csc") - chain).tocsc()).solve(right)[0]

    base = worth(-2)
    effects = np.array([1 - worth(channel) / base for channel in range(len(channels))])
    return effects / effects.sum()


def shapley(paths, channels, conversions):
    size = len(channels)
    worths = np.zeros(1 << size)
    sets = np.array([sum(1 << channel for channel in set(path)) for path in paths])
    np.add.at(worths, sets, conversions)
    for bit in range(size):
        halves = worths.reshape(-1, 2, 1 << bit)
        halves[:, 1] += halves[:, 0]
    members = np.array([bin(subset).count("1") for subset in range(1 << size)])
    weights = np.ones(size) / size
    for others in range(1, size):
        weights[others] = weights[others - 1] * others / (size - others)
    values = []
    for bit in range(size):
        halves, sizes = worths.reshape(-1, 2, 1 << bit), members.reshape(-1, 2, 1 << bit)
        values.append((weights[sizes[:, 0]] * (halves[:, 1] - halves[:, 0])).sum())
    return np.array(values) / conversions.sum()


def median(work, runs):
    costs = []
    for _ in range(runs):
        start = time.process_time()
        shares = work()
        costs.append(time.process_time() - start)
    return 1000 * float(np.median(costs)), shares


if __name__ == "__main__":
    table = pd.read_csv(sys.argv[1])
    runs = max(1, min(int(sys.argv[2]), 10))
    words = [path.split(" > ") for path in table["path"]]
    channels = sorted({word for path in words for word in path})
    number = {word: code for code, word in enumerate(channels)}
    paths = [tuple(number[word] for word in path) for path in words]
    conversions, nulls = table["conversions"].to_numpy(float), table["nulls"].to_numpy(float)
    answers = {}
    for order in (1, 2, 3):
        answers[f"markov_{order}"] = median(lambda: markov(paths, channels, conversions, nulls, order), runs)
    answers["shapley"] = median(lambda: shapley(paths, channels, conversions), runs)
    print(json.dumps({name: {"cpu_ms": cost, "shares": dict(zip(channels, shares.tolist()))} for name, (cost, shares) in answers.items()}))
