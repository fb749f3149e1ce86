"""What every page looks like: layouts, components, forms that speak French."""
