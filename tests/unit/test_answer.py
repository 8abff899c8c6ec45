"""Which reply suits a message: its template, handle, languages, form and crisis lines."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from gateway.core.answer import ALSO_AT_MOST, answer_for
from gateway.core.assessment import INTENTS, Assessment, Risk
from gateway.core.client import UNKNOWN, Client, Known
from gateway.core.decision import Reply
from gateway.core.policy import Policy
from tests.practices import PLAIN

TAGS = ("en", "fr-CA", "es")


def policy(*, reply_default: str = "full", **practice: Any) -> Policy:
    """The plain practice with other keys of [practice], and of [privacy]."""
    return replace(
        PLAIN,
        practice=replace(PLAIN.practice, **{"languages": TAGS, **practice}),
        privacy=replace(PLAIN.privacy, reply_default=reply_default),  # type: ignore[arg-type]
    )


def found(*names: str, risk: Risk = Risk.NONE, **more: Any) -> Assessment:
    """What was understood: reasons by their weight, a risk."""
    intents = tuple((name, 1 / rank) for rank, name in enumerate(names or ("booking",), start=1))
    return Assessment(intents=intents, risk=risk, **more)


def answer(of: Assessment | None, client: Client | None = None, **more: Any) -> Reply:
    return answer_for(of, Known(client=client), more.pop("rules", policy()), **more)


# ---- template and handle


@pytest.mark.parametrize("intent", INTENTS)
@pytest.mark.parametrize("risk", Risk)
def test_risk_picks_the_template_and_a_reason_where_there_is_none(intent: str, risk: Risk) -> None:
    made = answer(found(intent, risk=risk))
    if risk >= Risk.URGENT:
        assert (made.template, made.handle) == (risk.word, "crisis")
    else:
        wanted = "other" if intent == "crisis" else intent
        assert (made.template, made.handle) == (wanted, wanted)


DOUBTFUL = [
    (found("booking"), "doubtful"),
    (found("crisis", risk=Risk.EMERGENCY), "doubtful-crisis"),
    (None, "doubtful"),
]


@pytest.mark.parametrize(("of", "handle"), DOUBTFUL)
def test_doubtful_mail_has_handles_of_its_own_and_keeps_its_template(
    of: Assessment | None, handle: str
) -> None:
    """A machine gets one reply a day, and one in a crisis; a person the right words."""
    doubtful, sure = answer(of, doubtful=True), answer(of)
    assert doubtful.handle == handle
    assert replace(doubtful, handle=sure.handle) == sure


def test_what_was_not_understood_gets_the_general_reply() -> None:
    assert answer(None) == Reply("other", "other", languages=("en",))
    assert answer(None, template="undelivered").template == "undelivered"


# ---- language


@dataclass(frozen=True, kw_only=True)
class Case:
    """detected  in the message, "" when that is not sure; None: nothing was understood"""

    name: str
    detected: str | None
    client: str = ""
    practice: dict[str, Any] = field(default_factory=dict)
    languages: tuple[str, ...]
    foreign: str = ""


BOTH = {"unsure": ("fr-CA", "en")}
LANGUAGES = [
    Case(name="her own", detected="fr", languages=("fr-CA",)),
    Case(name="the practice's", detected="en", languages=("en",)),
    Case(name="no reply in it", detected="de", languages=("en",), foreign="de"),
    Case(
        name="no reply in it, bilingual practice",
        detected="de",
        practice=BOTH,
        languages=("en",),
        foreign="de",
    ),
    Case(
        name="offered elsewhere only",
        detected="es",
        practice={"languages": ("fr", "en")},
        languages=("fr",),
        foreign="es",
    ),
    Case(name="not sure", detected="", languages=("en",)),
    Case(
        name="not sure, bilingual practice", detected="", practice=BOTH, languages=("fr-CA", "en")
    ),
    Case(name="not understood", detected=None, languages=("en",)),
    Case(name="not understood, bilingual", detected=None, practice=BOTH, languages=("fr-CA", "en")),
    Case(name="sure, bilingual practice", detected="es", practice=BOTH, languages=("es",)),
    Case(name="agreed, not as written", detected="en", client="es", languages=("es",)),
    Case(name="agreed, of another region", detected="en", client="fr-FR", languages=("fr-CA",)),
    Case(name="agreed, language alone", detected="en", client="fr", languages=("fr-CA",)),
    Case(name="agreed, written in none", detected="de", client="es", languages=("es",)),
    Case(name="agreed, not sure", detected="", client="es", practice=BOTH, languages=("es",)),
    Case(
        name="agreed, not offered to others",
        detected="en",
        client="es-US",
        practice={"languages": ("en",)},
        languages=("es-US",),
    ),
    Case(
        name="two of one language: the first",
        detected="fr",
        practice={"languages": ("en", "fr-CA", "fr-FR")},
        languages=("fr-CA",),
    ),
]


@pytest.mark.parametrize("case", LANGUAGES, ids=lambda case: case.name)
def test_languages(case: Case) -> None:
    of = None if case.detected is None else found(language=case.detected)
    made = answer(of, Client(language=case.client), rules=policy(**case.practice))
    assert (made.languages, made.foreign) == (case.languages, case.foreign)


# ---- form


FORMS = [  # what was agreed, the policy's default, signs, form
    (None, "full", (), "full"),
    (None, "full", ("suicide", "self_harm"), "full"),
    (None, "full", ("abuse",), "discreet"),
    (None, "full", ("suicide", "child_protection"), "discreet"),
    (None, "discreet", (), "discreet"),
    ("full", "discreet", (), "full"),
    ("full", "full", ("abuse",), "full"),
    ("discreet", "full", (), "discreet"),
    ("none", "full", (), "full"),  # nothing is sent; a report of hers has one form
]


@pytest.mark.parametrize(("agreed", "default", "signs", "form"), FORMS)
def test_form(agreed: Any, default: str, signs: tuple[str, ...], form: str) -> None:
    rules = policy(reply_default=default)
    made = answer(found(signs=signs), Client(reply=agreed), rules=rules)
    assert made.form == form


@pytest.mark.parametrize("risk", Risk)
def test_risk_never_changes_the_form(risk: Risk) -> None:
    """Else whoever reads a discreet reply would learn from it that it is one."""
    for default in ("full", "discreet"):
        assert answer(found(risk=risk), rules=policy(reply_default=default)).form == default


# ---- other reasons


@pytest.mark.parametrize(
    ("names", "risk", "also"),
    [
        (("booking",), Risk.NONE, ()),
        (("booking", "homework"), Risk.NONE, ("homework",)),
        (("booking", "homework", "update"), Risk.NONE, ("homework", "update")),
        (("booking", "homework", "update", "resource"), Risk.NONE, ("homework", "update")),
        (("booking", "other", "update"), Risk.NONE, ("update",)),
        (("crisis", "booking"), Risk.NONE, ("booking",)),
        (("crisis", "booking", "update"), Risk.URGENT, ("update",)),
        (("booking", "crisis"), Risk.EMERGENCY, ()),
    ],
)
def test_other_reasons(names: tuple[str, ...], risk: Risk, also: tuple[str, ...]) -> None:
    assert answer(found(*names, risk=risk)).also == also
    assert len(also) <= ALSO_AT_MOST


# ---- what is known of her


def test_lines_for_whom_and_where_come_from_her_record() -> None:
    client = Client(place="GB-SCT", audience=("lgbtq", "youth"))
    made = answer(found(), client)
    assert (made.place, made.audience) == ("GB-SCT", ("lgbtq", "youth"))
    assert (answer(found()).place, answer(found()).audience) == ("", ())


@pytest.mark.parametrize(
    ("audience", "shown"), [((), ("youth",)), (("lgbtq",), ("lgbtq", "youth")), (("youth",),) * 2]
)
def test_who_is_not_of_age_is_shown_lines_for_the_young(audience: Any, shown: Any) -> None:
    assert answer(found(), Client(minor=True, audience=audience)).audience == shown


def test_no_word_of_hers_makes_her_young() -> None:
    assert answer(found(signs=("child_protection",))).audience == ()


@pytest.mark.parametrize("replied", [False, True])
def test_a_later_reply_is_short(replied: bool) -> None:
    for of in (None, found(), found("crisis", risk=Risk.EMERGENCY)):
        assert answer_for(of, Known(replied=replied), policy()).short is replied


def test_without_a_record_nothing_is_agreed() -> None:
    assert answer_for(found(), UNKNOWN, policy()) == answer(found(), Client())
