"""Pages that are long, or mean harm: waited for, and shown piece by piece."""
