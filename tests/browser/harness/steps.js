// What more than one test does: with scripts and without, in Italian and in English.

import assert from "node:assert/strict";

import { line, lines, open, press, signIn, slots } from "./browser.js";

/** The sentences of the journey, which are part of what is promised. */
export const ITALIAN = {
  prefix: "",
  act: "Iscriviti",
  title: "Errore: Iscriviti al workshop di",
  five: "Ci sono 5 cose da sistemare",
  three: "Ci sono 3 cose da sistemare",
  sent: "Manca un clic",
  confirm: "Conferma la tua iscrizione",
  confirmed: "Il tuo posto è confermato",
  used: "Questa iscrizione è già confermata",
  path: "Il mio percorso",
};
export const ENGLISH = {
  prefix: "/en",
  act: "Sign up",
  title: "Error: Sign up for the workshop on",
  five: "There are 5 things to mend",
  three: "There are 3 things to mend",
  sent: "One click left",
  confirm: "Confirm your sign-up",
  confirmed: "Your place is confirmed",
  used: "This sign-up is already confirmed",
  path: "My path",
};

/** What the summary of errors says, checked against the fields it points to. */
export async function errors(page) {
  assert.equal(
    await page.locator("main").evaluate((main) => {
      const first = main.querySelector(":scope h1, :scope h2, :scope p, :scope .sum");
      return first?.closest(".sum")?.id ?? null;
    }),
    "errori",
    "the summary is the first thing in the page",
  );
  const listed = await page.locator("#errori a").evaluateAll((links) =>
    links.map((link) => ({ field: link.getAttribute("href").slice(1), text: link.textContent.trim() })),
  );
  for (const { field, text } of listed) {
    assert.ok((await line(page.locator(`#${field}-e`))).endsWith(text), `the same words at ${field}: ${text}`);
    const control = page.locator(`#${field}`);
    const [invalid, described] = await control.evaluate((el) => {
      const near = el.closest("fieldset[aria-describedby]") ?? el;
      return [el.getAttribute("aria-invalid"), el.getAttribute("aria-describedby") ?? near.getAttribute("aria-describedby")];
    });
    assert.ok((described ?? "").split(" ").includes(`${field}-e`), `${field} is described by its error`);
    if ((await control.getAttribute("type")) !== "radio") assert.equal(invalid, "true", `${field} is invalid`);
  }
  return { title: await line(page.locator("#errori h2")), fields: listed.map((error) => error.field) };
}

/** From the programme to "one click left", with everything wrong that a person gets wrong. */
export async function signUp(page, program, words, person) {
  const home = `${program.site}${words.prefix}/`;
  assert.equal(await open(page, home), 200);
  const offer = page.locator(".offer", { has: page.locator("a.btn:not(.line)", { hasText: words.act }) }).first();
  const places = Number((await line(offer.locator(".tag.ok"))).match(/^\d+/)[0]);
  const workshop = new URL(await offer.locator("a.btn").getAttribute("href"), home).href;
  assert.equal(await press(page, offer.locator("a.btn")), 200);
  assert.equal(page.url(), workshop);

  // Nothing filled in.
  const form = page.locator('form[action$="/iscrizione"]');
  const send = form.locator('button[name="azione"]');
  assert.equal(await press(page, send), 422);
  assert.deepEqual(await errors(page), {
    title: words.five,
    fields: ["nome", "cognome", "email", "profilo", "privacy"],
  });
  assert.ok((await page.title()).startsWith(words.title), await page.title());
  await page.locator('#errori a[href="#email"]').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "email");

  // Half of it, with slips.
  const typed = {
    nome: person.given,
    email: person.email.replace("@", ""),
    telefono: "02 1234567",
    esigenze: "Posto vicino a chi parla.\nAccesso senza gradini.",
  };
  for (const [id, value] of Object.entries(typed)) await page.locator(`#${id}`).fill(value);
  await page.locator('input[name="profilo"][value="volontariato"]').check();
  await page.locator("#privacy").check();
  assert.equal(await press(page, send), 422);
  assert.deepEqual(await errors(page), { title: words.three, fields: ["cognome", "email", "consenso_esigenze"] });
  const kept = Object.fromEntries(
    await Promise.all(Object.keys(typed).map(async (id) => [id, await page.locator(`#${id}`).inputValue()])),
  );
  assert.deepEqual(kept, typed, "answers are kept");
  const ticked = await form.locator("input:checked").evaluateAll((boxes) => boxes.map((box) => `${box.name}=${box.value}`));
  assert.deepEqual(ticked, ["profilo=volontariato", "privacy=si"]);

  // Corrected.
  await page.locator("#cognome").fill(person.family);
  await page.locator("#email").fill(person.email);
  await page.locator("#consenso_esigenze").check();
  assert.equal(await press(page, send), 200);
  assert.equal(await line(page.locator("h1")), words.sent);
  assert.equal(await page.locator(".offers .offer").count(), 1, "one workshop was chosen");
  assert.ok(!(await page.locator("main").innerText()).includes(person.email), "the address is covered");
  return { workshop, places };
}

