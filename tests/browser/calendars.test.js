// What reaches people's calendars, read by a calendar library of other authors than the one of the Rust tests: after
// hours were set, a day moved and a day called off, the mails and the feed of a person agree.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import ICAL from "ical.js";

import { start } from "./harness/program.js";

const announced = fileURLToPath(new URL("../../fixtures/amalo-2014.toml", import.meta.url));
const person = "nives.acquati@posta.example";

/** Everything of an object that a calendar shows, by a foreign parser: one event, its times resolved to UTC. */
function events(stream) {
  const calendar = new ICAL.Component(ICAL.parse(stream));
  const method = calendar.getFirstPropertyValue("method");
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const time = (t) => (t.isDate ? t.toString() : new Date(t.toUnixTime() * 1000).toISOString());
    return {
      method,
      uid: event.uid,
      sequence: event.sequence,
      start: time(event.startDate),
      end: time(event.endDate),
      summary: event.summary,
      status: component.getFirstPropertyValue("status"),
    };
  });
}

/** Signs somebody in without a browser; gives back the cookie. */
async function signedIn(program) {
  const link = await program.signInLink(person);
  const answer = await fetch(link, { method: "POST", redirect: "manual", headers: { Origin: program.site } });
  return answer.headers.get("set-cookie").split(";")[0];
}

async function post(program, cookie, path) {
  const page = await (await fetch(`${program.site}${path}`, { headers: { Cookie: cookie } })).text();
  const token = /name="gettone" value="([^"]+)"/.exec(page)[1];
  const answer = await fetch(`${program.site}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookie, Origin: program.site, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ gettone: token }),
  });
  assert.equal(answer.status, 303, path);
}

/** The announced file with hours for the course, its second day moved and its third called off. */
async function changed(folder) {
  const text = await readFile(announced, "utf8");
  const cut = text.indexOf('kind = "course"');
  const course = text
    .slice(cut)
    .replace(/date = "(.+)"/g, 'date = "$1"\nstarts = "09:30"\nends = "17:00"')
    .replace("2014-10-29", "2014-10-30")
    .replace('date = "2014-11-05"\nstarts = "09:30"\nends = "17:00"', 'date = "2014-11-05"\ncancelled = true');
  const file = join(folder, "changed.toml");
  await writeFile(file, text.slice(0, cut) + course);
  return file;
}

describe("calendars", () => {
  it("mails and feed of a person agree after hours, a moved day and a day called off", async () => {
    let program = await start({ at: "2014-09-15T09:00" });
    try {
      const cookie = await signedIn(program);
      await post(program, cookie, "/corso/iscrizione");
      const seventh = (mail) => mail.to.includes(person) && mail.stream?.text.includes("(7/7)");
      await program.mail((m) => m.name.endsWith("course-day.eml") && seventh(m), "no invite to the seventh day");
      const said = await program.importFile(await changed(program.data));
      assert.match(said, /^ *6 letters about another date, hour or room, with a calendar update$/m);
      assert.match(said, /^ *1 letter about a session called off, with a calendar cancellation$/m);
      await program.stop({ keep: true });
      program = await start({ at: "2014-09-15T12:00", data: program.data });

      const shown = new Map();
      for (const mail of await program.mails()) {
        if (!mail.to.includes(person) || !mail.stream) continue;
        const [event, ...others] = events(mail.stream.text);
        assert.deepEqual(others, [], "one event in a mail");
        assert.equal(event.method, mail.stream.method, "METHOD in both places");
        const before = shown.get(event.uid);
        assert.ok(before ? event.sequence > before.sequence : event.sequence === 0, `SEQUENCE of ${event.uid}`);
        shown.set(event.uid, event);
      }
      const ahead = (event) => event.start >= "2014-09-15" && event.method === "REQUEST";
      const byMail = [...shown.values()].filter(ahead);
      const course = byMail.filter((event) => /\(\d\/7\)/.test(event.summary)).map((event) => event.start).sort();
      assert.deepEqual(course, [
        "2014-10-22T07:30:00.000Z",
        "2014-10-30T08:30:00.000Z",
        "2014-11-19T08:30:00.000Z",
        "2014-12-10T08:30:00.000Z",
        "2015-01-14T08:30:00.000Z",
        "2015-01-21T08:30:00.000Z",
      ]);

      const answer = await fetch(`${program.site}/mio-percorso/calendario.ics`, { headers: { Cookie: cookie } });
      assert.equal(answer.status, 200);
      const live = (event) => event.status === "CONFIRMED" && event.start >= "2014-09-15";
      const plain = ({ uid, sequence, start, end, summary }) => [uid, sequence, start, end, summary].join(" | ");
      const feed = events(await answer.text()).filter(live);
      assert.deepEqual(feed.map(plain).sort(), byMail.map(plain).sort());
    } finally {
      await program.stop();
    }
  });
});
