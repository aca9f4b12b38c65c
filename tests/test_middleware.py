"""What is refused before any page is asked."""

import pytest
from django.test import Client


@pytest.mark.parametrize("path", ["/t/%00/", "/speakers/a%00b/", "/briefings/%00/", "/%00"])
def test_it_answers_404_to_an_address_with_a_nul(path: str, db: None, client: Client) -> None:
    assert client.get(path).status_code == 404


def test_it_answers_400_to_a_host_that_is_not_the_archives(client: Client) -> None:
    answer = client.get("/about/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "The request could not be understood" in answer.text
    assert "evil.example" not in answer.text
