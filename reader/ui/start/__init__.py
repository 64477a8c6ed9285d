"""From the process to the first window: language, plugins, crashes, pictures."""
