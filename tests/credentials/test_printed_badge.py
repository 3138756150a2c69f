"""A badge on paper: what each reader gets, tagged for who listens, with the signed badge inside."""

import zlib
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from core.printing import answers
from credentials.models import Credential, IssuedDocument
from credentials.open_badges.pdf import extract_pdf
from credentials.open_badges.structure import Unreadable
from credentials.services.revoking import revoke
from credentials.services.sharing import share, withdraw_shares
from tests.asking import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(held, pa1):
    return Credential.objects.get(recipient=pa1)


@pytest.fixture
def link(mine, pa1):
    """The path of the PDF behind a working link."""
    made = share(mine, owner=pa1, shown_name="initials", with_place=False, days=7, now=timezone.now())
    return made.address.removeprefix("http://localhost:8000").replace("?", ".pdf?")


def text_of(answer):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)


def tags_in(pdf):
    """Every structure element: its tag, and its alternative text where it has one."""
    found, waiting = [], [pdf.Root.StructTreeRoot]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += list(one)
        elif isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                found.append((str(one.S), str(one.get("/Alt", ""))))
            waiting += [one.K] if "/K" in one else []
    return found


def test_a_link_prints_what_its_page_says(link, client):
    answer = client.get(link)
    text = text_of(answer)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "private, no-store")
    assert answer["Content-Disposition"] == 'attachment; filename="debata.pdf"'
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "Ta odznaka jest prawdziwa i ważna." in text
    assert "U.K." in text
    assert "Ważność Bezterminowo" in " ".join(text.split())
    assert "Kanarek" not in text
    assert client.get(link.replace(".pdf", ""), headers={"Accept": "application/pdf"}).content[:5] == b"%PDF-"


def test_its_owner_chooses_between_initials_and_everything(mine, pa1, teacher):
    Credential.objects.filter(pk=mine.pk).update(note="Zdanie od nauczycielki", context={"place": "Sala 12"})
    outside = text_of(client_of(pa1).get(f"/credentials/{mine.pk}.pdf"))
    full = client_of(pa1).get(f"/credentials/{mine.pk}.pdf?form=full")
    assert full["Content-Disposition"] == 'attachment; filename="debata-full.pdf"'
    for private in ("Kanarek", "Zdanie od nauczycielki", "Sala 12"):
        assert private in text_of(full)
        assert private not in outside
    assert client_of(teacher).get(f"/credentials/{mine.pk}.pdf?form=full").status_code == 404


def test_a_link_never_prints_everything(link, client, mine):
    Credential.objects.filter(pk=mine.pk).update(note="Zdanie od nauczycielki")
    assert "Zdanie od nauczycielki" not in text_of(client.get(f"{link}&form=full"))


def test_the_paper_is_tagged_and_named_in_the_readers_language(link, client):
    for language, title in (
        ("pl", "Debatuję z szacunkiem"),
        ("en", "Respectful debater"),
        ("uk", "Дебатую з повагою"),
    ):
        client.cookies["django_language"] = language
        with pikepdf.open(BytesIO(client.get(link).content)) as pdf:
            with pdf.open_metadata() as said:
                assert (said["pdfuaid:part"], said["pdfaid:part"], said["pdfaid:conformance"]) == (
                    "1",
                    "3",
                    "A",
                )
                assert title in said["dc:title"]
            assert str(pdf.Root.Lang).startswith(language)
            assert bool(pdf.Root.MarkInfo.Marked) is True
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
            tags = tags_in(pdf)
    names = [name for name, _ in tags]
    assert {"/H1", "/H2", "/L", "/Table", "/Link"} <= set(names)
    assert [alt != "" for name, alt in tags if name == "/Figure"] == [True, True]


def test_the_code_and_the_address_lead_to_the_link(link, client):
    reader = PdfReader(BytesIO(client.get(link).content))
    targets = [note["/A"]["/URI"] for note in reader.pages[0]["/Annots"]]
    assert targets == [f"http://localhost:8000{link.replace('.pdf', '')}"] * len(targets)


