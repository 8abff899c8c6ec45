"""The templates of all languages say the same under the same conditions: one contract, many words.

A condition that one language forgets is a reply that only its clients never get right.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, nodes
from jinja2.visitor import NodeVisitor

from gateway.core.locale import locale_of
from gateway.core.render import Templates

TEMPLATES = Path(__file__).parents[2] / "templates"
FIRST, OTHERS = "en", ("fr", "es")
ENDING = ".txt.j2"
NAMES = sorted(path.name.removesuffix(ENDING) for path in (TEMPLATES / FIRST).glob(f"*{ENDING}"))
# Parts of a reply that somebody may read over a client's shoulder, or in danger.
DISCREET = ("discreet", "_numbers_discreet")
IN_DANGER = (
    *("urgent", "emergency", "_crisis", "_numbers", "_provision"),
    *("_answer_urgent", "_answer_by", "_away", "_footer_urgent"),
)
UNSAID = {
    "en": r"therap|session|appointment|client|suicid|crisis|abuse|mental|health",
    "fr": r"thérap|séance|rendez-vous|client|suicid|crise|violence|mental|santé",
    "es": r"terap|sesi[oó]n|\bcitas?\b|client|suicid|crisis|abus|violencia|mental|salud",
}
MONEY = {
    "en": r"\bfees?\b|\bcharge|\bpa(?:y|id)\b|\bcosts?\b|[$€£%]\s*\d",
    "fr": r"\bfrais\b|tarif|honoraire|factur|pay(?:er|ant|é)|coût",
    "es": r"\btarifas?\b|\bcargos?\b|honorario|factur|\bpag(?:o|ar|ado)|costo",
}


class Shape(NodeVisitor):
    """What a template does, whatever its words are."""

    def __init__(self) -> None:
        self.includes: list[str] = []
        self.conditions: Counter[str] = Counter()
        self.loops: list[str] = []
        self.filters: Counter[str] = Counter()
        self.spoken_of: set[str] = set()

    def visit_Include(self, node: nodes.Include) -> None:
        self.includes.append(repr(node.template))

    def visit_If(self, node: nodes.If) -> None:
        self.conditions[f"if {node.test!r}, else {bool(node.else_)}"] += 1
        self.generic_visit(node)

    def visit_CondExpr(self, node: nodes.CondExpr) -> None:
        self.conditions[f"if {node.test!r}, in a sentence"] += 1
        self.generic_visit(node)

    def visit_For(self, node: nodes.For) -> None:
        self.loops.append(f"{node.target!r} in {node.iter!r}")
        self.generic_visit(node)

    def visit_Filter(self, node: nodes.Filter) -> None:
        self.filters[f"{node.node!r}|{node.name}"] += 1
        self.generic_visit(node)

    def visit_Getattr(self, node: nodes.Getattr) -> None:
        self.spoken_of.add(repr(node))
        self.generic_visit(node)

    def visit_Name(self, node: nodes.Name) -> None:
        self.spoken_of.add(node.name)


def shape_of(source: str) -> dict[str, object]:
    shape = Shape()
    shape.visit(Environment().parse(source))
    return vars(shape)


def rows_of(source: str) -> list[str]:
    """The numbers of the statements that a template makes, in order."""
    comments = re.findall(r"\{#(.*?)#\}", source, re.DOTALL)
    return sorted(row for comment in comments for row in re.findall(r"R\d+", comment))


def source_of(language: str, name: str) -> str:
    return (TEMPLATES / language / f"{name}{ENDING}").read_text(encoding="utf-8")


def words_of(source: str) -> str:
    """All that a reply could say: the text, and strings that expressions may put into it."""
    found: list[str] = []
    tree = Environment().parse(source)
    found += (data.data for data in tree.find_all(nodes.TemplateData))
    found += (text for text in _strings(tree))
    return " ".join(" ".join(found).casefold().split())


def _strings(tree: nodes.Template) -> Iterator[str]:
    """Strings of output expressions; names of cases and files are compared, never said."""
    for output in tree.find_all(nodes.Output):
        silent = {
            id(c) for test in output.find_all(nodes.Compare) for c in test.find_all(nodes.Const)
        }
        for const in output.find_all(nodes.Const):
            if isinstance(const.value, str) and id(const) not in silent:
                yield const.value


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_the_same_files(language: str) -> None:
    files = {path.name.removesuffix(ENDING) for path in (TEMPLATES / language).glob(f"*{ENDING}")}
    assert sorted(files) == NAMES


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_conditions_and_names_are_the_same(name: str, language: str) -> None:
    assert shape_of(source_of(language, name)) == shape_of(source_of(FIRST, name))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_statements_are_the_same(name: str, language: str) -> None:
    assert rows_of(source_of(language, name)) == rows_of(source_of(FIRST, name))


@pytest.mark.parametrize("language", [FIRST, *OTHERS])
@pytest.mark.parametrize("name", DISCREET)
def test_discreet_templates_cannot_say_what_this_is(name: str, language: str) -> None:
    assert not re.findall(UNSAID[language], words_of(source_of(language, name)))


@pytest.mark.parametrize("language", [FIRST, *OTHERS])
@pytest.mark.parametrize("name", IN_DANGER)
def test_no_money_where_somebody_may_be_in_danger(name: str, language: str) -> None:
    assert not re.findall(MONEY[language], words_of(source_of(language, name)))


@pytest.mark.parametrize("name", NAMES)
def test_spanish_questions_and_cries_are_opened(name: str) -> None:
    words = words_of(source_of("es", name))
    said = re.sub(r"https?://\S+", "", words)
    assert (said.count("?"), said.count("!")) == (said.count("¿"), said.count("¡"))


@pytest.mark.parametrize("name", NAMES)
def test_french_signs_stand_as_in_canada(name: str) -> None:
    """No space before ? ! ; one before a colon and inside quotation marks; plain apostrophes."""
    words = words_of(source_of("fr", name))
    assert not re.findall(r"\s[?!;]|\w:(?!//)|«\S|\S»|’", words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "jusqu'au vendredi 13 mars 2026, sans|de retour le lundi 16 mars 2026."),
        ("es", "hasta el viernes 13 de marzo de 2026, sin|Regreso el lunes 16 de marzo de 2026."),
    ],
)
def test_a_day_has_one_article(language: str, words: str) -> None:
    """The filter `day` gives none, since "du" and "jusqu'au" hold their own."""
    cover = SimpleNamespace(agreed=False, name="")
    away = SimpleNamespace(last=date(2026, 3, 13), reads=False, cover=cover)
    facts = {"response": SimpleNamespace(reads="weekly", answers="usually"), "answer_by": None}
    parts = ("_answer", "_away", "_answer_by")
    templates = Templates({f"{language}/{part}": source_of(language, part) for part in parts})
    said = templates.get(language, "_answer").render(
        facts, locale=locale_of(language), away=away, back=date(2026, 3, 16)
    )
    for part in words.split("|"):
        assert part in " ".join(said.split())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "est arrivé le mardi 3 mars 2026 à"),
        ("es", "llegó el martes 3 de marzo de 2026 a las"),
    ],
)
def test_a_moment_brings_its_article(language: str, words: str) -> None:
    templates = Templates({f"{language}/_opening": source_of(language, "_opening")})
    said = templates.get(language, "_opening").render(
        locale=locale_of(language), received=datetime(2026, 3, 3, 14, 30, tzinfo=UTC)
    )
    assert words in " ".join(said.split())


@pytest.mark.parametrize("language", [FIRST, *OTHERS])
@pytest.mark.parametrize("is_away", [False, True])
def test_nobody_is_sent_to_the_telephone_of_who_is_away(language: str, is_away: bool) -> None:
    templates = Templates({f"{language}/_provision": source_of(language, "_provision")})
    crisis = SimpleNamespace(
        provision="on_call", on_call_hours="", on_call_phone="555-0102", safety_plan=False
    )
    said = templates.get(language, "_provision").render(crisis=crisis, away=is_away)
    assert ("555-0102" in said) is not is_away


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{% if a.b %}x{% endif %}", "{% if not a.b %}x{% endif %}"),
        ("{% if a.b %}x{% endif %}", "{% if a.c %}x{% endif %}"),
        ("{% if a %}x{% else %}y{% endif %}", "{% if a %}x{% endif %}"),
        ('{% if a == "yes" %}x{% endif %}', '{% if a == "no" %}x{% endif %}'),
        ("{{ a }}", "{{ b }}"),
        ("{{ a.b }}", "{{ a.c }}"),
        ("{{ a | day }}", "{{ a | moment }}"),
        ('{{ "x" if a else "" }}', '{{ "x" if b else "" }}'),
        ('{% include "_a" %}{% include "_b" %}', '{% include "_b" %}{% include "_a" %}'),
        ("{% for x in a %}{{ x }}{% endfor %}", "{% for x in a[:2] %}{{ x }}{% endfor %}"),
    ],
)
def test_a_difference_is_seen(one: str, other: str) -> None:
    assert shape_of(one) != shape_of(other)


def test_words_alone_make_no_difference() -> None:
    english = '{% if a %}Call {{ a.b ~ " now" }}{% endif %}'
    french = '{% if a %}Appelez {{ a.b ~ " maintenant" }}{% endif %}'
    assert shape_of(english) == shape_of(french)
