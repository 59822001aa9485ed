/** Which addresses may be followed from a message. */

const ALLOWED = new Set(["http:", "https:", "tg:"]);

/** Returns the address to follow, null when it is no http, https or tg address. */
export function safeLink(text) {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+/.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(address);
    return ALLOWED.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Returns the start payload when an address opens this very bot ("" for none), otherwise null. */
export function startPayload(address, username) {
  const url = new URL(address);
  const telegram = url.protocol === "tg:" && (url.hostname || url.pathname.replaceAll("/", "")) === "resolve";
  const name = telegram ? url.searchParams.get("domain") : url.pathname.slice(1);
  if (!telegram && !["t.me", "telegram.me"].includes(url.hostname)) return null;
  return name?.toLowerCase() === username.toLowerCase() ? url.searchParams.get("start") ?? "" : null;
}

/** Returns a picture's or file's address when this server serves it: the page asks no other host. */
export function localFile(address) {
  if (!address) return null;
  const url = new URL(address, location.origin);
  return url.origin === location.origin ? url.pathname + url.search : null;
}
