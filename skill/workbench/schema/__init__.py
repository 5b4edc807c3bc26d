"""JSON Schemas of the content, so that an editor's tool completes keys and underlines mistakes while they are typed.

kinds     which type reads which file of skill/content/, and the ids that are known
hints     what a field is for, in a line; tools show it when the mouse rests on a key
schemas   makes the schemas out of the types, writes them, and finds those that differ
"""
