"""The package for AWS Lambda, AWS's runtime emulator without Docker, and how fast it is."""
