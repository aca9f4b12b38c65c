"""Plots as shapes: plain numbers in, places on the page out; templates draw them as inline SVG.

Across, places are percentages of the plot's width, so that a plot fits any screen while its text
keeps its size; down, they are pixels. No module here but ``counts`` knows the database.
"""
