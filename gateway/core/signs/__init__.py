"""What is sensitive or dangerous in a message: one file each, exported as DETECTOR."""
