"""`python -m skill`: the workbench."""

import sys

from skill.workbench.cli import main

sys.exit(main())
