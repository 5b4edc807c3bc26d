"""Learns the weights of skill/hearing/leaning.py from the example phrases. `skill models --write` stores them.

Logistic regression of scikit-learn, which is needed here alone. The same examples give the same weights.
"""

from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path
from zlib import compress

import msgspec
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from skill.hearing.leaning import Weights, features, place
from skill.words.vocabulary import WEIGHTS
from skill.workbench.examples import Example, checksum, sorted_examples

# Two to the fifteenth places: enough for the examples at hand; more made it no better (measured on unread sets).
PLACES = 1 << 15
ANSWERS = ("yes", "no", "unsure")
# Many labels need less room each.
WIDE = {"act": 1 << 14}


def learn(examples: Iterable[Example], strength: float = 3.0, places: int = PLACES) -> Weights:
    """Learn weights.

    strength: how closely the examples are followed (the inverse of the penalty). Returns them packed.
    """
    known = list(examples)
    rows, columns = [], []
    for number, example in enumerate(known):
        for at in {place(feature, places) for feature in features(example.words, example.question)}:
            rows.append(number)
            columns.append(at)
    table = csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=(len(known), places))
    model = LogisticRegression(C=strength, max_iter=400).fit(table, [example.label for example in known])
    weights, bias = model.coef_, model.intercept_
    if len(weights) == 1:  # two labels have one set of weights
        weights, bias = np.vstack([np.zeros_like(weights), weights]), np.array([0.0, bias[0]])
    scale = float(np.abs(weights).max()) / 127
    packed = [b64encode(compress(np.round(row / scale).astype(np.int8).tobytes(), 9)).decode() for row in weights]
    labels = [str(label) for label in model.classes_]
    words = " ".join(sorted({word for one in known if one.label in ANSWERS for word in one.words}))
    return Weights(labels, places, scale, [round(float(b), 4) for b in bias], packed, words, checksum(known))


def write(root: Path, language: str) -> None:
    """Learn all weights anew and store them."""
    known = sorted_examples(root, language)
    learnt = {name: learn(examples, places=WIDE.get(name, PLACES)) for name, examples in known.items()}
    (root / language / "hearing" / WEIGHTS).write_bytes(msgspec.json.encode(learnt))
