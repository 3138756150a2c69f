"""What core itself lets people do."""

import rules

from core.live.sign_in import LISTEN

rules.add_perm(LISTEN, rules.is_authenticated & rules.is_active)
