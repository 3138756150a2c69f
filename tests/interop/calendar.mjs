// Reads a calendar with ical.js (Mozilla's), which shares no code with the portal.
// Takes the file on stdin; answers [{uid, summary, starts, ends, zone, sequence, status, description}] on stdout.
import {text} from 'node:stream/consumers';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(await text(process.stdin)));
for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);

const events = calendar.getAllSubcomponents('vevent').map((found) => {
  const event = new ICAL.Event(found, {strictExceptions: true});
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    starts: event.startDate.toJSDate().toISOString(),
    ends: event.endDate.toJSDate().toISOString(),
    zone: event.startDate.zone.tzid,
    sequence: event.sequence,
    status: found.getFirstPropertyValue('status'),
    geo: found.getFirstPropertyValue('geo'),
    location: event.location,
  };
});
process.stdout.write(JSON.stringify(events));
