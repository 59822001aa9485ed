/** The connection to the server: requests, and a stream of events that reconnects by itself. */

const MIN_WAIT_MS = 400;
const MAX_WAIT_MS = 4000;

/** Returns the server's JSON response; throws an Error with the server's message if it fails. */
export async function post(path, body) {
  const response = await fetch(`/_/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.description ?? answer.error ?? `Server error ${response.status}`);
  return answer;
}

/**
 * Follows the server's events. After every (re)connection it loads the whole state; events that arrive in
 * the meantime are queued behind it, so none is lost.
 * @param {{state: function(object), event: function(object), disconnected: function(), connected: function()}} on
 */
export function follow(on) {
  let wait = MIN_WAIT_MS;
  connect();

  function connect() {
    const stream = new EventSource("/_/events");
    let queued = [];
    stream.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (queued) queued.push(event);
      else on.event(event);
    };
    stream.onopen = async () => {
      try {
        const response = await fetch("/_/state");
        if (!response.ok) throw new Error(response.statusText);
        on.state(await response.json());
      } catch {
        return retry(stream);
      }
      wait = MIN_WAIT_MS;
      on.connected();
      const events = queued;
      queued = null;
      events.forEach(on.event);
    };
    stream.onerror = () => retry(stream);
  }

  function retry(stream) {
    if (stream.abandoned) return;
    stream.abandoned = true;
    stream.close();
    on.disconnected();
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, MAX_WAIT_MS);
  }
}
