"""Clusters and churn models by scikit-learn on the rows that the benchmark wrote: columns of doubles, one after the other. Reading is not counted."""

import json
import sys
import time

import numpy as np
from sklearn.cluster import KMeans
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def cpu_ms(work):
    start = time.process_time()
    answer = work()
    return 1000 * (time.process_time() - start), answer


def clusters(x):
    ten, found = cpu_ms(lambda: KMeans(5, n_init=10, random_state=0).fit(x))
    ones = [cpu_ms(lambda: KMeans(5, n_init=1, random_state=seed).fit(x)) for seed in range(10)]
    return {
        "cpu_ms": ten,
        "inertia": found.inertia_,
        "one_start_cpu_ms": float(np.median([cost for cost, _ in ones])),
        "worst_of_ten_inertia": max(one.inertia_ for _, one in ones),
    }


def training(model, x, y):
    train = len(y) // 5 * 4
    cost, fitted = cpu_ms(lambda: model.fit(x[:train], y[:train]))
    return {"cpu_ms": cost, "auc": roc_auc_score(y[train:], fitted.predict_proba(x[train:])[:, 1])}


if __name__ == "__main__":
    rows = int(sys.argv[3])
    mixture = np.ascontiguousarray(np.fromfile(sys.argv[1]).reshape(-1, rows).T)
    users = np.fromfile(sys.argv[2]).reshape(-1, rows)
    x, y = np.ascontiguousarray(users[:-1].T), users[-1].astype(int)
    print(json.dumps({
        "k_means": clusters(mixture),
        "trees": training(HistGradientBoostingClassifier(random_state=0), x, y),
        "linear": training(make_pipeline(StandardScaler(), LogisticRegression()), x, y),
    }))
