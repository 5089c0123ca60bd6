// Before the page is drawn: the theme that this reader chose earlier. The only script that is no module, for modules wait.
try {
  const keuze = localStorage.getItem("thema");
  if (keuze) document.documentElement.dataset.thema = keuze;
} catch {
  // storage can be switched off; then the system decides
}

// A question in the address: what a module is about to filter is not drawn before it has.
if (location.search) document.documentElement.dataset.vraag = "";
