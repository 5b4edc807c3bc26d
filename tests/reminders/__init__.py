"""Scheduled reminders: when they ring, what is said, and what is asked of Amazon, whatever Amazon makes of it."""
