"""Fine-tunes a small language model with low-rank updates."""

import math


def attention(query, key, value, scale=None):
    """Computes exact attention, one row of scores at a time."""
    scale = scale or 1 / math.sqrt(len(query[0]))
    rows = []
    for q in query:
        scores = [math.exp(scale * sum(a * b for a, b in zip(q, k))) for k in key]
        total = sum(scores)
        rows.append([sum(s * v[i] for s, v in zip(scores, value)) / total for i in range(len(value[0]))])
    return rows


def low_rank_update(weight, down, up, alpha=16):
    rank = len(down)
    for i, row in enumerate(weight):
        for j in range(len(row)):
            row[j] += alpha / rank * sum(up[i][r] * down[r][j] for r in range(rank))
    return weight


if __name__ == "__main__":
    print(attention([[1.0, 0.0]], [[1.0, 0.0], [0.0, 1.0]], [[1.0], [2.0]]))
