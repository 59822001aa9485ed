/** Decides which links in a message may be opened. */

const ALLOWED = new Set(["http:", "https:", "tg:"]);

/** Returns the URL to open, or null if it isn't http, https or tg. */
export function safeLink(text) {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+/.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(address);
    return ALLOWED.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Returns the start parameter of a link to this bot ("" for none), or null for any other link. */
export function startPayload(address, username) {
  const url = new URL(address);
  const telegram = url.protocol === "tg:" && (url.hostname || url.pathname.replaceAll("/", "")) === "resolve";
  const name = telegram ? url.searchParams.get("domain") : url.pathname.slice(1);
  if (!telegram && !["t.me", "telegram.me"].includes(url.hostname)) return null;
  return name?.toLowerCase() === username.toLowerCase() ? url.searchParams.get("start") ?? "" : null;
}

/** Returns the URL of a photo or file on this server, or null: the page contacts no other host. */
export function localFile(address) {
  if (!address) return null;
  const url = new URL(address, location.origin);
  return url.origin === location.origin ? url.pathname + url.search : null;
}
