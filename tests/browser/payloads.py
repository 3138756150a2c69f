"""Texts that would run if a page ever took them for markup (OWASP, XSS Filter Evasion Cheat Sheet).

Each calls `boom`, which the tests put into every page.
"""

from __future__ import annotations

from itertools import product

TAGS = (
    "img src=x",
    "svg",
    "body",
    "details open",
    "video src=x",
    "input autofocus",
    "iframe",
    "style",
    "marquee",
    "audio src=x",
)
EVENTS = ("onerror", "onload", "ontoggle", "onfocus", "onstart", "onanimationend")
WRITTEN = (
    "<script>boom()</script>",
    "</script><script>boom()</script>",
    "</textarea><script>boom()</script>",
    "</title><img src=x onerror=boom()>",
    "\"><img src=x onerror=boom()>",
    "'><svg/onload=boom()>",
    "\" onfocus=boom() autofocus x=\"",
    "' onmouseover=boom() '",
    "javascript:boom()",
    "<a href=javascript:boom()>x</a>",
    "<a href='data:text/html,<script>boom()</script>'>x</a>",
    "<iframe srcdoc='<script>parent.boom()</script>'></iframe>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=boom()>",
    "<svg><script>boom()</script></svg>",
    "<svg><animate onbegin=boom() attributeName=x dur=1s>",
    "<noscript><p title=\"</noscript><img src=x onerror=boom()>\">",
    "<!--><img src=x onerror=boom()>-->",
    "<template><img src=x onerror=boom()></template>",
    "<base href=javascript:/boom()//>",
    "<meta http-equiv=refresh content='0;url=javascript:boom()'>",
    "<object data='data:text/html,<script>boom()</script>'></object>",
    "<embed src=javascript:boom()>",
    "<form action=javascript:boom()><button>x</button></form>",
    "{{constructor.constructor('boom()')()}}",
    "${boom()}",
    "{% include boom %}",
    "<%= boom() %>",
    "%3Cscript%3Eboom()%3C/script%3E",
    "&lt;script&gt;boom()&lt;/script&gt;",
    "\\u003cscript\\u003eboom()\\u003c/script\\u003e",
    "<scr<script>ipt>boom()</scr</script>ipt>",
    "<IMG SRC=x OnErRoR=boom()>",
    "<img/src=x/onerror=boom()>",
    "<svg/onload=boom()//",
    "<img src=`x`onerror=boom()>",
    "<style>@import 'javascript:boom()';</style>",
    "<div style=\"background:url(javascript:boom())\">",
    "<link rel=stylesheet href=javascript:boom()>",
    "]]><script>boom()</script>",
    "--!><script>boom()</script>",
)  # fmt: skip
PAYLOADS = (*WRITTEN, *(f"<{tag} {event}=boom()>" for tag, event in product(TAGS, EVENTS)))
SHORT = "<svg/onload=boom()>"


def packed(limit: int, start: int = 0) -> list[str]:
    """Payloads from `start` on, joined with spaces into texts of at most `limit` characters."""
    texts: list[str] = []
    for payload in PAYLOADS[start:]:
        if texts and len(texts[-1]) + 1 + len(payload) <= limit:
            texts[-1] += f" {payload}"
        else:
            texts.append(payload)
    return texts
