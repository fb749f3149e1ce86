"""Official nomenclatures of places, in the layouts in which they are published."""
