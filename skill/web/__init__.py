"""The skill as a web service of your own; Lambda never ships it. In reading order:

signature     does this body come from Alexa: certificate URL, signature
certificates  the keys of certificate chains, fetched apart from the threads that answer
chain         is a chain Alexa's
fetch         a chain over HTTPS, and the roots that are trusted here
envelope      the body, opened only after that; its time and its skill id
local         where a request without a signature may come from
flask_ask     all of it behind flask-ask-sdk's SkillAdapter
app           the Flask application
channel       one HTTP connection, and where a request ends
server        waitress, which fetches certificates first, and is stopped without losing a request
refusal       what a request is refused with
"""
