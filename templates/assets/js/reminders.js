// A calendar file (RFC 5545) with a whole day for each action, and a reminder at nine in the morning.

/** @typedef {{ id: string, day: string, title: string, text: string }} Reminder */

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** A line in pieces of 18 letters, so that none has more than 75 bytes. @param {string} line */
const folded = (line) => line.replace(/.{18}(?=.)/gu, "$&\r\n ");

/** @param {Reminder[]} reminders @param {Date} now */
export function calendar(reminders, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const events = reminders.map(
    ({ id, day, title, text }) => `BEGIN:VEVENT
UID:${id}-${stamp}
DTSTAMP:${stamp}
DTSTART;VALUE=DATE:${day.replaceAll("-", "")}
TRANSP:TRANSPARENT
SUMMARY:${escaped(title)}
DESCRIPTION:${escaped(text)}
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:PT9H
DESCRIPTION:${escaped(title)}
END:VALARM
END:VEVENT`,
  );
  const lines = [
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//De nieuwe binnenstad//Trendscan//NL",
    ...events,
    "END:VCALENDAR\n",
  ];
  return lines.join("\n").split("\n").map(folded).join("\r\n");
}
