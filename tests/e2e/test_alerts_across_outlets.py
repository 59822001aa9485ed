"""Notifications about several outlets and alerts in several languages."""

from bot.app.wiring import App
from tests.e2e.alerting import bot_message, open_alert, publish, save
from tests.e2e.person import Phone, labels, marked


async def test_notification_says_where_outlets_differ_until_the_alert_does_without(
    edits_at_once: None, bot: App, ada: Phone
) -> None:
    await save(ada, "ferry")
    ends = ("Relatives waited at the quay.", "The owner of the boat was silent.", "Fishermen sent boats.")
    tolls = ("Four people were killed.", "The accident killed three people.", "4 people died in cold water.")
    outlets = ("The Oss Ledger", "Harlow Courier", "Kestrel Wire")
    reports = [
        {"text": f"A ferry sank off Port Oss at night in a storm. {toll} Divers searched the bay. {end}",
         "title": f"Ferry sinks off Port Oss, {n} reports", "publisher": outlet}
        for n, (toll, end, outlet) in enumerate(zip(tolls, ends, outlets, strict=True), 1)
    ]  # fmt: skip
    await publish(bot, **reports[0])
    notice = await bot_message(ada, "Ferry sinks off Port Oss")
    assert "Outlets differ" not in notice["text"]
    await publish(bot, **reports[1])
    edited = await bot_message(ada, "Outlets differ on the dead")
    assert edited["message_id"] == notice["message_id"]
    assert "Four (The Oss Ledger, " in edited["text"]
    assert "three (Harlow Courier, " in edited["text"]
    schedule = await ada.press(await open_alert(ada), "Schedule")
    hidden = await ada.press(schedule, "⚖ Outlets differ: shown ✓")
    assert "⚖ Outlets differ: hidden" in labels(hidden)
    await publish(bot, **reports[2])
    await ada.state.until(lambda: "Outlets differ" not in ada.chat.messages[notice["message_id"]]["text"])
    shown = await ada.press(hidden, "⚖ Outlets differ: hidden")
    assert "⚖ Outlets differ: shown ✓" in labels(shown)


async def test_alert_on_a_place_offers_its_names_in_other_languages(bot: App, ada: Phone) -> None:
    await publish(
        bot, "A river flooded a town in Syria on Monday. Schools were closed.", title="Syria floods"
    )
    await publish(bot, "فاض النهر في سوريا يوم الاثنين. أغلقت المدارس بعد الظهر.", title="فيضان في سوريا")
    ada.tap(await ada.say("flood in Syria"), "🔔 Alert")
    preview = await bot_message(ada, "New alert")
    offer = next(label for label in labels(preview) if label.startswith("Also: "))
    assert "سوريا" in offer
    assert "سوريا" not in marked(preview, "code")[0]
    shown = len(ada.chat.messages)
    ada.tap(preview, offer)
    widened = await ada.state.until(
        lambda: next((m for m in ada.chat.messages.values() if "سوريا" in "".join(marked(m, "code"))), None)
    )
    assert len(ada.chat.messages) > shown
    await ada.press(widened, "Save")
    (alert,) = await bot.services.alerts.of_chat(ada.chat.id)
    assert "سوريا" in alert.text
    assert "Syria" in alert.text
