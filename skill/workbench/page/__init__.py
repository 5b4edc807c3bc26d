"""The workbench page: talk to the skill, read all it says, and see what it hears. `skill serve --unsigned` shows it.

latest    the content as it was last read well; what is served, edits and all
talk      one turn, with what was heard and why
read      every spoken line of a locale, with its place, measure, sources and review
hear      what an utterance is taken for, whatever waits
gallery   the pictures of screens that `make gallery` drew
slow      what takes seconds, beside the turns: `skill check`, and scenes: where in a conversation each line is said
page      the addresses of all this, and what a browser may do with them
static/   the page itself: HTML, CSS and a few modules, as they are; main.js is the first
"""
