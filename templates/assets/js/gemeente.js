// The gemeente of a reader, which this window remembers only when the reader asks for that.

/** @typedef {{ provincie: string, slug: string }} Gemeente */

const STORED = "gemeente";
const PAYLOAD = /^([a-z-]{1,40})~([a-z\d-]{1,80})$/;

/** As it stands in a fragment and in storage. @param {Gemeente} gemeente */
export const payloadOf = ({ provincie, slug }) => `${provincie}~${slug}`;

/** @param {string} payload @returns {Gemeente | null} */
export function fromPayload(payload) {
  const [, provincie, slug] = PAYLOAD.exec(payload) ?? [];
  return slug ? { provincie, slug } : null;
}

/** The gemeente that a reader let this window remember; storage can be switched off. */
export function remembered() {
  try {
    return fromPayload(sessionStorage.getItem(STORED) ?? "");
  } catch {
    return null;
  }
}

/** Whether this window now remembers this gemeente, or none. @param {Gemeente | null} gemeente */
export function remember(gemeente) {
  try {
    if (gemeente) sessionStorage.setItem(STORED, payloadOf(gemeente));
    else sessionStorage.removeItem(STORED);
    return true;
  } catch {
    return false;
  }
}
