"""Markup that cannot be broken out of: text and values are escaped, unless they are Markup already."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

__all__ = ["Markup", "csp_hash", "element", "json_for_script", "number", "safe_url"]


def number(value: float) -> str:
    """A number for markup, to a tenth of a pixel, so that files are the same on every machine.

    >>> number(3.0), number(2.26), number(-0.01)
    ('3', '2.3', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def element(tag: str, *children: str, **attributes: str | float | None) -> Markup:
    """An element of HTML or SVG; `_` in attribute names stands for `-`, a trailing one is dropped.

    >>> element("text", "<b>", class_="name", x=3.14159, aria_hidden="true")
    Markup('<text class="name" x="3.1" aria-hidden="true">&lt;b&gt;</text>')
    """
    parts = []
    for name, value in attributes.items():
        if value is None:
            continue
        shown = value if isinstance(value, str) else number(value)
        parts.append(f' {name.removesuffix("_").replace("_", "-")}="{escape(shown)}"')
    inner = "".join(str(escape(child)) for child in children)
    return Markup(f"<{tag}{''.join(parts)}>{inner}</{tag}>")  # noqa: S704 - all parts are escaped above


def json_for_script(value: Mapping[str, Any]) -> Markup:
    """JSON that can stand in a script element: nothing in it ends the element or opens a comment.

    >>> json_for_script({"a": "</script>"})
    Markup('{"a":"\\\\u003c/script\\\\u003e"}')
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - no character is left that means anything in HTML


def csp_hash(content: str) -> str:
    """The source expression that lets exactly this inline script or style run (CSP level 3)."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def safe_url(text: str | None) -> str | None:
    """The address, if it is one of the web; None for all else (`javascript:` among them).

    >>> safe_url("https://www.osce.org/node/1"), safe_url("javascript:alert(1)")
    ('https://www.osce.org/node/1', None)
    """
    if text is None or not text.lower().startswith(("https://", "http://")):
        return None
    return None if any(c.isspace() or c in "<>\"'" or not c.isprintable() for c in text) else text
