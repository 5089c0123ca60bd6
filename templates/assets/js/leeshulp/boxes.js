// What stands beside a note or a verdict is loaded when a page is first used; until then, and when it does not come (a
// reader has gone on to another page), those are links.

const load = () => void import("../toelichting/all.js").catch(() => {});
for (const use of ["scroll", "pointermove", "pointerdown", "focusin"]) addEventListener(use, load, { once: true });
