// All that explains beside the text: verdicts, notes, and notes in the margin.

import "./margin.js";
import "./verdicts.js";
