"""Counting rows beside others, by a subquery."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count, Subquery
from django.db.models.functions import Coalesce


def count_by(rows: models.QuerySet[Any], by: str) -> Coalesce:
    """Return a subquery that counts ``rows`` by the field ``by``; 0 where there are none."""
    return Coalesce(
        Subquery(
            rows.order_by().values(by).annotate(number=Count("pk")).values("number"),
            output_field=models.IntegerField(),
        ),
        0,
    )
