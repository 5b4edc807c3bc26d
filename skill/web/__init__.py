"""The skill as a web service of your own; Lambda never ships it. In reading order:

signature   does this body come from Alexa: certificate URL, chain, signature
fetch       the certificate chain over HTTPS, and the roots that are trusted here
envelope    the body, opened only after that; its time and its skill id
flask_ask   all of it behind flask-ask-sdk's SkillAdapter
app         the Flask application
server      waitress, stopped without losing a request
"""
