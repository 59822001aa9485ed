"""The running bot: Telegram application, polling or webhook, jobs, monitoring, watchdog."""
