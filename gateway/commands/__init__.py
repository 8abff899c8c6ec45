"""The subcommands: one file each, found by its name, imported only when it is asked for."""
