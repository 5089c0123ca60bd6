// What was answered to a question of the form, and what is wrong with an answer.

import { find, findAll } from "../dom.js";
import { plain } from "./file.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** The fields of a question: one, or as many as there are to choose from. @param {HTMLElement} question */
export const fieldsOf = (question) => /** @type {Field[]} */ (findAll("input, textarea, select", question));

/** What was chosen or typed, one for each. @param {HTMLElement} question */
export const valuesOf = (question) =>
  fieldsOf(question)
    .filter((field) => !field.matches("[type=radio], [type=checkbox]") || field.matches(":checked"))
    .map((field) => field.value.trim())
    .filter(Boolean);

/** The same in the words that a reader sees. @param {HTMLElement} question */
export const wordsOf = (question) =>
  fieldsOf(question)
    .filter((field) => !field.matches("[type=radio], [type=checkbox]") || field.matches(":checked"))
    .map((field) =>
      field.matches("[type=radio], [type=checkbox]")
        ? (field.parentElement?.textContent ?? "")
        : field instanceof HTMLSelectElement
          ? field.selectedOptions[0].text
          : field.value,
    )
    .map((words) => words.trim())
    .filter(Boolean);

/** The words of a question. @param {HTMLElement} question */
export const askedBy = (question) => find("legend, label", question).firstChild?.textContent?.trim() ?? "";

const WHEN = /^[12]\d{3}(-(0[1-9]|1[0-2]))?$/;
const URL_SHAPE = /^https?:\/\/(?!.*[?&](?:utm_\w+|fbclid|gclid)=)[^\s<>"\\^`{|}@]+\.[^\s<>"\\^`{|}@]+$/;

/** What is wrong with the answer, as a sentence; empty when it is right. @param {HTMLElement} question @param {RegExp} contact @param {boolean} abroad */
export function faultOf(question, contact, abroad) {
  const { vraag: name, minst: least, meest: most, nodig: needed } = question.dataset;
  const values = valuesOf(question);
  if (question.matches("fieldset")) {
    if (values.length < Number(least)) return "Hier is nog niets gekozen.";
    return question.dataset.meest && values.length > Number(most) && Number(most) ? `Kies er hooguit ${most}.` : "";
  }
  const [typed = ""] = values;
  if (name === "gemeente") return municipality(question, typed, abroad);
  if (!typed) return needed === undefined ? "" : "Vul dit in.";
  if (name === "start" || name === "eind")
    return WHEN.test(typed) ? "" : "Schrijf een jaar, of jaar en maand: 2024 of 2024-05.";
  if (name === "bron_url")
    return URL_SHAPE.test(typed)
      ? ""
      : "Kopieer het hele adres; het begint met https:// en heeft geen volgcode (utm_).";
  if (contact.test(typed))
    return "Hier staat een mailadres of telefoonnummer. Haal het weg: dit komt op een openbare pagina.";
  const length = [...(question.matches(":has(textarea)") ? typed : plain(typed))].length;
  if ([...plain(typed)].length < Number(least)) return `Schrijf iets meer: minstens ${least} tekens.`;
  return length > Number(most) ? `Dit zijn ${length} tekens, en er passen er ${most}. Kort het in.` : "";
}

/** @param {HTMLElement} question @param {string} typed @param {boolean} abroad */
function municipality(question, typed, abroad) {
  if (abroad) return typed ? "Buiten Nederland blijft dit leeg. Noem de stad bij de plek." : "";
  if (!typed) return "Vul dit in, of kies een ander land.";
  return slugOfMunicipality(question, typed) ? "" : "Deze gemeente staat niet in de lijst. Kies een naam uit de lijst.";
}

/** The word for a gemeente in the file; empty for no gemeente. @param {HTMLElement} question @param {string} typed */
export function slugOfMunicipality(question, typed) {
  const named = findAll("option", question).find(
    (one) => one.getAttribute("value")?.toLowerCase() === typed.toLowerCase(),
  );
  return named?.dataset.slug ?? "";
}
