#!/usr/bin/env python3
"""Verifies a receipt without the service: is this the document that it was given for?

    verify-receipt.py report.json DIGEST   says whether the digest is the document's; status 0 or 1
    verify-receipt.py report.json          prints the document's digest

The document is what was sent in, or what /api/v1/reports/{id}/revisions/{n}/document hands out, unless words
of it were masked since ("redacted"); "-" reads it from standard input. The digest is SHA-256 of its canonical form (RFC 8785), so spaces, line ends and
the order of keys do not matter. Nothing but Python 3.8 or newer is needed.
"""

import hashlib
import json
import math
import re
import sys

ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
ESCAPED = re.compile('["\\\\\x00-\x1f]')


def text(value):
    """A string as ECMAScript writes it: nothing is escaped that need not be."""
    return '"' + ESCAPED.sub(lambda sign: ESCAPES.get(sign[0], "\\u%04x" % ord(sign[0])), value) + '"'


def number(value):
    """A double as ECMAScript writes it: the fewest digits that read back as the same double."""
    if value == 0:
        return "0"  # -0 too
    if value < 0:
        return "-" + number(-value)
    mantissa, _, exponent = repr(value).partition("e")
    whole, _, fraction = mantissa.partition(".")
    point = len(whole) + int(exponent or 0)  # digits before the decimal point
    digits = whole + fraction
    point -= len(digits) - len(digits.lstrip("0"))
    digits = digits.strip("0")
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return "0." + "0" * -point + digits
    power = "%+d" % (point - 1)
    return digits[0] + ("." + digits[1:] if count > 1 else "") + "e" + power


def canonical(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return text(value)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(text(key) + ":" + canonical(value[key]) for key in keys) + "}"


def double(written):
    value = float(written)
    if not math.isfinite(value):
        raise ValueError("a number that no double holds: " + written[:40])
    return value


def members(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a key that stands twice")
    return members


def refused(constant):
    raise ValueError("no JSON: " + constant)


def digest(document):
    value = json.loads(
        document.decode("utf-8-sig"),
        parse_int=double,
        parse_float=double,
        parse_constant=refused,
        object_pairs_hook=members,
    )
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


def main(arguments):
    if len(arguments) not in (1, 2):
        sys.exit(__doc__)
    try:
        if arguments[0] == "-":
            document = sys.stdin.buffer.read()
        else:
            with open(arguments[0], "rb") as file:
                document = file.read()
        computed = digest(document)
    except (OSError, ValueError, RecursionError) as problem:
        sys.exit("%s: %s" % (arguments[0], problem))
    if len(arguments) == 1:
        print(computed)
        return 0
    matches = computed == arguments[1].strip().lower()
    print("matches" if matches else "DIFFERS: the document's digest is " + computed)
    return 0 if matches else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
