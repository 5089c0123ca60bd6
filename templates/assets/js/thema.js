// Before the page is drawn: the theme that this reader chose earlier. The only script that is no module, for modules wait.
const { dataset } = document.documentElement;
try {
  const theme = localStorage.getItem("thema");
  if (theme) dataset.thema = theme;
  dataset.toets = localStorage.getItem("toets") ?? ""; // the key that opens the search, when it is put off
} catch {
  // storage can be switched off; then the system decides
}

// A question in the address: what a module is about to filter is not drawn before it has, unless the module stays away.
if (location.search) {
  dataset.vraag = "";
  setTimeout(() => delete dataset.vraag, 6000);
}
