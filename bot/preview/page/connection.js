/** The server: requests, and the stream of events with automatic reconnection. */

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 4000;

/** Returns the JSON that the server answers; throws an Error with its words when it refuses. */
export async function post(path, body) {
  const response = await fetch(`/_/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.description ?? answer.error ?? `The server answered ${response.status}`);
  return answer;
}

/**
 * Follows the server for good. After every (re)connection the whole state is read anew; events that come
 * meanwhile wait behind it, so nothing between the two is lost.
 * @param {{state: function(object), event: function(object), lost: function(), found: function()}} on
 */
export function follow(on) {
  let wait = FIRST_WAIT_MS;
  connect();

  function connect() {
    const stream = new EventSource("/_/events");
    let waiting = [];
    stream.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (waiting) waiting.push(event);
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
      wait = FIRST_WAIT_MS;
      on.found();
      const behind = waiting;
      waiting = null;
      behind.forEach(on.event);
    };
    stream.onerror = () => retry(stream);
  }

  function retry(stream) {
    if (stream.given_up) return;
    stream.given_up = true;
    stream.close();
    on.lost();
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}
