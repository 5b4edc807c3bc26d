"""Asks the person for the permission to set reminders: by voice, in the two ways that Alexa has, or by a card.

Alexa puts the question herself ("... you can say I approve, or no"), so the response holds no question and says nothing
about the session: it goes on with the answer (skill/alexa/consent.py).
The first way is the one that Amazon's page on reminders shows; that the second takes this permission is not confirmed.
"""

from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_model.interfaces.connections.on_completion import OnCompletion
from ask_sdk_model.interfaces.connections.send_request_directive import SendRequestDirective
from ask_sdk_model.interfaces.connections.v1.start_connection_directive import StartConnectionDirective
from ask_sdk_model.ui.ask_for_permissions_consent_card import AskForPermissionsConsentCard

from skill.alexa.access import SCOPE, TOKEN
from skill.dialogue.errand import AskPermission

ASK = "AskForPermissionsConsentRequest"


def ask(builder: ResponseFactory, errand: AskPermission) -> None:
    """Put the question into a response."""
    if errand.way == "voice":
        payload = {"@type": ASK, "@version": "1", "permissionScope": SCOPE}
        builder.add_directive(SendRequestDirective(name="AskFor", payload=payload, token=TOKEN))
    elif errand.way == "connection":
        scopes = [{"permissionScope": SCOPE, "consentLevel": "ACCOUNT"}]
        wanted = {"@type": ASK, "@version": "2", "permissionScopes": scopes}
        uri, then = "connection://AMAZON.AskForPermissionsConsent/2", OnCompletion.RESUME_SESSION
        builder.add_directive(StartConnectionDirective(uri, then, wanted, TOKEN))
    else:
        builder.set_card(AskForPermissionsConsentCard(permissions=[SCOPE]))
