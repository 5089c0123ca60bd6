// A link that opens a mail with words in it. Mail programs take some 2,000 characters; what is longer is pasted.

const LONGEST = 1900;
const PASTE = "Plak hier de tekst die u op de pagina hebt gekopieerd.";

/** @param {string} text */
const encoded = (text) => encodeURIComponent(text.replace(/\p{Cs}/gu, "").replace(/\r?\n/g, "\r\n"));

/** The link, and whether the text is in it. @param {string} to @param {string} subject @param {string} text */
export function mailOf(to, subject, text) {
  const start = `mailto:${to}?subject=${encoded(subject.slice(0, 120))}&body=`;
  const link = start + encoded(text);
  const fits = link.length <= LONGEST;
  return { link: fits ? link : start + encoded(PASTE), fits };
}
