// What a phone folds: a link into it opens it, also where the browser does not do so by itself, and so does a link to what
// it is a part of; and a browser that cannot keep it open on wide screens and on paper opens all of it.

function unfold() {
  const target = document.getElementById(location.hash.slice(1));
  const fold = target?.closest("details:not([open])") ?? target?.querySelector(":scope > .vouw-rij:not([open])");
  if (!fold) return;
  fold.setAttribute("open", "");
  target?.scrollIntoView();
}

if (!CSS.supports("selector(::details-content)")) {
  for (const fold of document.querySelectorAll(".vouw")) fold.setAttribute("open", "");
}
unfold();
addEventListener("hashchange", unfold);
