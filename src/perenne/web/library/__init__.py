"""The texts of the site, as the coordination writes them."""
