"""The commands of `daily-papers`, one function each: (profile, arguments) → exit code. They alone print."""
