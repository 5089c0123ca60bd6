// What stands beside a note or a verdict is loaded when a page is first used; until then those are links.

const load = () => void import("../toelichting/all.js");
for (const use of ["scroll", "pointermove", "pointerdown", "focusin"]) addEventListener(use, load, { once: true });
