"""An editor at the desk."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from briefings.editors import NAME


@pytest.fixture
def editor(client: Client) -> Client:
    """Return a client logged in as somebody of the editors' group, who is no superuser."""
    user = User.objects.create_user("edith", password="x", is_staff=True)
    user.groups.add(Group.objects.get(name=NAME))
    client.force_login(user)
    return client
