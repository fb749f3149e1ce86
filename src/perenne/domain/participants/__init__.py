"""Who may count, with which proof."""
