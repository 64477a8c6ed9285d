"""Pages that are long, or mean harm: written by a process of its own, laid out piece by piece."""
