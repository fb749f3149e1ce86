"""« Les clés pour réussir vos achats socialement responsables »: the page, and the PDF."""
