"""The safety file: what it names is there, its figures are right, and what it admits is so."""
