"""What machines make of the pages as they are sent: an HTML validator, the vocabulary of schema.org, readers of feeds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from tests.browser.doorway_pages import LANGUAGES, Fetched, every_kind, fetch
from tests.servers import ROOT, Server

NODE = Path(sys.executable).with_name("node")
PACKAGES = ROOT / "frontend" / "node_modules"
#: What the HTML standard asks for, and what a reader with other senses would notice. A button that says nothing sends
#: its form, by the standard; ours mean it.
RULES = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:a11y"],
    "rules": {
        "heading-level": ["error", {"sectioningRoots": []}],
        "no-dup-id": "error",
        "no-inline-style": "error",
        "no-implicit-button-type": "off",
    },
}
DATA_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
#: What readers of structured data ask for besides the vocabulary: schema.org's own examples, and
#: https://developers.google.com/search/docs/appearance/structured-data (course, event, article, breadcrumb, FAQ).
NEEDED = {
    "EducationalOccupationalCredential": {"name", "description", "url", "credentialCategory", "competencyRequired", "image"},
    "Course": {"name", "description", "provider", "offers", "hasCourseInstance", "url"},
    "Event": {"name", "startDate", "endDate", "location", "eventStatus", "eventAttendanceMode"},
    "Organization": {"name", "url"},
    "NewsArticle": {"headline", "datePublished", "dateModified", "author", "publisher", "url", "inLanguage"},
    "WebSite": {"name", "url", "description", "inLanguage"},
    "WebPage": {"name", "url", "description", "inLanguage", "datePublished"},
    "CollectionPage": {"name", "url", "description", "inLanguage"},
    "ContactPage": {"name", "url", "description", "inLanguage"},
    "FAQPage": {"name", "url", "mainEntity", "inLanguage"},
    "DefinedTermSet": {"name", "url", "hasDefinedTerm", "inLanguage"},
    "BreadcrumbList": {"itemListElement"},
}  # fmt: skip
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(scope="module")
def pages(portal: Server, django_db_setup: None, django_db_blocker: Any) -> list[Fetched]:
    return list(every_kind(portal, django_db_blocker))


def test_every_page_is_html_by_the_standard(pages, tmp_path):
    names = {}
    for number, page in enumerate(pages):
        assert page.status == (404 if page.path == "/made-up/" else 200), page.path
        assert f'<html lang="{page.language}">' in page.text, page.path
        names[f"{number}.html"] = f"{page.path} {page.language}"
        (tmp_path / f"{number}.html").write_text(page.text, encoding="utf-8")
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(RULES))
    assert faults_in(tmp_path, names) == []


def test_the_validator_sees_a_fault(tmp_path):
    (tmp_path / "bad.html").write_text(
        "<!doctype html><html lang=pl><head><title>x</title></head><body><h1>x</h1><h3>y</h3><p><ul></ul></body></html>"
    )
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(RULES))
    assert {fault.split()[1] for fault in faults_in(tmp_path, {"bad.html": "bad"})} >= {"heading-level"}


def faults_in(folder: Path, names: dict[str, str]) -> list[str]:
    program = PACKAGES / "html-validate" / "bin" / "html-validate.mjs"
    # Into a file: what is written to a pipe is cut off when the program ends.
    command = [NODE, program, "--formatter", "json=report.json", "*.html"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    report = folder / "report.json"
    assert report.exists(), done.stderr
    return [
        f"{names[Path(file['filePath']).name]} {fault['ruleId']} {fault['message']} {fault.get('selector')}"
        for file in json.loads(report.read_text(encoding="utf-8"))
        for fault in file["messages"]
    ]


def things_of(page: Fetched) -> list[dict[str, Any]]:
    """The nodes of its JSON-LD, each with its context."""
    found = []
    for block in DATA_BLOCK.findall(page.text):
        data = json.loads(block)
        assert data.pop("@context") == "https://schema.org"
        found += data.get("@graph") or [data]
    return found


def test_structured_data_is_of_the_vocabulary_and_has_what_readers_need(pages, tmp_path):
    """TypeScript checks each node against the types that `schema-dts` makes of schema.org: names of types and
    properties, and what may stand in them, at every depth."""
    lines, kinds = [], Counter()
    for page in pages:
        for thing in things_of(page):
            kind = thing["@type"]
            kinds[kind] += 1
            assert NEEDED[kind] <= thing.keys(), (page.path, kind, NEEDED[kind] - thing.keys())
            assert thing.get("inLanguage", page.language) == page.language, page.path
            lines.append(
                f"export const {kind}{kinds[kind]}: schema.{kind} = {json.dumps(thing, ensure_ascii=False)} // {page.path}"
            )
    assert set(kinds) == set(NEEDED)
    assert type_faults(tmp_path, lines) == []


def test_the_vocabulary_refuses_what_it_does_not_know(tmp_path):
    lines = [
        'export const a: schema.Event = {"@type": "Event", "name": "x", "location": {"@type": "Place", "nazwa": "y"}}',
        'export const b: schema.Event = {"@type": "Event", "colour": "red"}',
    ]
    assert len(type_faults(tmp_path, lines)) == 2


def type_faults(folder: Path, lines: list[str]) -> list[str]:
    (folder / "node_modules").symlink_to(PACKAGES.resolve())
    (folder / "things.ts").write_text(
        "import type * as schema from 'schema-dts'\n" + "\n".join(lines), encoding="utf-8"
    )
    options = {
        "noEmit": True,
        "strict": True,
        "skipLibCheck": True,
        "target": "esnext",
        "module": "nodenext",
        "types": [],
    }
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "files": ["things.ts"]}))
    program = PACKAGES / "typescript" / "bin" / "tsc"
    done = subprocess.run(
        [NODE, program], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    return [line for line in done.stdout.splitlines() if re.match(r"\S+\(\d+,\d+\): error", line)]


def feeds_named_by(pages: list[Fetched]) -> set[str]:
    named = re.compile(r'<link rel="alternate" type="application/(?:atom|rss)\+xml"[^>]*href="([^"]+)"')
    return {address for page in pages for address in named.findall(page.text)}


def test_feeds_are_read_by_a_reader_of_feeds(portal, pages):
    named = {one.removeprefix(portal.base_url) for one in feeds_named_by(pages)}
    own = {
        f"/feeds/{name}.{form}?lang={code}"
        for name in ("catalogue", "events")
        for form in ("atom", "rss")
        for code in LANGUAGES
    }
    assert any(one.endswith("/feed/") for one in named)
    for path in sorted(named | own):
        answer = fetch(portal, path)
        read = feedparser.parse(answer.text.encode(), response_headers={"content-type": answer.kind})
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert read.version in ("atom10", "rss20")
        assert read.feed.title
        assert read.entries, path
        for entry in read.entries:
            assert entry.title, path
            assert entry.link.startswith(portal.base_url), path
            assert entry.id, path
            assert {"updated_parsed", "published_parsed"} & set(entry.keys()), path
        assert len({entry.id for entry in read.entries}) == len(read.entries)


def test_the_sitemap_keeps_the_rules_of_sitemaps(portal):
    """https://www.sitemaps.org/protocol.html, and languages that point at each other (hreflang)."""
    text = fetch(portal, "/sitemap.xml").text
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SITEMAP}urlset"
    assert len(text.encode()) < 50_000_000
    others: dict[str, set[str]] = {}
    for url in root:
        address, changed = url.findtext(f"{SITEMAP}loc"), url.findtext(f"{SITEMAP}lastmod")
        assert address is not None
        assert address.startswith(f"{portal.base_url}/")
        assert len(address) < 2048
        assert changed is None or datetime.fromisoformat(changed).tzinfo is not None
        assert address not in others
        assert {one.tag for one in url} <= {f"{SITEMAP}loc", f"{SITEMAP}lastmod", LINK}
        others[address] = {one.attrib["href"] for one in url.findall(LINK)}
    for address, said in others.items():
        assert all(address in others[one] for one in said), address
        assert not said or address in said
    assert len(others) > 60
