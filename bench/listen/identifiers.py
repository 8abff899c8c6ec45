"""Identifiers on the sets with spans (pii_presidio, pii_nano), and false ones on general mail.

`python -m bench.listen.identifiers` prints tables; the sets are read where they lie
(../shared/detection), and a set that is not there is passed over. Misses show pictures, no digits.
"""

import json
import resource
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

from gateway.core.assess import assess_text
from gateway.core.identifiers import bank_account, government_id, health_number, payment_card
from gateway.core.identifiers.find import PICTURE, Finder, Found
from gateway.core.identifiers.phones import phones
from gateway.core.identifiers.plain import plain
from gateway.core.mail import Segment
from gateway.core.windows import read
from gateway.plugins import detectors

SETS = Path(__file__).parents[3] / "shared" / "detection"
FINDERS = {
    "payment_card": Finder(payment_card.ROWS),
    "bank_account": Finder(bank_account.ROWS),
    "health_number": Finder(health_number.ROWS),
    "government_id": Finder(government_id.ROWS),
}
# Label of the set, its kind with us, the rule that answers for it.
PRESIDIO = (
    ("CREDIT_CARD", "payment_card", "card"),
    ("IBAN_CODE", "bank_account", "iban"),
    ("US_SSN", "government_id", "us_ssn"),
    ("US_DRIVER_LICENSE", "government_id", "driving_licence"),
)
NANO = {
    "SSN": "government_id",
    "PASSPORT": "government_id",
    "DRIVER_LICENSE": "government_id",
    "PAN": "government_id",
    "ROUTING_NUMBER": "bank_account",
    "BANK_ACCOUNT": "bank_account",
    "IBAN": "bank_account",
}
MAIL = ("mail_ham", "mail_general", "enron_sentences", "counsel_questions", "banking77")


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a set; [] when it is not there."""
    path = SETS / f"{name}.dev.jsonl"
    return [json.loads(line) for line in path.open()] if path.exists() else []


def found_in(text: str, kind: str) -> Iterator[tuple[str, Found]]:
    """What is found as the gateway finds it: (the letters and digits, where)."""
    before = ""
    for sentence in read([Segment(kind="new", text=text)]).sentences:
        line = plain(sentence.original)
        for found in FINDERS[kind].found(line, before):
            yield bare(line[found.start : found.end]), found
        before = line


def bare(text: str) -> str:
    """Letters and digits only, in capitals."""
    return "".join(filter(str.isalnum, text)).upper()


def share(part: int, whole: int) -> str:
    """A share and its parts."""
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "none"


def spans() -> None:
    """Recall and precision by span."""
    presidio = rows("pii_presidio")
    for label, kind, rule in PRESIDIO:
        right = false = wanted = 0
        missed = []
        for row in presidio:
            gold = [bare(s["v"]) for s in row["spans"] if s["t"] == label]
            got = [n for n, found in found_in(row["text"], kind) if found.row.rule == rule]
            wanted += len(gold)
            right += sum(n in gold for n in got)
            false += sum(n not in gold for n in got)
            missed += [n for n in gold if n not in got]
        print(f"pii_presidio {label}: recall {share(right, wanted)}, ", end="")
        print(f"precision {share(right, right + false)}")
        for number in missed:
            print("    missed", number.lower().translate(PICTURE))


def telephones() -> None:
    """Telephone numbers: a span counts when the two overlap by half."""
    right = false = wanted = 0
    for row in rows("pii_presidio"):
        gold = [(s["b"], s["e"]) for s in row["spans"] if s["t"] == "PHONE_NUMBER"]
        got = phones(row["text"])
        wanted += len(gold)
        hit = sum(any(overlap(g, p) for p in got) for g in gold)
        right += hit
        wrong = [p for p in got if not any(overlap(g, p) for g in gold)]
        false += len(wrong)
        for start, end in wrong:
            print("    no telephone:", row["text"][start:end].lower().translate(PICTURE))
        for start, end in (g for g in gold if not any(overlap(g, p) for p in got)):
            print("    missed:", row["text"][start:end].lower().translate(PICTURE))
    print(f"pii_presidio PHONE_NUMBER: recall {share(right, wanted)}, ", end="")
    print(f"precision {share(right, right + false)}")


def overlap(gold: tuple[int, int], got: tuple[int, int]) -> bool:
    """The two share half of the longer one."""
    common = min(gold[1], got[1]) - max(gold[0], got[0])
    return common * 2 >= max(gold[1] - gold[0], got[1] - got[0])


def nano() -> None:
    """Kinds found in the small set; many of its numbers are invalid on purpose or masked."""
    seen: dict[str, list[bool]] = {}
    for row in rows("pii_nano"):
        for label, value in ((e["label"], e["entity"]) for e in row["ner"] if "entity" in e):
            if label in NANO:
                got = [n for n, _ in found_in(row["text"], NANO[label])]
                seen.setdefault(label, []).append(any(n and n in bare(value) for n in got))
    for label, hits in seen.items():
        print(f"pii_nano {label}: {share(sum(hits), len(hits))}")


def false_ones() -> None:
    """Signs on general mail, where hardly any is right."""
    known = detectors()
    for name in MAIL:
        texts = rows(name)
        counts: dict[str, int] = {}
        rules: dict[str, int] = {}
        for row in texts:
            found = assess_text("", row["text"], known)
            for rule in {e.rule for e in found.evidence if e.about in FINDERS}:
                rules[rule] = rules.get(rule, 0) + 1
            for sign in set(found.signs) & set(FINDERS):
                counts[sign] = counts.get(sign, 0) + 1
        print(f"{name}: {len(texts)} texts, {listed(counts)}; {listed(rules)}")


def listed(counts: Mapping[str, int]) -> str:
    """Names and counts."""
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "nothing"


HOSTILE = (
    ("1 MiB of digits", "1234567890" * 104_858),
    ("1 MiB of groups", "4111 1111 1111 1111, " * 49_933),
    ("1 MiB of IBAN starts", "gb82 west 1234 5698 7654 33 " * 37_450),
    ("1 MiB of names and numbers", "my sin is 046 454 287 and nhs 943 476 5918, " * 23_832),
    ("1 MiB of short sentences", "SIN 046 454 287.\n" * 61_681),
    ("1 MiB of @", "a@1234567890 " * 80_660),
)


def speed() -> None:
    """Milliseconds in the four detectors alone."""
    signs = [d for d in detectors().signs if d.name in FINDERS]
    ordinary = "Hi, could we move to Thursday? My number is 416-555-0123, SIN 046 454 286. " * 3
    for name, text in (("three numbered sentences", ordinary), *HOSTILE):
        reading = read([Segment(kind="new", text=text)])
        for detector in signs:
            list(detector.detect(reading))
        start = perf_counter()
        for detector in signs:
            list(detector.detect(reading))
        print(f"{name}: {(perf_counter() - start) * 1e3:.2f} ms")


def run(parts: Iterable[str]) -> None:
    """All parts, or those named."""
    every = {f.__name__: f for f in (spans, telephones, nano, false_ones, speed)}
    for name in parts or every:
        every[name]()
    print(f"largest size: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")


if __name__ == "__main__":
    run(sys.argv[1:])
