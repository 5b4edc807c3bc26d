"""Leg Check, in reading order. Data flows one way: request -> words or intent -> Turn -> State -> Reply -> speech.

rules      what is asked (questions), what the answers mean (triage), what is asked next (interview), which tips fit
hearing    (utterance, the question that waits, the vocabulary of a language) -> Turn
dialogue   (State, Turn) -> (State, Reply); conversation is the way in
words      the typed words of a locale (texts), how they are read (library, store, vocabulary), speech: Reply -> SSML
alexa      the room that knows Alexa: envelope, events, routes, session, handler; service is the net, log the only log;
           screens: what a device with a screen shows, and touches
           access and consent for its reminders, which are loaded when one is to be set
web        the same service over HTTP, for those who host it themselves; Lambda never ships it
workbench  what editors and developers run; Lambda never ships it
content    the YAML store: what is said and what is heard
"""
