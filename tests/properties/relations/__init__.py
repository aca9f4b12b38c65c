"""Whole documents, real and made, held against one another."""
