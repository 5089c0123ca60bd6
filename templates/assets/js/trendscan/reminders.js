// A calendar file (RFC 5545) with a whole day for each action, and a reminder at nine in the morning.

/** @typedef {{ id: string, day: string, title: string, text: string }} Reminder */

const LONGEST_LINE = 74;

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** A line in pieces of at most 75 bytes, never within a letter. @param {string} line */
function folded(line) {
  let out = "";
  let length = 0;
  for (const letter of line) {
    const bytes = new TextEncoder().encode(letter).length;
    if (length + bytes > LONGEST_LINE) {
      out += "\r\n ";
      length = 1;
    }
    out += letter;
    length += bytes;
  }
  return out;
}

/** The digits of a day, so many days later. @param {string} day @param {number} later */
function digits(day, later = 0) {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + later);
  return date.toISOString().slice(0, 10).replaceAll("-", "");
}

/** @param {Reminder[]} reminders @param {Date} now */
export function calendar(reminders, now) {
  const stamp = `${now.toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//De nieuwe binnenstad//Trendscan//NL"];
  for (const { id, day, title, text } of reminders) {
    lines.push("BEGIN:VEVENT", `UID:${id}-${stamp}@trendscan.example`, `DTSTAMP:${stamp}`);
    lines.push(`DTSTART;VALUE=DATE:${digits(day)}`, `DTEND;VALUE=DATE:${digits(day, 1)}`, "TRANSP:TRANSPARENT");
    lines.push(`SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(text)}`);
    lines.push(
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:PT9H",
      `DESCRIPTION:${escaped(title)}`,
      "END:VALARM",
      "END:VEVENT",
    );
  }
  return [...lines, "END:VCALENDAR", ""].map(folded).join("\r\n");
}