/** The letter with the button that confirms. */
export function confirmation(program, email) {
  const check = (mail) => mail.name.includes("confirm-sign-up") && mail.to.includes(email);
  return program.mail(check, `no letter to confirm with for ${email}`);
}

/** From the page behind the letter's link to the personal page. */
export async function confirm(page, program, words, person, { workshop, places }) {
  const asked = page.url();
  assert.equal(await line(page.locator("h1")), words.confirm);
  assert.equal(await press(page, page.locator('button[value="conferma"]')), 200);
  assert.equal(await line(page.locator("h1")), words.confirmed);
  assert.deepEqual(await slots(page), { all: 2, booked: 1, attended: 0 });

  assert.equal(await press(page, page.locator("header .nav a", { hasText: words.path })), 200);
  assert.equal(new URL(page.url()).pathname, `${words.prefix}/mio-percorso`);
  const whose = (await line(page.locator("main p.sub").first())).split(" · ")[0];
  assert.equal(whose, `${person.given} ${person.family}`);
  assert.deepEqual(await slots(page), { all: 2, booked: 1, attended: 0 });
  assert.equal(await page.locator(".path .node.book").count(), 1, "one stop of the line is booked");
  assert.equal(await page.locator(".path .node.done").count(), 0);

  const placed = await program.mail((mail) => mail.name.includes("place-confirmed") && mail.to.includes(person.email));
  assert.equal(placed.calendar, true, "the letter carries the invite");
  await open(page, `${program.site}${words.prefix}/`);
  const slug = new URL(workshop).pathname;
  const offer = page.locator(".offer", { has: page.locator(`h3 a[href="${slug}"]`) });
  const own = new URL(await offer.locator(".act a").getAttribute("href"), program.site);
  assert.equal(own.pathname, `${words.prefix}/mio-percorso`, "chosen already");
  const known = await (await fetch(`${program.site}${slug.replace(/^\/en/, "")}`)).text();
  assert.equal(Number(known.match(/(\d+) post[oi] liber[oi] su \d+/)[1]), places - 1, "one place fewer");

  // The link a second time.
  await open(page, asked);
  assert.equal(await line(page.locator("h1")), words.used);
  assert.equal(await page.locator('button[value="conferma"]').count(), 0);
}

/** The rows of a register: surname and name, with the mark that is chosen. */
export function marks(page) {
  return page.locator("fieldset.who").evaluateAll((rows) =>
    rows.map((row) => [
      `${row.querySelector("b").textContent.trim()} ${row.querySelector("small").textContent.trim()}`,
      row.querySelector("input:checked")?.value ?? null,
    ]),
  );
}

/** Taps a mark of the nth row; the rare ones are behind "altro". */
export async function mark(page, index, letter) {
  const row = page.locator("fieldset.who").nth(index);
  const radio = row.locator(`input[value="${letter}"]`);
  if (["U", "G", ""].includes(letter) && !(await radio.isVisible())) await row.locator("summary").click();
  await radio.check();
}

/** The head of a register: how many are marked, of how many. */
export async function counted(page) {
  return (await line(page.locator(".bar .num"))).match(/\d+/g).map(Number);
}

/** The trainer's list, then the register of today's session; marks belong to the day. */
export async function openTodaysRegister(page, program) {
  await signIn(page, program.printed.trainer);
  assert.equal(await open(page, `${program.site}/aula`), 200);
  assert.equal(await press(page, page.locator("section.state a.btn")), 200);
  const [, expected] = await counted(page);
  return expected;
}
