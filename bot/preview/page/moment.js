/** Dates and times in the reader's locale and time zone. */

/** Returns the time of day; all times here are Unix times in seconds. */
export function clock(unix) {
  return write(unix, { hour: "numeric", minute: "2-digit" });
}

/** Returns a day's name for the divider between messages. */
export function dayName(unix) {
  const days = dayNumber(Date.now() / 1000) - dayNumber(unix);
  if (days === 0 || days === 1) return capitalized(new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(-days, "day"));
  const year = new Date(unix * 1000).getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return write(unix, { day: "numeric", month: "long", year });
}

/** Returns a number for the local day, the same for all times of that day. */
export function dayNumber(unix) {
  const day = new Date(unix * 1000);
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86_400_000;
}

/** Returns the short form for the chat list: the time for today, else the date. */
export function shortMoment(unix) {
  return dayNumber(unix) === dayNumber(Date.now() / 1000) ? clock(unix) : write(unix, { day: "numeric", month: "short" });
}

/** Returns the full date and time, for a tooltip. */
export function fullMoment(unix) {
  return write(unix, { dateStyle: "full", timeStyle: "long" });
}

/**
 * Returns a `tg-time` as its format says: `r` relative, `w` weekday, `d`/`D` short or long date, `t`/`T` short or long time.
 * Returns null if Telegram doesn't know the format, or if there is none; the message's text is shown then.
 */
export function formatted(unix, format) {
  if (!/^(r|w?[dD]?[tT]?)$/.test(format ?? "") || !format) return null;
  if (format === "r") return relative(unix - Date.now() / 1000);
  const options = {};
  if (format.includes("w")) options.weekday = "long";
  if (format.includes("d")) Object.assign(options, { day: "2-digit", month: "2-digit", year: "numeric" });
  if (format.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (/t/i.test(format)) Object.assign(options, { hour: "numeric", minute: "2-digit" });
  if (format.includes("T")) options.second = "2-digit";
  return write(unix, options);
}

function relative(seconds) {
  const steps = [["year", 31_557_600], ["month", 2_629_800], ["week", 604_800], ["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, length] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? steps.at(-1);
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.round(seconds / length), unit);
}

function write(unix, options) {
  return new Intl.DateTimeFormat(undefined, options).format(new Date(unix * 1000));
}

function capitalized(text) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
