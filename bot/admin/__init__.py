"""For operators, the people in NEWSBOT_ADMIN_IDS: the audit log, and users' reports of wrong sources."""
