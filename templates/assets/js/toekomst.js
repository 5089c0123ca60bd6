// The scenario of which the street is drawn stands in the address, before the trend in its fragment: a link opens both.

const KEY = "scenario";
/** @type {HTMLInputElement[]} */
const radios = [...document.querySelectorAll(/** @type {"input"} */ (".toekomst input"))];

function show() {
  const asked = new URLSearchParams(location.search).get(KEY);
  const radio = radios.find(({ value }) => value === asked) ?? radios.at(0);
  if (radio) radio.checked = true;
}

for (const radio of radios) {
  radio.addEventListener("change", () => {
    const address = new URL(location.href);
    address.searchParams.set(KEY, radio.value);
    history.replaceState(history.state, "", address);
  });
}
show();
addEventListener("pageshow", show);
addEventListener("popstate", show);
