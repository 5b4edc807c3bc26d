"""What a device with a screen shows, in plain Python and in a real engine."""