def test_the_signed_bytes_are_inside_and_the_verifier_finds_them(link, client, mine):
    printed = client.get(link).content
    stored = bytes(IssuedDocument.objects.get(credential=mine).body)
    assert extract_pdf(printed) == stored
    assert len(printed) < 100_000
    checked = client.post("/verify/", {"file": SimpleUploadedFile("badge.pdf", printed)}).content.decode()
    assert "verdict-valid" in checked


def test_cr_01_a_pdf_with_a_changed_attachment_is_not_valid(link, client):
    changed = PdfWriter(clone_from=BytesIO(client.get(link).content))
    signed = bytes(next(iter(changed.attachment_list)).content)
    assert "Debatuję".encode() in signed
    checked = check(client, pdf_with(signed.replace("Debatuję".encode(), b"Debatuje")))
    assert "verdict-bad" in checked
    assert "verdict-valid" not in checked


def pdf_with(*attached):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for number, content in enumerate(attached):
        writer.add_attachment(f"{number}.json", content)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def check(client, content):
    return client.post("/verify/", {"file": SimpleUploadedFile("b.pdf", content)}).content.decode()


def bomb():
    """A PDF whose attachment unpacks to 200 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()
    writer = PdfWriter(clone_from=BytesIO(pdf_with(b"{}")))
    stream = next(iter(writer.attachment_list)).pdf_object["/EF"]["/F"].get_object()
    stream._data = packed
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (lambda: b"%PDF-1.7 nothing", {"not_pdf"}),
        (lambda: pdf_with(), {"nothing_attached"}),
        (lambda: pdf_with(b"just a text"), {"nothing_attached"}),
        (lambda: pdf_with(b'{"a":1}', b'{"b":2}'), {"attached_twice"}),
        (lambda: pdf_with(b"{" + b"1" * 200_000)[:190_000], {"not_pdf", "nothing_attached"}),
        (bomb, {"too_complex", "not_pdf", "nothing_attached", "too_large"}),
    ],
)
def test_cr_01_a_hostile_pdf_is_refused_within_bounds(content, codes):
    with pytest.raises(Unreadable) as refused:
        extract_pdf(content())
    assert refused.value.code in codes


def test_cr_07_a_revoked_badge_says_so_on_paper(link, client, mine, teacher):
    revoke(mine, actor=teacher, reason="Pomyłka", now=timezone.now())
    said = text_of(client.get(link))
    assert "unieważniona" in said
    assert "Bezterminowo" not in said


def test_a_dead_link_prints_nothing(link, client, mine, pa1):
    withdraw_shares(mine, owner=pa1, now=timezone.now())
    assert client.get(link).status_code == 404


def test_tx_01_what_people_wrote_is_text_on_paper(mine, pa1):
    payload = '#panic("x") *b* $x$ ]] \\u{41} #sys.inputs <script>alert(1)</script> 😀 漢字 é'
    Credential.objects.filter(pk=mine.pk).update(note=payload)
    text = text_of(client_of(pa1).get(f"/credentials/{mine.pk}.pdf?form=full")).replace("\n", " ")
    assert '#panic("x") *b* $x$ ]] \\u{41} #sys.inputs <script>alert(1)</script>' in text
    assert "•• é" in text


def test_printing_is_counted(link, client, monkeypatch):
    monkeypatch.setattr(answers.by_network, "limit", 2)
    assert [client.get(link).status_code for _ in range(3)] == [200, 200, 429]
    assert int(client.get(link)["Retry-After"]) > 0


def test_a_print_costs_few_queries_and_no_signature(link, client, mine, pa1):
    client.get(link)
    before = IssuedDocument.objects.count()
    with CaptureQueriesContext(connection) as shared:
        client.get(link)
    owner = client_of(pa1)
    owner.get(f"/credentials/{mine.pk}.pdf?form=full")
    with CaptureQueriesContext(connection) as full:
        owner.get(f"/credentials/{mine.pk}.pdf?form=full")
    assert (len(shared), len(full), IssuedDocument.objects.count()) == (3, 7, before)
