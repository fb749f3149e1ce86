"""History: what was done to each thing, told in French to who may see the thing."""
