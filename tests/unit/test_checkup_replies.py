"""gateway check on what clients read: replies, crisis lines, days of review; one trouble each."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from gateway.checkup.finding import Finding
from gateway.checkup.replies import TEMPLATES, _remedy
from gateway.commands.preview import command as preview
from gateway.config.read import read_config
from gateway.resources import read_templates
from tests.checked import EVERY_LANGUAGE, TODAY, Write, check, errors

SHIPPED = read_templates(Path("/nowhere"))
BLOCK = '{% include "_crisis" %}'
HOSTILE = "I will reply"


def of(found: tuple[Finding, ...], what: str, level: str = "") -> list[str]:
    return [f.words for f in found if f.what == what and level in ("", f.level)]


def own(folder: Path, name: str, text: str) -> None:
    file = folder / f"templates/{name}.txt.j2"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_the_shipped_policy_says_what_it_must_in_each_language(write: Write) -> None:
    found = check(write(languages=EVERY_LANGUAGE))
    (words,) = of(found, "replies")
    assert words.endswith("combinations, each says what it must")
    assert int(words.split()[0]) > 3 * 2 * len(TEMPLATES)


def test_a_template_without_the_crisis_block(write: Write, tmp_path: Path) -> None:
    own(tmp_path, "en/booking", SHIPPED["en/booking"].replace(BLOCK, ""))
    found = check(write())
    file = "templates/en/booking.txt.j2"
    assert of(found, "replies") == [
        f"{file}: does not say: do not wait for an answer",
        f"{file}: does not carry the number 911 of Emergency services",
        f"{file}: does not carry the number 988 of 9-8-8: Suicide Crisis Helpline",
    ]
    fixes = {f.fix for f in errors(found)}
    assert fixes == {f"mend what is your own, or take it away: {file}"}


def test_what_many_replies_lack_is_said_once(write: Write, tmp_path: Path) -> None:
    own(tmp_path, "en/_crisis", "Please do not wait for an answer.\n")
    found = check(write())
    one, other = of(found, "replies")
    assert one.startswith("en/booking, en/")
    assert " more: does not carry the number 911" in one
    assert " more: does not carry the number 988" in other
    assert all("templates/en/_crisis.txt.j2" in f.fix for f in errors(found))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hello\n{{ practice.nmae }}", ":2: practice has no key 'nmae'"),
        ("Hello {{ client }}", ":1: 'client' is undefined"),
        ("{% if %}", ":1: "),
        ('{% include "_no" %}', ""),
    ],
)
def test_a_template_that_cannot_be_used(
    write: Write, tmp_path: Path, text: str, words: str
) -> None:
    own(tmp_path, "en/other", text)
    said = of(check(write()), "replies")
    assert len(said) == 1
    assert said[0].startswith(f"templates/en/other.txt.j2{words}")


def test_a_template_of_a_region(write: Write, tmp_path: Path) -> None:
    own(tmp_path, "fr-CA/other", SHIPPED["fr/other"].replace(BLOCK, ""))
    found = check(write(languages='["fr-CA"]'))
    assert of(found, "replies", "error")[0].startswith("templates/fr-CA/other.txt.j2: ")


def test_a_template_in_another_encoding(write: Write, tmp_path: Path) -> None:
    (tmp_path / "templates/en").mkdir(parents=True)
    (tmp_path / "templates/en/other.txt.j2").write_bytes(b"Caf\xe9")
    (words,) = of(check(write()), "replies", "error")
    assert words.endswith("the template cannot be read: it is not UTF-8")


def test_a_template_that_no_reply_uses(write: Write, tmp_path: Path) -> None:
    for name in ("other", "en/bookng", "de/other", "fr-ca/other", "en/more/other"):
        own(tmp_path, name, "Hello")
    for name in ("en/_mine", "fr/_crisis"):
        own(tmp_path, name, SHIPPED.get(name, "Hello"))
    (tmp_path / "templates/es").mkdir()
    (tmp_path / "templates/es/agreement.md.j2").write_text("# Hello")
    assert of(check(write()), "replies", "warn") == [
        f"templates/{name}.txt.j2 is used by no reply"
        for name in ("de/other", "en/bookng", "en/more/other", "fr-ca/other", "other")
    ]


def test_her_own_words_are_read(write: Write, tmp_path: Path) -> None:
    own(tmp_path, "en/other", SHIPPED["en/other"])  # has no part in it
    found = check(write(('other_service = ""', f'other_service = "{HOSTILE}"')))
    (wrong,) = errors(found)
    assert wrong.words.startswith('en/urgent: says "i will reply')
    assert wrong.fix == "gateway preview crisis --risk urgent --lang en shows it"


def test_length_is_no_hazard(write: Write, tmp_path: Path) -> None:
    own(tmp_path, "en/other", SHIPPED["en/other"] + "It is a plain day.\n" * 30)
    found = check(write())
    assert errors(found) == []
    (long,) = of(found, "replies", "warn")
    assert re.fullmatch(r"templates/en/other.txt.j2: has \d+ words, more than 180", long)
    assert of(found, "replies", "ok")


def test_the_remedy_is_a_command_that_runs(write: Write) -> None:
    config = read_config(write(languages=EVERY_LANGUAGE))
    for file in TEMPLATES - {"agreement.md.j2"}:
        name = file.removesuffix(".txt.j2")
        program, verb, *words = _remedy(config, f"fr/{name}").removesuffix(" shows it").split()
        assert (program, verb) == ("gateway", "preview")
        done = CliRunner().invoke(preview, [*words, "--config", str(config.path)])
        assert done.exit_code == 0, done.output


def test_holidays_of_an_unknown_place(write: Write) -> None:
    path = write(('holidays = "CA-ON"', 'holidays = "CA-XX"'))
    (wrong,) = errors(check(path))
    line = 1 + path.read_text().partition("holidays =")[0].count("\n")
    assert wrong.words.startswith(
        f'{path}:{line}: hours.holidays: no holidays are known for "CA-XX"; try CA, CA-'
    )


def test_words_that_a_language_lacks(write: Write) -> None:
    changes = (
        ('desk_hours = "" ', 'desk_hours = "Monday to Friday" '),
        ('contact_section = "" ', 'contact_section = { en = "Part 3", fr = "Partie 3" } '),
        ('other_service = "" ', 'other_service = { en = "A", fr = "B", es = "C" } '),
        ('subject = "" ', 'subject = "Message received" '),
    )
    assert of(check(write(*changes, languages=EVERY_LANGUAGE)), "policy", "warn") == [
        "practice.desk_hours has no words in fr, es: such replies leave it out",
        "agreement.contact_section has no words in es: such replies leave it out",
    ]


@pytest.mark.parametrize(
    ("mode", "words"),
    [("shadow", "chosen and recorded, none is sent"), ("off", "none is sent")],
)
def test_nothing_is_sent(write: Write, mode: str, words: str) -> None:
    found = check(write(('mode = "live"', f'mode = "{mode}"')))
    assert of(found, "replies") == [f'reply.mode is "{mode}": {words}, in a crisis neither']
    assert of(found, "replies", "warn") == of(found, "replies")


ENVELOPE = [  # key, what it is set to, level
    ("reply.display_name", "Whitfield Therapy", "warn"),
    ("reply.subject", "Your therapy", "warn"),
    ("reply.subject", HOSTILE, "error"),
    ("privacy.discreet_name", "Whitfield Therapy", "error"),
    ("privacy.discreet_subject", "Your therapy", "error"),
]


@pytest.mark.parametrize(("key", "words", "level"), ENVELOPE)
def test_what_is_seen_before_a_reply_is_opened(
    write: Write, key: str, words: str, level: str
) -> None:
    path = write()
    name = key.partition(".")[2]
    rows = path.read_text().split("\n")
    (row,) = (n for n, text in enumerate(rows) if text.startswith(f"{name} = "))
    rows[row] = f'{name} = "{words}"'
    path.write_text("\n".join(rows))
    found = check(path)
    (said,) = of(found, "policy", level)
    assert said.startswith(f'{path}:{row + 1}: {key}: says "')
    assert bool(errors(found)) is (level == "error")


def test_the_name_stands_on_discreet_replies_too(write: Write) -> None:
    changes = (
        ('discreet_name = "D. Whitfield"', 'discreet_name = ""'),
        ('display_name = "D. Whitfield"', 'display_name = "Whitfield Therapy"'),
    )
    (wrong,) = errors(check(write(*changes)))
    assert 'reply.display_name: says "therapy"' in wrong.words
    assert "[privacy]" in wrong.fix


REVIEW = [  # days since policy_on and crisis_on, None when they are not set; what is said
    (None, None, ["review.policy_on and review.crisis_on are not set"]),
    (0, None, ["review.crisis_on is not set"]),
    (180, 180, []),
    (181, 0, ["review.policy_on was 181 days ago"]),
    (0, 400, ["review.crisis_on was 400 days ago"]),
    (-1, 0, ["review.policy_on is a day to come"]),
]


@pytest.mark.parametrize(("policy", "crisis", "said"), REVIEW)
def test_days_of_review(
    write: Write, policy: int | None, crisis: int | None, said: list[str]
) -> None:
    now = TODAY.replace(hour=16)  # the same day at the practice
    changes = [
        (f"# {key} = 2026-01-05", f"{key} = {now.date() - timedelta(days=days)} #")
        for key, days in (("policy_on", policy), ("crisis_on", crisis))
        if days is not None
    ]
    found = check(write(*changes), now)
    assert of(found, "review") == said
    assert errors(found) == []


@pytest.mark.parametrize(("ended", "said"), [(1, True), (0, False), (-30, False)])
def test_an_absence_that_is_over(write: Write, ended: int, said: bool) -> None:
    now = TODAY.replace(hour=16)
    last = now.date() - timedelta(days=ended)
    rows = f"[[away]]\nfirst = {last - timedelta(days=5)}\nlast = {last}\n[crisis]"
    found = check(write(("[crisis]", rows)), now)
    words = f"the absence that ended on {last} still stands"
    assert (words in of(found, "review", "warn")) is said


def test_today_is_that_of_the_practice(write: Write) -> None:
    night = TODAY.replace(hour=2)  # in Toronto still the day before
    away = night.date() - timedelta(days=1)
    rows = f"[[away]]\nfirst = {away}\nlast = {away}\n[crisis]"
    assert "still stands" not in str(check(write(("[crisis]", rows)), night))


def test_crisis_lines_of_each_language(write: Write) -> None:
    en, fr, es = of(check(write(languages=EVERY_LANGUAGE)), "crisis lines", "ok")
    assert en.startswith("CA-ON, en: Emergency services (call 911, 24/7), 9-8-8: ")
    assert re.match(r"CA-ON, fr: Services d.urgence \(call 911, 24/7\), 9-8-8 : Ligne d.aide", fr)
    assert es.startswith("CA-ON, es: Servicios de emergencia (call 911, 24/7), ")


def test_how_lines_are_reached(write: Write) -> None:
    changes = (
        ('place = "CA-ON"', 'place = "US"'),
        ("audiences = []", 'audiences = ["veterans"]'),
        (
            "[reply]",
            f'[[crisis.confirmed]]\nline = "US-veterans"\non = {TODAY.date()}\nby = "D"\n[reply]',
        ),
    )
    (words,) = of(check(write(*changes)), "crisis lines", "ok")
    assert "Veterans Crisis Line (call 988, press 1 or text 838255, 24/7)" in words


def test_a_line_checked_tomorrow(write: Write) -> None:
    day = TODAY.date() + timedelta(days=2)
    rows = (
        f'[[crisis.confirmed]]\nline = "CA-988"\non = {day}\nby = "Dana"\n[[crisis.line]]\n'
        f'kind = "mental_health"\nname = "Hill line"\nphone = "211"\non = {day}\nby = "Dana"\n'
    )
    found = check(write(("[reply]", f"{rows}[reply]")))
    assert of(found, "crisis lines", "warn") == [
        f"{name} was checked on {day}: a day to come" for name in ("CA-988", "Hill line")
    ]


def test_lines_that_nobody_checked_for_long(write: Write) -> None:
    found = check(write(), TODAY + timedelta(days=400))
    assert any("CA-988" in words for words in of(found, "crisis lines", "warn"))
