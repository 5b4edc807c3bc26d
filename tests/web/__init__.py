"""The web service: what it lets through, what it refuses, and how it stops."""
