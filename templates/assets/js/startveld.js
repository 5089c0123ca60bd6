// The search field of the start page suggests.

import { find } from "./dom.js";
import { suggestIn } from "./elders.js";

suggestIn(/** @type {HTMLInputElement} */ (find("#zoekveld")));
