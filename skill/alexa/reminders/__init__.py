"""Scheduled reminders, over Alexa's Reminders API. Nothing here is imported before it is needed. Reading order:

errands     runs what the conversation wants done, and gives back what came of it
service     the calls, through the SDK's clients; bodies has what is sent, failures what an error means
client      HTTP for the SDK, with an end to every wait; sdk puts right what is broken in it
permission  asks the person for the permission: by voice in two ways, or by a card
"""
