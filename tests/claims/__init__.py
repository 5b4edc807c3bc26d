"""A claim for every row of the tables, so that none can be left out or changed unnoticed. Fast: `make mutants`."""
