"""Sensitive kinds: by language, and identifiers by their checksums."""

import pytest

from gateway.core.assess import Detectors, assess_text
from gateway.core.assessment import Risk
from gateway.core.identifiers.checks import is_iban, is_nhs, luhn
from gateway.plugins import detectors, every_name


@pytest.fixture(scope="module")
def known() -> Detectors:
    return detectors()


CASES = [
    ("suicide", "My aunt died by suicide when I was ten."),
    ("suicide", "Je pense au suicide."),
    ("suicide", "Pienso en el suicidio."),
    ("self_harm", "I used to cut myself as a teenager."),
    ("self_harm", "Je me scarifie."),
    ("self_harm", "Tengo ganas de cortarme."),
    ("harm_to_others", "I want to hurt him."),
    ("harm_to_others", "J'ai envie de le frapper."),
    ("abuse", "He slaps me when he is drunk."),
    ("abuse", "Mon mari me frappe."),
    ("abuse", "Mi marido me pega."),
    ("child_protection", "My brother hits his little daughter."),
    ("child_protection", "Mon ex frappe mon fils."),
    ("child_protection", "Mi ex golpea a mi hija."),
    ("substance_use", "I am ninety days sober."),
    ("substance_use", "J'ai repris l'alcool."),
    ("substance_use", "Sigo con la cocaina."),
    ("eating_disorder", "The binge eating is less than in May."),
    ("eating_disorder", "Ma boulimie revient."),
    ("eating_disorder", "Tengo atracones por la noche."),
    ("diagnosis_or_medication", "I started sertraline on Monday."),
    ("diagnosis_or_medication", "Mon diagnostic est clair."),
    ("diagnosis_or_medication", "Me subieron la dosis, mi tratamiento cambia."),
    ("third_party_health", "My father has dementia."),
    ("third_party_health", "Ma m\u00e8re a un cancer."),
    ("third_party_health", "Mi hermana tiene cancer."),
    ("payment_card", "My card is 4111 1111 1111 1111, thanks."),
    ("payment_card", "card 5500-0000-0000-0004"),
    ("bank_account", "IBAN GB82 WEST 1234 5698 7654 32 please"),
    ("bank_account", "my iban: DE89370400440532013000 for the fee"),
    ("government_id", "My SIN is 046 454 286."),
    ("government_id", "social security number: 078-05-1120"),
    ("health_number", "NHS number 943 476 5919"),
    ("health_number", "my health card number is 1234567897"),
]


@pytest.mark.parametrize(("sign", "text"), CASES)
def test_sign(sign: str, text: str, known: Detectors) -> None:
    assert sign in assess_text("", text, known).signs


NOT_THERE = [
    ("payment_card", "My card is 4111 1111 1111 1112."),
    ("payment_card", "order 0000 0000 0000 0000"),
    ("bank_account", "IBAN GB82 WEST 1234 5698 7654 33"),
    ("bank_account", "code ab12 cdef ghij klmn"),
    ("government_id", "My SIN is 046 454 287."),
    ("government_id", "invoice 078-05-1120"),
    ("government_id", "ssn 666-05-1120"),
    ("health_number", "NHS number 943 476 5918"),
    ("health_number", "call me at 943 476 5919"),
    ("eating_disorder", "We binge watched the series."),
    ("substance_use", "I am addicted to this podcast."),
    ("self_harm", "I cut my finger while cooking."),
    ("suicide", "Thank you for everything, goodbye until Monday."),
    ("harm_to_others", "I could have killed him for forgetting the milk."),
    ("abuse", "It hit me that I am tired."),
]


@pytest.mark.parametrize(("sign", "text"), NOT_THERE)
def test_no_sign(sign: str, text: str, known: Detectors) -> None:
    assert sign not in assess_text("", text, known).signs


def test_a_sign_is_no_risk_and_an_identifier_is_not_repeated(known: Detectors) -> None:
    found = assess_text("", "I take lithium. My card is 4111 1111 1111 1111.", known)
    assert found.signs == ("diagnosis_or_medication", "payment_card")
    assert found.risk is Risk.NONE
    card = next(e for e in found.evidence if e.about == "payment_card")
    assert card.excerpt == ""


CHECKS = [
    (luhn, "79927398713", "79927398710"),
    (is_iban, "gb82west12345698765432", "gb82west12345698765431"),
    (is_nhs, "9434765919", "9434765918"),
    (is_nhs, "9434765870", "9434765871"),
]


@pytest.mark.parametrize(("check", "right", "wrong"), CHECKS)
def test_checksum(check, right: str, wrong: str) -> None:  # type: ignore[no-untyped-def]
    assert check(right)
    assert not check(wrong)


SIGNS = [
    "abuse", "bank_account", "child_protection", "diagnosis_or_medication", "eating_disorder",
    "government_id", "harm_to_others", "health_number", "payment_card", "self_harm",
    "substance_use", "suicide", "third_party_health",
]  # fmt: skip


def test_every_sign_of_the_guide_has_its_file() -> None:
    assert every_name("core.signs") == SIGNS
