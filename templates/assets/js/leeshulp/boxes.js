// What stands beside a note or a verdict is loaded when a page is first used; until then, and when it does not come (a
// reader has gone on to another page), those are links. Then a next press asks for it again.

const load = () =>
  void import("../toelichting/all.js").catch(() => addEventListener("pointerdown", load, { once: true }));
for (const use of ["scroll", "pointermove", "pointerdown", "focusin"]) addEventListener(use, load, { once: true });
