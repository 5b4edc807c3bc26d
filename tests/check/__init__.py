"""Tests of `skill check`: edits that editors make, and what it says to each."""
