"""/privacy, /export, /import and /forget_me."""
