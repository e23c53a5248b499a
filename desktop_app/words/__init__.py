"""Every code and record in the user's language, for screens, charts, exports and the command line alike."""
