"""FAQ, brochure, clausier."""
