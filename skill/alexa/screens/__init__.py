"""What a device shows: screen chooses what, documents/*.json lay it out, directive makes what Alexa draws.

touch reads what was touched. Nothing here is imported for a device that has no screen.
"""
