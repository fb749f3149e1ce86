"""What one may ask about consultations, contracts and what is published of them."""
