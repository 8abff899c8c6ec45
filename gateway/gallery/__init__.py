"""Every reply of a policy as pages for a browser, for the therapist to read and sign."""
