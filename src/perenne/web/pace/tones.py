"""How a level of alert is coloured; its words always stand beside."""

from perenne.rules.pace import Level

TONES = {Level.ON_PACE: "success", Level.WATCH: "warning", Level.ALARM: "error"}
