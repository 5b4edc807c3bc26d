"""Leg Check, in reading order. Data flows one way: request -> Turn -> State -> Reply -> speech -> response.

questions     what is asked, of which kind, covering which findings
triage        answers -> Assessment; every rule with its source
interview     which question comes next
state         the answers, and what follows from them
turns, reply  what the person did; what to say next, as names
conversation  (State, Turn) -> (State, Reply); asking puts the question, asides answer, repairs edit the answers, flow
              goes on, closing and result end it, reminders choose the tip
content       the words of a locale, typed and frozen; library loads them, store and yamlfile read the YAML
speech        Reply + Content -> SSML, reprompt, card
session       State <-> session attributes
envelope, routes, alexa   the ASK edge
service       the safety net around it all; log, the only place that logs
coldstart     keeps what no request uses out of the start on Lambda
web           the same service over HTTP, for those who host it themselves; Lambda never ships it
workbench     what editors and developers run; Lambda never ships it
"""
