"""What the printed papers of the site are made of: chapters, parts, live blocks on paper."""
