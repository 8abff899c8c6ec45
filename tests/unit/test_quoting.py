"""New words told from old ones."""

import pytest

from gateway.core.quoting import told_apart

NEW, QUOTE, SIGNATURE, FORWARDED = "new", "quote", "signature", "forwarded"
CASES = [  # name, text, (kind, first word of each segment)
    ("one", "hello\n\nthere", [(NEW, "hello")]),
    ("nothing", "\n \n", []),
    ("marked quote", "yes\n> old\n> older\nmore", [(NEW, "yes"), (QUOTE, ">"), (NEW, "more")]),
    ("English", "ok\n\nOn Mon, 2 Mar 2026, Dr. A wrote:\n> old", [(NEW, "ok"), (QUOTE, "On")]),
    (
        "over two lines",
        "ok\n\nOn Mon, Mar 2, 2026 at 3:00 PM Dr. A\n<a@x.example> wrote:\n\n> old\n\nafter",
        [(NEW, "ok"), (QUOTE, "On"), (NEW, "after")],
    ),
    (
        "French",
        "oui\n\nLe lun. 2 mars 2026 à 15:00, Dr A <a@x.example> a écrit\u00a0:\n> vieux\nplus",
        [(NEW, "oui"), (QUOTE, "Le"), (NEW, "plus")],
    ),
    (
        "Spanish",
        "sí\n\nEl lun, 2 mar 2026, A <a@x.example> escribió:\n> viejo",
        [(NEW, "sí"), (QUOTE, "El")],
    ),
    (
        "German",
        "ja\n\nAm 02.03.2026 um 15:00 schrieb A <a@x.example>:\n> alt",
        [(NEW, "ja"), (QUOTE, "Am")],
    ),
    (
        "without marks below",
        "ok\n\nOn 2 Mar 2026, at 15:00, A <a@x.example> wrote:\n\nold\n\nolder",
        [(NEW, "ok"), (QUOTE, "On")],
    ),
    ("told by the writer", "On Monday my sister wrote:\nI hate you", [(NEW, "On")]),
    (
        "Outlook",
        "ok\n\nFrom: A <a@x.example>\nSent: Monday\nTo: B\nSubject: x\n\nold\n\nold too",
        [(NEW, "ok"), (QUOTE, "From:")],
    ),
    (
        "Outlook in French",
        "oui\n\nDe : A\nEnvoyé : lundi\nÀ : B\nObjet : x\n\nvieux",
        [(NEW, "oui"), (QUOTE, "De")],
    ),
    (
        "Outlook in Spanish",
        "sí\n\nDe: A\nEnviado el: lunes\nPara: B\nAsunto: x\n\nviejo",
        [(NEW, "sí"), (QUOTE, "De:")],
    ),
    ("Outlook, nothing new", "From: A\nSent: 1\nTo: B\nSubject: x\n\nold", [(FORWARDED, "From:")]),
    ("From is a word", "From: where I stand\nall is dark", [(NEW, "From:")]),
    (
        "original",
        "ok\n-----Original Message-----\nold\nold",
        [(NEW, "ok"), (QUOTE, "-----Original")],
    ),
    (
        "original with marks",
        "ok\n-----Message d'origine-----\n> vieux\nencore",
        [(NEW, "ok"), (QUOTE, "-----Message"), (NEW, "encore")],
    ),
    (
        "forwarded",
        "see\n\n---------- Forwarded message ---------\nFrom: A\n\nold",
        [(NEW, "see"), (FORWARDED, "----------")],
    ),
    (
        "forwarded by Apple",
        "Begin forwarded message:\n\n> From: A\n> old\nnew",
        [(FORWARDED, "Begin"), (NEW, "new")],
    ),
    (
        "forwarded inside of marks",
        "see\n\n> ---------- Forwarded message ---------\n> old\n\nnew",
        [(NEW, "see"), (FORWARDED, ">"), (NEW, "new")],
    ),
    ("signature", "bye\n-- \nAnn Example\n555-0100", [(NEW, "bye"), (SIGNATURE, "--")]),
    (
        "words below a signature",
        "ok\n--\nps i do not think i will be there on tuesday",
        [(NEW, "ok"), (SIGNATURE, "--"), (NEW, "ps")],
    ),
    (
        "words further below",
        "ok\n-- \nAnn\n555-0100\n\nI can not do this any more",
        [(NEW, "ok"), (SIGNATURE, "--"), (NEW, "I")],
    ),
    (
        "signature above a quote",
        "ok\n-- \nAnn\n\n> old\n\nnew",
        [(NEW, "ok"), (SIGNATURE, "--"), (QUOTE, ">"), (NEW, "new")],
    ),
    ("telephone", "ok\n\nSent from my iPhone", [(NEW, "ok"), (SIGNATURE, "Sent")]),
    ("telephone in French", "oui\n\nEnvoyé de mon iPhone", [(NEW, "oui"), (SIGNATURE, "Envoyé")]),
    (
        "telephone in Spanish",
        "sí\n\nEnviado desde mi iPhone",
        [(NEW, "sí"), (SIGNATURE, "Enviado")],
    ),
    ("telephone in German", "ja\n\nVon meinem iPhone gesendet", [(NEW, "ja"), (SIGNATURE, "Von")]),
    (
        "program",
        "ok\n\nGet Outlook for iOS\nmore",
        [(NEW, "ok"), (SIGNATURE, "Get"), (NEW, "more")],
    ),
    ("no program", "Sent from the ward, and I am scared", [(NEW, "Sent")]),
    (
        "secrecy",
        "ok\n\nThis e-mail is CONFIDENTIAL and meant for the intended recipient only.\n\nnew",
        [(NEW, "ok"), (SIGNATURE, "This"), (NEW, "new")],
    ),
    ("a person's secret", "this is confidential, no recipient but you: I drank", [(NEW, "this")]),
    ("From at the line's start", ">From here on I am alone", [(NEW, ">From")]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.kind, s.text.split()[0]) for s in told_apart(text)] == expected


def test_no_line_is_lost() -> None:
    text = "\n".join(case[1] for case in CASES)
    kept = "\n".join(s.text for s in told_apart(text)).split("\n")
    lines = text.replace("\u00a0", " ").split("\n")
    assert [line for line in kept if line.strip()] == [line for line in lines if line.strip()]
