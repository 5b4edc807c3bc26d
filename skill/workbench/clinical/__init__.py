"""The safety file of content/clinical/, typed and read strictly. Lambda never ships it.

risk        severity, likelihood and the matrix; hazards, purpose and argument the three files; store reads them
named_tests whether a test that a control names is there
"""
