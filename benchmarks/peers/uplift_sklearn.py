"""T-learners by scikit-learn on the users that the benchmark wrote: columns of doubles, one after the other. Reading is not counted."""

import json
import sys
import time

import numpy as np
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

WORDS = [5, 6]


def area(y, score, t):
    """Mean height of the Qini curve over the random line for each treated user; equal scores enter together."""
    order = np.argsort(-score, kind="stable")
    y, score, t = y[order], score[order], t[order]
    ends = np.r_[np.where(np.diff(score))[0], len(score) - 1]
    treated, yes, alone_yes = (np.cumsum(v)[ends] for v in (t, y * t, y * (1 - t)))
    users = ends + 1.0
    alone = users - treated
    curve = yes - np.divide(alone_yes * treated, alone, out=np.zeros_like(users), where=alone > 0)
    users, curve = np.r_[0, users], np.r_[0, curve]
    return (np.trapz(curve, users) - users[-1] * curve[-1] / 2) / len(y) / t.sum()


def measure(make, x, y, t, judges):
    def work():
        models = [make().fit(x[~judges & (t == arm)], y[~judges & (t == arm)]) for arm in (0, 1)]
        alone, treated = (model.predict_proba(x[judges])[:, 1] for model in models)
        return treated - alone

    work()
    start = time.process_time()
    score = work()
    return {"cpu_ms": 1000 * (time.process_time() - start), "area": area(y[judges], score, t[judges])}


if __name__ == "__main__":
    columns = np.fromfile(sys.argv[1]).reshape(-1, int(sys.argv[2]))
    x, (t, y, judges) = np.ascontiguousarray(columns[:-3].T), columns[-3:]
    numbers = [i for i in range(x.shape[1]) if i not in WORDS]
    encode = lambda: make_column_transformer((StandardScaler(), numbers), (OneHotEncoder(), WORDS))
    print(json.dumps({
        "trees": measure(lambda: HistGradientBoostingClassifier(categorical_features=WORDS, early_stopping=True, random_state=0), x, y, t, judges > 0),
        "linear": measure(lambda: make_pipeline(encode(), LogisticRegression()), x, y, t, judges > 0),
    }))
