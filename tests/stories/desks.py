"""Officers at their desks without a browser: each act is the page's own form, posted with what the page put into it."""

import re
from html import unescape

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.records.directory.models import Officer
from tests.stories.acted import head_of

PDF = b"%PDF-1.4\n%%EOF\n"
HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')


class Desk:
    """One officer's signed-in client."""

    def __init__(self, username: str) -> None:
        self.client = Client()
        self.client.force_login(Officer.objects.get(username=username))

    def act(self, code: str, slug: str, **values: object) -> str:
        """Opens the act's page, fills its form in and posts it; answers the page that follows, which is never an error."""
        url = f"/ban-lam-viec/{code}/{slug}/"
        given = hidden(self.client.get(url)) | values
        answer = self.client.post(url, given, follow=True)
        page = answer.content.decode()
        assert answer.status_code == 200, page
        assert answer.redirect_chain, f"{slug} was not carried out: {re.findall(r'errsum.*?</div>', page, re.S)}"
        return page

    def takes_the_fee(self, code: str) -> str:
        """All that is owed, in cash."""
        return self.act(code, "thu-phi", amount=head_of(code).owed[0].amount, way="cash", receipt="BL-0118")


def hidden(answer) -> dict[str, str]:
    """What a page's form carries along: version seen, key, number of rows."""
    fields = {}
    for tag in HIDDEN.findall(answer.content.decode()):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name:
            fields[name[1]] = unescape(value[1]) if value else ""
    return fields


def result() -> SimpleUploadedFile:
    return SimpleUploadedFile("ket-qua.pdf", PDF, "application/pdf")


def file_online(client: Client, province: str, procedure: str, answers: dict[str, str]) -> str:
    """Files through the portal's pages as a browser without JavaScript would; answers the dossier's code."""
    at = client.post(f"/{province}/thu-tuc/{procedure}/nop/").headers["Location"]
    root = re.match(r"/nop/[0-9a-f-]+/", at)[0]
    client.post(f"{root}nguoi-nop/", answers)
    page = client.get(f"{root}noi-dung/").content.decode()
    names = set(re.findall(r'name="([a-z_]+)"', page)) - {"csrfmiddlewaretoken", "exit", "stay"}
    client.post(f"{root}noi-dung/", {n: answers.get(n, "2019" if n.endswith("year") else "120") for n in names})
    page = client.get(f"{root}giay-to/").content.decode()
    slots = re.findall(r'<input[^>]*type="file"[^>]*name="([^"]+)"', page) + re.findall(
        r'<input[^>]*name="([^"]+)"[^>]*type="file"', page
    )
    client.post(f"{root}giay-to/", {slot: SimpleUploadedFile(f"{slot}.pdf", PDF) for slot in dict.fromkeys(slots)})
    review = client.get(f"{root}xem-lai/")
    done = client.post(f"{root}xem-lai/", hidden(review), follow=True).content.decode()
    found = re.search(r'big-code">([^<]+)<', done)
    assert found, re.findall(r"<li>.*?</li>", done, re.S)[:12]
    return found[1]
