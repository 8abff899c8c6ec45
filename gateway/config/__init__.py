"""policies.toml: read strictly, every finding with its line."""
