"""The static pair index: built with numpy, read by plain JavaScript in the theme."""
