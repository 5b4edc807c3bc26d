"""Stands in for Alexa's recogniser: text -> intent and slots, from the samples of an interaction model."""
