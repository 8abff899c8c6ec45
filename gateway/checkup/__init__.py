"""`gateway check`: what is wrong with the policy and this machine, in plain words."""
