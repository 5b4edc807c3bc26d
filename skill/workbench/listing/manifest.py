"""skill.json: the manifest that Amazon's tools read, made from the listing and the operator's settings.

Shape: developer.amazon.com/docs/smapi/skill-manifest.html, and the classes of ask-smapi-model.
"""

from collections.abc import Mapping
from typing import Any

from skill.alexa.access import SCOPE
from skill.rules.triage import Urgency
from skill.words.speech import Voice
from skill.words.texts import Content
from skill.workbench.listing.listing import Case, Listing, Page
from skill.workbench.listing.settings import Settings

# What the code uses beyond plain speech and cards; tests/test_skill_package.py compares this with the code.
INTERFACES: tuple[Mapping[str, Any], ...] = ({"type": "ALEXA_PRESENTATION_APL"},)
PERMISSIONS: tuple[str, ...] = (SCOPE,)
EVENTS: tuple[str, ...] = ()


def manifest(case: Case, settings: Settings) -> dict[str, Any]:
    """Build the manifest.

    case: a listing without problems. Returns JSON values. Settings that are not filled in are absent.
    """
    optional = {
        "permissions": [{"name": name} for name in PERMISSIONS],
        "events": {"subscriptions": [{"eventName": name} for name in EVENTS]} if EVENTS else {},
    }
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": _publishing(case),
            "privacyAndCompliance": _privacy(case, settings),
            "apis": {"custom": _custom(settings)},
            **{key: value for key, value in optional.items() if value},
        }
    }


def icon_path(locale: str, size: str) -> str:
    """Give the path of an icon inside the package. size: small or large."""
    return f"assets/images/{locale}_{size}Icon.png"


def _publishing(case: Case) -> dict[str, Any]:
    return {
        "locales": {locale: _store_page(locale, shown) for locale, shown in case.pages.items()},
        "isAvailableWorldwide": False,
        "distributionCountries": list(case.listing.shared.countries),
        "distributionMode": "PUBLIC",
        # Amazon may copy a skill to other locales of its language; their emergency numbers would be unchecked.
        "automaticDistribution": {"isActive": False},
        "category": case.listing.shared.category,
        "testingInstructions": instructions(case.listing, case.neutral),
    }


def _store_page(locale: str, shown: Page) -> dict[str, Any]:
    return {
        "name": shown.name,
        "summary": shown.summary,
        "description": shown.description,
        "updatesDescription": shown.updates,
        "examplePhrases": list(shown.example_phrases),
        "keywords": list(shown.keywords),
        # An address inside the package works only when the whole package is imported (alexa/ask-cli, pull request 487).
        "smallIconUri": f"file://{icon_path(locale, 'small')}",
        "largeIconUri": f"file://{icon_path(locale, 'large')}",
    }


def _privacy(case: Case, settings: Settings) -> dict[str, Any]:
    answers = case.listing.shared.privacy
    urls = {"privacyPolicyUrl": settings.privacy_url, "termsOfUseUrl": settings.terms_url}
    filled = {name: url for name, url in urls.items() if url}
    return {
        "allowsPurchases": answers.allows_purchases,
        "usesPersonalInfo": answers.uses_personal_info,
        "isChildDirected": answers.is_child_directed,
        "isExportCompliant": answers.is_export_compliant,
        "containsAds": answers.contains_ads,
        **({"locales": dict.fromkeys(case.contents, filled)} if filled else {}),
    }


def _custom(settings: Settings) -> dict[str, Any]:
    endpoint = {"endpoint": {"uri": settings.endpoint}} if settings.endpoint else {}
    return {**endpoint, "interfaces": [dict(interface) for interface in INTERFACES]}


def instructions(listing: Listing, neutral: Content) -> str:
    """Tell Amazon's testers what to do.

    neutral: the content without a country, because one text serves all locales. Returns the instructions with the
    way to every outcome, most urgent first, in the words of the questions as they are now.
    """
    voice = Voice(neutral)
    ways = [
        f"- {voice.fill(neutral.outcomes[urgency.id].card_title)}: {_way(listing.shared.outcomes[urgency.id], voice)}"
        for urgency in sorted(Urgency, reverse=True)
    ]
    return listing.shared.testing_instructions.format(outcomes="\n".join(ways))


def _way(yes_to: tuple[str, ...], voice: Voice) -> str:
    asked = " and ".join(f"“{voice.fill(voice.content.questions[i].ask)}”" for i in yes_to)
    return f"say ‘no’ to every question, and ‘yes’ to {asked}" if asked else "say ‘no’ to every question"
