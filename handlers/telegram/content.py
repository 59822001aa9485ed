"""What a message is made of."""

from telegram import Message


def is_written(message: Message) -> bool:
    """Return whether somebody wrote or sent something; service messages, also of kinds to come, are empty."""
    if message.successful_payment or message.passport_data:  # PTB counts them as attachments
        return False
    return bool(message.text or message.caption or message.effective_attachment)
