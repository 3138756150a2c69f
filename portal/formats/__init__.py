"""How dates are written where Django's own way does not read well in a sentence."""
