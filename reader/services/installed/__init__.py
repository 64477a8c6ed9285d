"""The program itself on its computer: a newer version, its place in the menus, and its removal."""
