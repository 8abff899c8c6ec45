"""Addresses: which are valid, which are the same, which a field names."""

import time

import pytest

from gateway.core.addresses import addresses_in, domain_of, key_of, parse_path, same_address

PATHS = [  # name, text, answer in ASCII, answer under SMTPUTF8
    ("plain", "ann@mill.example", "ann@mill.example", "ann@mill.example"),
    ("one label", "ann@mill", "ann@mill", "ann@mill"),
    ("all letters of an atom", "a!#$%&'*+/=?^_`{|}~-b@m.example", ..., ...),
    ("quoted", '"ann lee"@m.example', ..., ...),
    ("quoted with @", '"a@b"@m.example', ..., ...),
    ("quoted, escaped", '"a\\"b"@m.example', ..., ...),
    ("empty quotes", '""@m.example', ..., ...),
    ("tag", "ann+x@m.example", ..., ...),
    ("underscore in a host", "ann@my_host.example", ..., ...),
    ("IPv4 literal", "ann@[192.0.2.7]", ..., ...),
    ("IPv6 literal", "ann@[IPv6:2001:db8::7]", ..., ...),
    ("source route", "@a.example,@b.example:ann@m.example", "ann@m.example", "ann@m.example"),
    ("local of 64", "x" * 64 + "@m.example", ..., ...),
    ("letters beyond ASCII", "zoë@mühle.example", None, "zoë@mühle.example"),
    ("joiner in a word", "نامه\u200cها@m.example", None, "نامه\u200cها@m.example"),
    ("null sender", "", None, None),
    ("no @", "postmaster", None, None),
    ("no local part", "@m.example", None, None),
    ("no domain", "ann@", None, None),
    ("two dots", "a..b@m.example", None, None),
    ("dot first", ".a@m.example", None, None),
    ("dot last in domain", "a@m.example.", None, None),
    ("hyphen first", "a@-m.example", None, None),
    ("hyphen last", "a@m-.example", None, None),
    ("local of 65", "x" * 65 + "@m.example", None, None),
    ("label of 64", "a@" + "x" * 64 + ".example", None, None),
    ("too long in all", "a@" + ".".join(["x" * 60] * 5), None, None),
    ("space", "a b@m.example", None, None),
    ("angle brackets", "<a@m.example>", None, None),
    ("two @", "a@b@m.example", None, None),
    ("open quote", '"a@m.example', None, None),
    ("NUL", "a\x00@m.example", None, None),
    ("line end", "a@m.example\r\n", None, None),
    ("line end in quotes", '"a\r\nb"@m.example', None, None),
    ("tab in quotes", '"a\tb"@m.example', None, None),
    ("direction", "a\u202eb@m.example", None, None),
    ("zero width space", "a\u200bb@m.example", None, None),
    ("line separator", "a\u2028b@m.example", None, None),
    ("surrogate", "a\udc80@m.example", None, None),
    ("bad IPv4", "a@[192.0.2.700]", None, None),
    ("bad IPv6", "a@[IPv6:1::2::3]", None, None),
    ("IPv6 with zone", "a@[IPv6:fe80::1%eth0]", None, None),
    ("literal without type", "a@[2001:db8::7]", None, None),
    ("broken route", "@a.example,b.example:ann@m.example", None, None),
    ("route without end", "@a.example", None, None),
]


@pytest.mark.parametrize(("name", "text", "plain", "utf8"), PATHS, ids=[p[0] for p in PATHS])
def test_parse_path(name: str, text: str, plain: object, utf8: object) -> None:
    assert parse_path(text) == (text if plain is ... else plain)
    assert parse_path(text, utf8=True) == (text if utf8 is ... else utf8)


KEYS = [
    ("Ann@Mill.Example", "ann@mill.example"),
    (' "ann"@mill.example ', "ann@mill.example"),
    ('"a\\"b"@mill.example', 'a"b@mill.example'),
    ("ann@MÜHLE.example", "ann@xn--mhle-0ra.example"),
    ("zoe\u0308@mill.example", "zo\u00eb@mill.example"),
    ("ann+news@mill.example", "ann+news@mill.example"),
    ("ann@[IPv6:2001:DB8::7]", "ann@[ipv6:2001:db8::7]"),
    ("Postmaster", "postmaster"),
    ("", ""),
]


@pytest.mark.parametrize(("address", "key"), KEYS)
def test_key(address: str, key: str) -> None:
    assert key_of(address) == key
    assert key_of(key) == key


def test_same_address_and_domain() -> None:
    assert same_address("Ann@mühle.example", "ann@xn--mhle-0ra.EXAMPLE")
    assert not same_address("ann@mill.example", "anne@mill.example")
    assert domain_of("ann@Mühle.example") == "xn--mhle-0ra.example"
    assert domain_of("nobody") == ""
    assert domain_of("a@" + "ü" * 300) == "ü" * 300


FIELDS = [
    ("bare", "ann@m.example", ["ann@m.example"]),
    ("named", "Ann Lee <ann@m.example>", ["ann@m.example"]),
    (
        "comma in quotes",
        '"Lee, Ann" <ann@m.example>, bo@m.example',
        ["ann@m.example", "bo@m.example"],
    ),
    ("comment", "ann@m.example (at home, mostly (often))", ["ann@m.example"]),
    (
        "group",
        "Team: ann@m.example, Bo <bo@m.example>; cy@m.example",
        ["ann@m.example", "bo@m.example", "cy@m.example"],
    ),
    ("empty group", "undisclosed-recipients:;", []),
    (
        "quoted local",
        '"ann lee"@m.example, <"b@c"@m.example>',
        ['"ann lee"@m.example', '"b@c"@m.example'],
    ),
    ("semicolons", "ann@m.example; bo@m.example", ["ann@m.example", "bo@m.example"]),
    ("spaces about @", "ann @ m.example", ["ann@m.example"]),
    ("route", "<@a.example,@b.example:ann@m.example>", ["ann@m.example"]),
    ("name without angles", "Ann Lee ann@m.example", ["ann@m.example"]),
    (
        "a name that was decoded, with a quote",
        '" Ann <ann@m.example>, bo@m.example',
        ["ann@m.example", "bo@m.example"],
    ),
    ("a name that was decoded, with a bracket", ":-( <ann@m.example>", ["ann@m.example"]),
    ("an address as the name", "bo@m.example <ann@m.example>", ["ann@m.example"]),
    ("open angle", "Ann <ann@m.example", ["ann@m.example"]),
    ("twice", "ann@m.example, ann@m.example", ["ann@m.example", "ann@m.example"]),
    ("nothing", "", []),
    ("not one", "hello, world", []),
]


@pytest.mark.parametrize(("name", "value", "expected"), FIELDS, ids=[f[0] for f in FIELDS])
def test_addresses_in(name: str, value: str, expected: list[str]) -> None:
    assert list(addresses_in(value)) == expected


HOSTILE = ['"\\', "(", '("', '(")', "<", ":", "a@b,", '"(\\"', "(\\(", " @", '"a" ', "<>", "\\"]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("tail", ["", '"', ")", ">"])
def test_hostile_fields_are_read_in_linear_time(piece: str, tail: str) -> None:
    started = time.process_time()
    addresses_in(piece * 40_000 + tail)
    assert time.process_time() - started < 2.0
