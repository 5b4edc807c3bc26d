"""The tests: claims about the skill, with their data in YAML."""
