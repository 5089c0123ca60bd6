// A box beside a link that says what the link leads to: shown by pointing at it, gone with Escape or a press elsewhere.

import { element } from "../dom.js";

/** What stands between a link and its box, and between the box and the edge of the window, in pixels. */
const GAP = 6;
/** How long pointing lasts before it counts, and how long the way from the link to the box may take, in milliseconds. */
const PAUSE = 200;
/** From here on a box stands beside its link; on a phone it lies at the bottom of the window. */
const wide = matchMedia("(width >= 44rem)");

/** Below the link where there is room, else above it. @param {HTMLElement} box @param {Element} link */
function place(box, link) {
  if (!wide.matches) return;
  const { left, top, bottom } = link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const x = Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP));
  const y = bottom + GAP + height > innerHeight && top > height + GAP ? top - GAP - height : bottom + GAP;
  box.style.inset = `${y}px auto auto ${x}px`;
}

/**
 * Gives a link its box, which is filled when it is first asked for; a link of which nothing is known stays a link.
 * `onFocus`: the box only repeats what the link leads to, so that it shows with the focus, and a press follows the link.
 * Otherwise a press shows it and takes the focus there.
 * @param {HTMLAnchorElement} link @param {() => Promise<Node[]> | Node[]} content
 * @param {{ label: string, onFocus?: boolean }} options
 */
export function explain(link, content, { label, onFocus = false }) {
  /** @type {HTMLElement | undefined} */
  let box;
  let timer = 0;
  let isAsked = false;
  let wasOpen = false;
  const isOpen = () => Boolean(box?.matches(":popover-open"));
  const hide = () => {
    isAsked = false;
    if (isOpen()) box?.hidePopover();
  };

  async function show() {
    isAsked = true;
    if (!box) {
      box = element("div", { popover: "auto", className: "uitleg toelichting", role: "note", ariaLabel: label });
      box.addEventListener("pointerleave", later(hide));
      box.addEventListener("pointerenter", () => clearTimeout(timer));
      (link.closest("sup") ?? link).after(box);
    }
    if (!box.firstChild) box.replaceChildren(...(await Promise.resolve(content()).catch(() => [])));
    if (!isAsked || isOpen() || !box.firstChild) return;
    box.showPopover();
    place(box, link);
  }

  /** @param {() => unknown} act @returns {(event: PointerEvent) => void} */
  const later = (act) => (event) => {
    clearTimeout(timer);
    if (event.pointerType === "mouse" && !box?.contains(document.activeElement)) timer = setTimeout(act, PAUSE);
  };

  link.addEventListener("pointerenter", later(show));
  link.addEventListener("pointerleave", later(hide));
  // a press outside a box closes it before the click is heard
  link.addEventListener("pointerdown", () => {
    wasOpen = isOpen();
  });
  link.addEventListener("click", async (event) => {
    const isPressed = onFocus && (wasOpen || !(event instanceof PointerEvent) || event.pointerType !== "touch");
    if (isPressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(timer);
    await show();
    if (!isOpen()) location.assign(link.href);
    else if (!onFocus) box?.querySelector("p")?.focus();
  });
  if (onFocus) {
    link.addEventListener("focus", () => link.matches(":focus-visible") && show());
    link.addEventListener("blur", hide);
  }
  // this may be loaded when somebody points already
  if (link.matches(onFocus ? ":hover, :focus-visible" : ":hover")) show();
}
