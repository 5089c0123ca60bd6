// The search field of the start page suggests.

import { find } from "./dom.js";
import { suggestIn } from "./suggesties.js";

suggestIn(/** @type {HTMLInputElement} */ (find("#zoekveld")));
