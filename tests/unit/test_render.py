"""Templates to words: what goes in, what stays out, and where a mistake is."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from gateway.core.facts import Facts, Voice, voice_of
from gateway.core.hotline import Line
from gateway.core.practice import Agreement
from gateway.core.render import TEXT_AT_MOST, TemplateProblem, Templates, render
from tests.practices import PLAIN, SOURCES, received

VOICE = voice_of(PLAIN, "en")
FACTS = Facts(received=received(PLAIN))


def rendered(sources: Mapping[str, str], name: str = "x", voice: Voice = VOICE) -> str:
    return render(Templates(sources), name, voice, FACTS)


def test_a_malformed_template_names_its_line() -> None:
    with pytest.raises(TemplateProblem) as caught:
        rendered({"en/x": "one\ntwo {% if %}\n"})
    assert (caught.value.name, caught.value.line) == ("en/x", 2)


def test_a_failing_template_names_the_part_and_the_line() -> None:
    with pytest.raises(TemplateProblem) as caught:
        rendered({**SOURCES, "en/_footer": "one\n\n{{ agreement.none }}\n"}, "other")
    assert (caught.value.name, caught.value.line) == ("en/_footer", 3)
    assert caught.value.words == "agreement has no key 'none'"


MISTAKES = [
    ("{{ ['x'] | choice({}, ' or ') }}", "there is no 'x'"),
    ("{{ '%q' | format(1) }}", "unsupported format character"),
    ("{{ received.replace(month=13) }}", "month must be in 1..12"),
    ("{{ 1 // 0 }}", "division"),
]


@pytest.mark.parametrize(("source", "words"), MISTAKES)
def test_a_mistake_within_a_value_names_its_line(source: str, words: str) -> None:
    with pytest.raises(TemplateProblem, match=words) as caught:
        rendered({"en/x": f"one\n{source}\n"})
    assert (caught.value.name, caught.value.line) == ("en/x", 2)


def test_an_unknown_template_is_a_problem() -> None:
    with pytest.raises(TemplateProblem, match="no such template"):
        rendered(SOURCES, "billing")


def test_a_part_that_is_missing_is_a_problem() -> None:
    with pytest.raises(TemplateProblem, match="_nothing"):
        rendered({"en/x": '{% include "_nothing" %}'})


def test_a_template_that_includes_itself_is_a_problem() -> None:
    with pytest.raises(TemplateProblem, match="includes itself"):
        rendered({"en/x": '{% include "x" %}'})


def test_the_size_is_capped_while_it_grows() -> None:
    source = "{% for a in practice.languages %}{{ 'y ' * 3000 }}{% endfor %}"
    with pytest.raises(TemplateProblem, match=str(TEXT_AT_MOST)):
        rendered({"en/x": source})


REGIONS = [  # sources, what a reply in fr-FR says
    ({"fr/x": "base"}, "base"),
    ({"fr/x": "base", "fr-FR/x": "region"}, "region"),
    ({"fr/x": '{% include "_p" %}', "fr/_p": "base", "fr-FR/_p": "region"}, "region"),
    ({"fr/x": '{% include "_p" %}', "fr/_p": "base", "fr-CA/_p": "other"}, "base"),
]


@pytest.mark.parametrize(("sources", "words"), REGIONS)
def test_a_region_goes_before_its_language_file_by_file(
    sources: dict[str, str], words: str
) -> None:
    assert rendered(sources, voice=voice_of(PLAIN, "fr-FR")) == words


OUT_OF_REACH = ["policy", "relay", "recipients", "store", "seal", "mail", "sender", "subject"]


@pytest.mark.parametrize("name", OUT_OF_REACH)
def test_a_template_cannot_reach_it(name: str) -> None:
    with pytest.raises(TemplateProblem, match=f"'{name}' is undefined"):
        rendered({"en/x": f"{{{{ {name}.host }}}}"})


def test_python_is_out_of_reach() -> None:
    with pytest.raises(TemplateProblem, match="unsafe"):
        rendered({"en/x": "{{ ''.__class__.__mro__ }}"})


def test_policy_words_are_not_templates() -> None:
    policy = replace(PLAIN, agreement=Agreement(version="{{ 7 * 7 }}"))
    voice = voice_of(policy, "en")
    assert rendered({"en/x": "{{ agreement.version }}"}, voice=voice) == "{{ 7 * 7 }}"


CHOICES = [
    (("illness",), "a"),
    (("illness", "weather"), "a or b"),
    (("illness", "weather", "emergency"), "a, b or c"),
]


@pytest.mark.parametrize(("values", "words"), CHOICES)
def test_choice(values: tuple[str, ...], words: str) -> None:
    policy = replace(PLAIN, cancelling=replace(PLAIN.cancelling, exempt=values))  # type: ignore[arg-type]
    words_of = '{"illness": "a", "weather": "b", "emergency": "c"}'
    source = f'{{{{ cancelling.exempt | choice({words_of}, " or ") }}}}'
    assert rendered({"en/x": source}, voice=voice_of(policy, "en")) == words


def test_a_line_tells_its_hours_and_its_menu() -> None:
    line = Line(
        id="x",
        place="own",
        kind="mental_health",
        name="By day",
        phone="211",
        then="3",
        hours="mon-fri 09:00-17:00",
        zone="America/Toronto",
    )
    templates, facts = Templates(SOURCES), replace(FACTS, lines=(line,))
    words = render(templates, "_numbers", VOICE, facts)
    assert "By day\n  Call 211, then press 3\n  Monday to Friday, 9\xa0a.m. to 5\xa0p.m." in words
