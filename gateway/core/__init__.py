"""Floor 0: functions on frozen values. No clock, disk, network, log or chance."""
