"""Load on the web service; run by hand: python -m tests.load.run (needs wrk, as from apt-get install wrk)."""
