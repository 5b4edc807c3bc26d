"""What an editor or a developer runs, and Lambda never ships: one command a module (see cli.py)."""
