"""The group of editors: whoever is in it (and is staff) may do what the editor's desk offers."""

from typing import Any

from django.contrib.auth.models import Group, Permission

NAME = "Editors"
# Besides looking everything up. What is not named here is written by the archive alone.
MAY = (
    "add_sourcedocument",  # take a document in
    "change_transcript",  # choose, take out of a briefing, read again
    "change_briefing",  # publish and unpublish
    "change_turn",  # who speaks, for whom it is asked
    "change_series",
    "add_decision",
    "change_decision",  # take back
    "change_proposal",  # answer
    "change_merge",  # undo
    *(f"{do}_{name}" for name in ("speaker", "outlet") for do in ("add", "change")),
    *(
        f"{do}_{name}"
        for name in ("speakeralias", "outletalias")
        for do in ("add", "change", "delete")
    ),
)


def make_editors(sender: Any, **kwargs: Any) -> None:
    """Make the group after the tables are there, and give it what a newer version added."""
    group, _ = Group.objects.get_or_create(name=NAME)
    own = Permission.objects.filter(content_type__app_label="briefings")
    viewing = own.filter(codename__startswith="view_")
    group.permissions.add(*viewing, *own.filter(codename__in=MAY))
