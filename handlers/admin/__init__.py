"""Commands for operators (NEWSBOT_ADMIN_IDS): stats, outbox, feeds, reload, rejects, reports."""
