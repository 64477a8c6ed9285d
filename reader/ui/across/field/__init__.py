"""What the field is up to, as a page: papers a day, terms that rise or are new, papers and benchmarks."""
