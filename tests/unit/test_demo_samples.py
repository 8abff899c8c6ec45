"""The sample mails are what the demo says they are, and invented throughout."""

import re
import tomllib
from email.utils import parsedate_to_datetime

import pytest

from gateway.core.assess import assess
from gateway.core.document import DocumentText, documents_of, with_documents
from gateway.core.parse import parse
from gateway.demo.samples import AGREED, BY_MACHINES, Sample, read, samples
from gateway.plugins import detectors
from gateway.resources import default_policy
from tests.conftest import NOW

ALL = samples(NOW)
BY_NAME = {sample.name: sample for sample in ALL}


def test_a_dozen_and_one_for_each_reason():
    names = [sample.name.partition("-")[2] for sample in ALL]
    assert names == [
        "booking",
        "next-appointment",
        "cancelling",
        "resource",
        "update",
        "homework",
        "other",
        "crisis-in-html",
        "french",
        "spanish",
        "newsletter",
        "bounce",
    ]


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.name)
def test_ready_to_send(sample: Sample):
    mail = read(sample.raw)
    practice = tomllib.loads(default_policy())["practice"]["address"]
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", sample.raw)
    assert b"Return-Path" not in sample.raw
    assert parsedate_to_datetime(str(mail["date"])) == NOW
    assert practice in str(mail["to"])
    assert str(mail["message-id"]).startswith("<")
    assert not mail.defects
    assert not [part.defects for part in mail.walk() if part.defects]


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.name)
def test_nobody_real(sample: Sample):
    domains = re.findall(rb"[\w.+-]@([\w.-]+)|https?://([\w.-]+)", sample.raw)
    assert {d[0] or d[1] for d in domains}
    assert all((d[0] or d[1]).endswith(b".example") for d in domains)


def test_each_agreement_is_with_somebody_who_writes():
    assert AGREED.keys() <= {sample.sender for sample in ALL}
    assert all(client.reply == "discreet" for client in AGREED.values())


def test_message_ids_differ():
    assert len({read(sample.raw)["message-id"] for sample in ALL}) == len(ALL)


def test_homework_holds_a_text_and_a_whole_pdf():
    (text_name, text), (pdf_name, pdf) = BY_NAME["06-homework"].attachments()
    assert (text_name, pdf_name) == ("thought-record.txt", "mood-chart.pdf")
    assert text.startswith(b"THOUGHT RECORD")
    assert text.endswith(b"\r\n")
    assert pdf.startswith(b"%PDF-1.4\n")
    assert pdf.endswith(b"%%EOF\n")
    table = int(re.search(rb"startxref\n(\d+)\n", pdf)[1])
    assert pdf[table:].startswith(b"xref\n")
    for place in re.findall(rb"(\d{10}) 00000 n", pdf[table:]):
        assert re.match(rb"\d 0 obj\n", pdf[int(place) :])


def test_only_homework_has_attachments():
    assert [sample.name for sample in ALL if sample.attachments()] == ["06-homework"]


def test_the_crisis_is_hidden_in_html():
    mail = read(BY_NAME["08-crisis-in-html"].raw)
    assert mail.get_content_type() == "text/html"
    assert "kill myself" not in mail.get_content()
    assert len(mail.get_content()) > 1_000


LOOKS_LIKE = {
    "01-booking": ("booking", "none"),
    "02-next-appointment": ("next_appointment", "none"),
    "03-cancelling": ("cancelling", "none"),
    "04-resource": ("resource", "none"),
    "05-update": ("update", "none"),
    "06-homework": ("homework", "none"),
    "07-other": ("other", "none"),
    "08-crisis-in-html": ("crisis", "emergency"),
    "09-french": ("cancelling", "none"),
    "10-spanish": ("crisis", "urgent"),
}


@pytest.mark.parametrize("name", LOOKS_LIKE)
def test_the_gateway_understands_it(name: str):
    mail = parse(BY_NAME[name].raw)
    words = tuple(DocumentText(number=number, text="") for number, _ in documents_of(mail))
    found = assess(with_documents(mail, words), detectors())
    assert (found.intent, found.risk_word) == LOOKS_LIKE[name]


def test_machines_say_so():
    assert [sample.name for sample in ALL if sample.by_machine] == list(BY_MACHINES)
    assert read(BY_NAME["11-newsletter"].raw)["list-unsubscribe"]
    assert BY_NAME["12-bounce"].sender == ""
    assert read(BY_NAME["12-bounce"].raw).get_content_type() == "multipart/report"
