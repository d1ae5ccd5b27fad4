"""The variance of the difference of two estimates from overlapping users, by NumPy from the definitions, and by the delta method on the full covariance matrix of the four totals.

Users 0..7 are in week 1, users 4..11 in week 2. Prints what InfluenceTests expects.
"""
import numpy as np

x1 = np.array([0, 12.5, 3, 0, 40, 8, 0, 21.25, 0, 0, 0, 0]); y1 = np.array([1, 2, 1, 1, 3, 1, 1, 2, 0, 0, 0, 0])
x2 = np.array([0, 0, 0, 0, 35, 0, 6, 30.5, 4, 0, 90, 7.75]); y2 = np.array([0, 0, 0, 0, 2, 1, 1, 3, 1, 1, 4, 1])


def psi(x, y):
    return (x - x.sum() / y.sum() * y) / y.sum()


a, b = psi(x1, y1), psi(x2, y2)
n1, n2 = (y1 > 0).sum(), (y2 > 0).sum()
v1, v2 = (a @ a) * n1 / (n1 - 1), (b @ b) * n2 / (n2 - 1)
rho = (a @ b) / np.sqrt((a @ a) * (b @ b))
print("variances", repr(v1), repr(v2))
print("correlation", repr(rho))
print("standard error", repr(np.sqrt(v1 + v2 - 2 * rho * np.sqrt(v1 * v2))))

# The same covariance by the delta method: gradient of the difference of ratios in the four totals, second moments summed over users.
m = np.stack([x1, y1, x2, y2])
s = m @ m.T
g = np.array([-1 / y1.sum(), x1.sum() / y1.sum() ** 2, 1 / y2.sum(), -x2.sum() / y2.sum() ** 2])
print("delta method, without n/(n-1)", repr(g @ s @ g), "equals", repr(a @ a + b @ b - 2 * (a @ b)))

# Shares with two hits and two misses more, and totals.
h1 = np.array([1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]); h2 = np.array([0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0])
p1, p2 = (2 + 2) / (8 + 4), (4 + 2) / (8 + 4)
print("share variances", repr(p1 * (1 - p1) / 12), repr(p2 * (1 - p2) / 12))
print("total variances", repr(x1 @ x1), repr(x2 @ x2), "correlation", repr((x1 @ x2) / np.sqrt((x1 @ x1) * (x2 @ x2))))
