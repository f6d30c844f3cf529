// The pages of the program, each in the states that look different: one row per state, at least one per template.
// A row opens its page and gives back `{ page, status }`.

import { open, press, signIn, visitor } from "./browser.js";

/** The workshops of the announced programme, by what can be done with them in the demo. */
const OPEN = "/workshop/valutazione-di-efficacia";
const FULL = "/workshop/auto-mutuo-aiuto-e-professionismo";
const HELD = "/workshop/il-promotore-dell-ama";
const UNDATED = "/workshop/quarto-workshop";
const EDITION = "autunno-2014";
const OFFICE = "ufficio@percorso.example";
const TRAINER = "conduce@percorso.example";

const cast = (name) => `${name}@posta.example`;

/** Pages of people who are signed in, kept while the scenes go by. */
export class World {
  constructor(browser, program, today) {
    Object.assign(this, { browser, program, today, known: new Map(), complaints: [] });
  }

  /** A page in a context of its own. */
  async fresh() {
    const { page, complaints } = await visitor(this.browser);
    this.complaints.push(complaints);
    return page;
  }

  /** The page of somebody: the same one each time. Nobody's name: somebody who is not signed in. */
  async as(email, program = this.program) {
    const key = `${program.site} ${email}`;
    if (!this.known.has(key)) {
      const page = await this.fresh();
      if (email) await signIn(page, await program.signInLink(email));
      this.known.set(key, page);
    }
    return this.known.get(key);
  }

  /** What pages complained of since the last time. */
  drain() {
    return this.complaints.flatMap((list) => list.splice(0));
  }

  async go(email, path, program = this.program) {
    const page = await this.as(email, program);
    return { page, status: await open(page, program.site + path) };
  }

  letter(kind, name) {
    return this.program.mail((mail) => mail.name.includes(kind) && mail.to.includes(cast(name)), `${kind} for ${name}`);
  }

  /** Signs somebody up with the form; the page is the one after it. */
  async signUp(name, path = OPEN) {
    const page = await this.fresh();
    await open(page, this.program.site + path);
    const [given, family] = name.split(".").map((word) => word[0].toUpperCase() + word.slice(1));
    await page.locator("#nome").fill(given);
    await page.locator("#cognome").fill(family);
    await page.locator("#email").fill(cast(name));
    await page.locator("#profilo").check();
    await page.locator("#privacy").check();
    return { page, status: await press(page, page.locator('button[value="iscrivi"]')) };
  }
}

/** A row whose page needs no more than an address. */
const at = (template, name, email, path, status = 200) => ({ template, name, status, go: (w) => w.go(email, path) });

/** A row that opens an address and presses something there. */
const after = (template, name, email, path, status, act) => ({
  template,
  name,
  status,
  async go(w) {
    const { page } = await w.go(email, path);
    return { page, status: await act(page, w) };
  },
});

const nobody = null;
const send = (page) => press(page, page.locator("main form:has(button[name=azione]) button[name=azione]").first());

const publicPages = [
  at("public/programme", "the programme", nobody, "/"),
  at("public/programme", "the programme in English", nobody, "/en/"),
  at("public/programme", "the programme, signed in", cast("nives.acquati"), "/"),
  at("public/workshop", "a workshop with places", nobody, OPEN),
  at("public/workshop", "a workshop in English", nobody, `/en${OPEN}`),
  at("public/workshop", "a full workshop", nobody, FULL),
  at("public/workshop", "a workshop that was held", nobody, HELD),
  at("public/workshop", "a workshop, signed in", cast("cesira.ghezzi"), OPEN),
  after("public/workshop", "a workshop with an error, signed in", cast("cesira.ghezzi"), OPEN, 422, async (page) => {
    await page.locator("form.f details > summary").click();
    await page.locator("#esigenze").fill("Posto vicino a chi parla.");
    return send(page);
  }),
  at("public/workshop", "a workshop one has a place in", cast("nives.acquati"), OPEN),
  after("public/workshop", "a workshop with errors", nobody, OPEN, 422, async (page) => {
    await page.locator("#email").fill("senza-chiocciola");
    await page.locator("#telefono").fill("12");
    await page.locator("#esigenze").fill("Posto vicino a chi parla.");
    return send(page);
  }),
  after("public/workshop", "a workshop with errors in English", nobody, `/en${OPEN}`, 422, send),
  at("public/workshop_undated", "a workshop without a date", nobody, UNDATED),
  at("public/tell_me", "tell me", nobody, `${UNDATED}/avvisami`),
  at("public/tell_me", "tell me, the date is out", nobody, `${OPEN}/avvisami`),
  after("public/tell_me", "tell me with an error", nobody, `${UNDATED}/avvisami`, 422, send),
  after("public/workshop_undated", "told: a message on top", nobody, `${UNDATED}/avvisami`, 200, async (page) => {
    await page.locator("#email").fill(cast("curiosa"));
    return send(page);
  }),
  { template: "public/sent", name: "one click left", status: 200, go: (w) => w.signUp("prassede.colli") },
  {
    template: "public/confirm",
    name: "behind the link of the letter",
    status: 200,
    async go(w) {
      const letter = await w.letter("confirm-sign-up", "prassede.colli");
      const page = await w.as(nobody);
      return { page, status: await open(page, letter.link("/conferma/")) };
    },
  },
  {
    template: "participant/confirmed",
    name: "confirmed",
    status: 200,
    async go(w) {
      const letter = await w.letter("confirm-sign-up", "prassede.colli");
      const page = await w.fresh();
      await open(page, letter.link("/conferma/"));
      return { page, status: await press(page, page.locator('button[value="conferma"]')) };
    },
  },
  {
    template: "public/confirm",
    name: "behind the link, used",
    status: 200,
    async go(w) {
      const letter = await w.letter("confirm-sign-up", "prassede.colli");
      const page = await w.as(nobody);
      return { page, status: await open(page, letter.link("/conferma/")) };
    },
  },
  {
    template: "public/leave",
    name: "leaving from the letter",
    status: 200,
    async go(w) {
      const page = await w.as(nobody);
      return { page, status: await open(page, (await w.letter("place-confirmed", "furio.nobili")).link("/disdici/")) };
    },
  },
  {
    template: "public/leave",
    name: "left from the letter",
    status: 200,
    async go(w) {
      const page = await w.as(nobody);
      await open(page, (await w.letter("place-confirmed", "furio.nobili")).link("/disdici/"));
      return { page, status: await press(page, page.locator('button[value="libera"]')) };
    },
  },
  {
    template: "public/leave",
    name: "leaving what was held",
    status: 200,
    async go(w) {
      const page = await w.as(nobody);
      return { page, status: await open(page, (await w.letter("place-confirmed", "adele.zanoli")).link("/disdici/")) };
    },
  },
  {
    template: "public/offer",
    name: "an offered place",
    status: 200,
    async go(w) {
      const letter = await w.program.mail((mail) => mail.name.includes("place-offered"), "an offer");
      const page = await w.as(nobody);
      return { page, status: await open(page, letter.link("/offerta/")) };
    },
  },
  {
    template: "public/offer",
    name: "giving up an offered place",
    status: 200,
    async go(w) {
      const letter = await w.program.mail((mail) => mail.name.includes("place-offered"), "an offer");
      const page = await w.as(nobody);
      return { page, status: await open(page, letter.links.find((link) => link.endsWith("/no"))) };
    },
  },
  at("public/course", "the course", nobody, "/corso"),
  at("public/course", "the course in English", nobody, "/en/corso"),
  at("public/course", "the course, once the rule is reached", cast("nives.acquati"), "/corso"),
  at("public/course", "the course, with a provisional place", cast("tecla.pirovano"), "/corso"),
  at("public/sign_in", "signing in", nobody, "/accedi"),
  after("public/sign_in", "signing in with an error", nobody, "/accedi", 422, send),
  after("public/sign_in_code", "the code", nobody, "/accedi", 200, async (page) => {
    await page.locator("#email").fill(cast("gioia.orsenigo"));
    return send(page);
  }),
  after("public/sign_in_code", "a wrong code", nobody, "/accedi", 422, async (page) => {
    await page.locator("#email").fill(cast("emma.meroni"));
    await send(page);
    await page.locator("#codice").fill("12");
    return send(page);
  }),
  after("public/sign_in_code", "a code that is over", nobody, "/accedi", 422, async (page) => {
    await page.locator("#email").fill(cast("ubaldo.frigerio"));
    await send(page);
    let status = 0;
    for (let tries = 0; tries < 10 && (await page.locator("#codice").count()) > 0; tries += 1) {
      await page.locator("#codice").fill("12");
      status = await send(page);
    }
    return status;
  }),
  {
    template: "public/sign_in_link",
    name: "a sign-in link",
    status: 200,
    async go(w) {
      const page = await w.as(nobody);
      return { page, status: await open(page, await w.program.signInLink(cast("delio.lissoni"))) };
    },
  },
  {
    template: "public/sign_in_link",
    name: "a sign-in link that was used",
    status: 410,
    async go(w) {
      const link = await w.program.signInLink(cast("delio.lissoni"));
      await signIn(await w.fresh(), link);
      const page = await w.as(nobody);
      return { page, status: await open(page, link) };
    },
  },
  at("public/how", "how it works", nobody, "/come-funziona"),
  at("public/questions", "questions", nobody, "/domande"),
  at("public/help", "help", nobody, "/aiuto"),
  at("public/privacy", "privacy", nobody, "/privacy"),
  at("public/accessibility", "accessibility", nobody, "/accessibilita"),
  at("public/questions", "questions in English", nobody, "/en/domande"),
  at("public/privacy", "privacy in English", nobody, "/en/privacy"),
  at("error/error", "not found", nobody, "/non-esiste", 404),
  at("error/error", "not found in English", nobody, "/en/non-esiste", 404),
  at("error/error", "not allowed", cast("nives.acquati"), "/gestione", 403),
  at("public/demo_mail", "the demo's mail", nobody, "/posta"),
  {
    template: "public/demo_mail_one",
    name: "a letter with an invite",
    status: 200,
    async go(w) {
      const letter = await w.letter("place-confirmed", "prassede.colli");
      return w.go(nobody, `/posta/${letter.number}`);
    },
  },
];

const participantPages = [
  at("participant/calendar", "the calendar", cast("nives.acquati"), "/mio-percorso/calendario"),
  at("participant/calendar", "the calendar of the course, in English", cast("ettore.maffioli"), "/en/mio-percorso/calendario"),
  at("participant/calendar", "a calendar without sessions", cast("corrado.arosio"), "/mio-percorso/calendario"),
  at("participant/my_path", "two attended", cast("nives.acquati"), "/mio-percorso"),
  at("participant/my_path", "two attended, in English", cast("nives.acquati"), "/en/mio-percorso"),
  at("participant/my_path", "nothing booked", cast("corrado.arosio"), "/mio-percorso"),
  at("participant/my_path", "one booked", cast("cesira.ghezzi"), "/mio-percorso"),
  at("participant/my_path", "one booked, the rest full", cast("tiberio.villabrera"), "/mio-percorso"),
  at("participant/my_path", "absent once", cast("adele.zanoli"), "/mio-percorso"),
  at("participant/my_path", "nearly there", cast("nadir.haddad"), "/mio-percorso"),
  at("participant/my_path", "on a waiting list", cast("quirino.petrova"), "/mio-percorso"),
  at("participant/my_path", "a provisional place", cast("tecla.pirovano"), "/mio-percorso"),
  at("participant/my_path", "a place on the course", cast("ettore.maffioli"), "/mio-percorso"),
  at("participant/my_path", "the course of the edition before", cast("silvano.barzaghi"), "/mio-percorso"),
  {
    template: "participant/my_path",
    name: "something to confirm",
    status: 200,
    async go(w) {
      await w.signUp("delio.lissoni");
      return w.go(cast("delio.lissoni"), "/mio-percorso");
    },
  },
  after("participant/confirmed", "to be confirmed, signed in", cast("delio.lissoni"), "/mio-percorso", 200, (page) =>
    press(page, page.locator(".band a")),
  ),
  after("participant/confirmed", "a waiting list", cast("delio.lissoni"), "/mio-percorso", 200, (page) =>
    press(page, page.locator(".band button")),
  ),
  after("participant/leave", "leaving a workshop", cast("nives.acquati"), "/mio-percorso", 200, (page) =>
    press(page, page.locator('a[href$="/disdici"]').first()),
  ),
  after("participant/leave", "leaving a waiting list", cast("rosalba.rusconi"), "/mio-percorso", 200, (page) =>
    press(page, page.locator('.offers a[href$="/disdici"]').first()),
  ),
  after("participant/leave", "leaving the course, in English", cast("ettore.maffioli"), "/en/mio-percorso", 200, (page) =>
    press(page, page.locator('.state a[href$="/disdici"]')),
  ),
  after("participant/swap", "another workshop for the booked one", cast("cesira.ghezzi"), "/mio-percorso", 200, (page) =>
    press(page, page.locator('a[href$="/cambia"]')),
  ),
  after("participant/swap", "another workshop, in English", cast("cesira.ghezzi"), "/en/mio-percorso", 200, (page) =>
    press(page, page.locator('a[href$="/cambia"]')),
  ),
  at("participant/course_enrolment", "a visitor", nobody, "/corso/iscrizione"),
  at("participant/course_enrolment", "blocked by the rule", cast("cesira.ghezzi"), "/corso/iscrizione"),
  at("participant/course_enrolment", "blocked by the rule, in English", cast("cesira.ghezzi"), "/en/corso/iscrizione"),
  at("participant/course_enrolment", "a provisional place to ask for", cast("nadir.haddad"), "/corso/iscrizione"),
  at("participant/course_enrolment", "a final place to ask for", cast("nives.acquati"), "/corso/iscrizione"),
  at("participant/course_enrolment", "a place already", cast("tecla.pirovano"), "/corso/iscrizione"),
  after("participant/dispute", "was there, and it does not show", cast("adele.zanoli"), "/mio-percorso", 200, (page) =>
    press(page, page.locator('a[href$="/segnala"]').first()),
  ),
  after("participant/dispute", "the same in English", cast("adele.zanoli"), "/en/mio-percorso", 200, (page) =>
    press(page, page.locator('a[href$="/segnala"]').first()),
  ),
  after("participant/dispute", "said too much", cast("adele.zanoli"), "/mio-percorso", 422, async (page) => {
    await press(page, page.locator('a[href$="/segnala"]').first());
    await page.locator("#parole").fill("a".repeat(501));
    return send(page);
  }),
  after("participant/dispute", "said, and waiting", cast("adele.zanoli"), "/mio-percorso", 200, async (page) => {
    await press(page, page.locator('a[href$="/segnala"]').first());
    await page.locator("#parole").fill("Ero in aula dalle 9:40.");
    return send(page);
  }),
  at("participant/my_path", "attendance that is contested", cast("adele.zanoli"), "/mio-percorso"),
  after("participant/my_path", "just enrolled in the course", cast("agnese.nava"), "/corso/iscrizione", 200, send),
];

/** The register of a session of the trainer's list. */
const register = (section, nth = 0, tail = "", prefix = "") => async (w) => {
  const { page } = await w.go(TRAINER, `${prefix}/aula`);
  const link = page.locator("section", { has: page.locator(`#${section}`) }).locator(".act a").nth(nth);
  return w.go(TRAINER, (await link.getAttribute("href")) + tail);
};

/** The same on the day of a workshop. */
const onTheDay = (tail = "") => async (w) => {
  const { page } = await w.go(TRAINER, "/aula", w.today);
  return w.go(TRAINER, (await page.locator("section.state a.btn").getAttribute("href")) + tail, w.today);
};

const walkIn = (act) => async (w) => {
  const { page } = await onTheDay("/aggiungi")(w);
  return { page, status: await act(page) };
};

/** Somebody new in a room that is full, or is full after some tries. */
const fullRoom = async (w) => {
  const { page } = await register("prossime", 1, "/aggiungi?cerca=qqq")(w);
  let status = 0;
  for (let tries = 0; tries < 5 && status !== 422; tries += 1) {
    if (tries > 0) await register("prossime", 1, "/aggiungi?cerca=qqq")(w);
    await page.locator("#nome").fill("Arrivata");
    await page.locator("#cognome").fill(`Adesso ${tries}`);
    await page.locator("#telefono").fill("02 1234567");
    await page.locator("#privacy").check();
    status = await press(page, page.locator("details form button"));
  }
  return { page, status };
};

const trainerPages = [
  at("trainer/today", "the sessions", TRAINER, "/aula"),
  at("trainer/today", "the sessions in English", TRAINER, "/en/aula"),
  { template: "trainer/today", name: "a session today", status: 200, go: (w) => w.go(TRAINER, "/aula", w.today) },
  { template: "trainer/register", name: "a register before the day", status: 200, go: register("prossime") },
  { template: "trainer/register", name: "a register in English", status: 200, go: register("prossime", 0, "", "/en") },
  { template: "trainer/register", name: "a register with people in line", status: 200, go: register("prossime", 1) },
  { template: "trainer/register", name: "the register of a course day", status: 200, go: register("prossime", 2) },
  { template: "trainer/register", name: "a register nobody is in", status: 200, go: register("prossime", -1) },
  { template: "trainer/register", name: "a register that is closed", status: 200, go: register("tenute") },
  {
    template: "trainer/register",
    name: "a register on the day, with every mark",
    status: 200,
    async go(w) {
      const { page } = await onTheDay()(w);
      await page.locator(".seg details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
      for (const [index, letter] of ["P", "R", "A", "U", "G"].entries()) {
        await page.locator("fieldset.who").nth(index).locator(`input[value="${letter}"]`).check();
      }
      return { page, status: await press(page, page.locator('button[value="salva"]')) };
    },
  },
  { template: "trainer/close", name: "closing before the day", status: 200, go: register("prossime", 0, "/chiudi") },
  { template: "trainer/close", name: "closing on the day", status: 200, go: onTheDay("/chiudi") },
  { template: "trainer/close", name: "closed for good", status: 200, go: register("tenute", 0, "/chiudi") },
  { template: "trainer/walk_in", name: "before the day", status: 200, go: register("prossime", 0, "/aggiungi") },
  { template: "trainer/walk_in", name: "somebody not on the list", status: 200, go: onTheDay("/aggiungi") },
  { template: "trainer/walk_in", name: "people who were found", status: 200, go: onTheDay("/aggiungi?cerca=ani") },
  { template: "trainer/walk_in", name: "nobody was found", status: 200, go: onTheDay("/aggiungi?cerca=qqq") },
  {
    template: "trainer/walk_in",
    name: "somebody new, with errors",
    status: 422,
    go: walkIn(async (page) => {
      await page.locator("details > summary").click();
      await page.locator("#email").fill("senza-chiocciola");
      return press(page, page.locator("details form button"));
    }),
  },
  { template: "trainer/walk_in", name: "the room is full", status: 422, go: fullRoom },
  {
    template: "trainer/walk_in",
    name: "a reason that is too long",
    status: 422,
    async go(w) {
      const { page } = await fullRoom(w);
      await page.locator("#motivo").fill("a".repeat(501));
      return { page, status: await press(page, page.locator("section form button")) };
    },
  },
  {
    template: "trainer/close",
    name: "closed, to be undone",
    status: 200,
    async go(w) {
      const { page } = await onTheDay("/chiudi")(w);
      await press(page, page.locator('form[action$="/chiudi"] button'));
      return onTheDay("/chiudi")(w);
    },
  },
  { template: "trainer/register", name: "a closed register, to be opened again", status: 200, go: onTheDay() },
  { template: "trainer/walk_in", name: "nobody is added to a closed register", status: 200, go: onTheDay("/aggiungi") },
];

/** The page of a person, found by surname. */
const person = (surname, prefix = "") => async (w) => {
  const { page } = await w.go(OFFICE, `${prefix}/gestione?cerca=${surname}`);
  return { page, status: await press(page, page.locator("tbody td:first-child a").first()) };
};

/** The page of an offering, by its place in the list; and what is done there. */
const offering = (nth, act = null, prefix = "") => async (w) => {
  const { page } = await w.go(OFFICE, `${prefix}/gestione/offerte`);
  const status = await press(page, page.locator("tbody a").nth(nth));
  return { page, status: act ? await act(page) : status };
};

/** The page that corrects a mark of somebody; and what is done there. */
const correction = (act = null, prefix = "") => async (w) => {
  const { page } = await person("pirovano", prefix)(w);
  const status = await press(page, page.locator('a[href*="/presenze/"]').first());
  return { page, status: act ? await act(page) : status };
};

const check = (page, button = "controlla") => press(page, page.locator(`button[value="${button}"]`));

/** From the page of the course to the one for all its days. */
const sameHours = (page) => press(page, page.locator('aside a[href$="/giornate"]'));

/** The page of an offering's first session; and what is done there. */
const session = (nth, act = null) =>
  offering(nth, async (page) => {
    const status = await press(page, page.locator('aside a[href*="/sessioni/"]').first());
    return act ? act(page) : status;
  });

const signUpOnThePhone = (page) => press(page, page.locator('form[action$="/persone/nuova"] button'));
/** The edition of the demo whose course is over. */
const BEFORE = "/gestione/attestati?edizione=primavera-2014";

const certificatePages = [
  at("admin/certificates", "certificates, nobody ready", OFFICE, "/gestione/attestati"),
  at("admin/certificates", "certificates to publish", OFFICE, BEFORE),
  at("admin/certificates", "certificates to publish, in English", OFFICE, `/en${BEFORE}`),
  at("admin/certificates", "certificates, who is not ready", OFFICE, `${BEFORE}&stato=not-ready`),
  at("admin/certificates", "certificates, to be printed", OFFICE, `${BEFORE}&stampa=si`),
  at("admin/certificates", "all of them, before they are published", OFFICE, `${BEFORE}&tutti=si`),
  {
    template: "participant/name",
    name: "how my name is spelled",
    status: 200,
    async go(w) {
      const { page } = await w.go(OFFICE, BEFORE);
      await press(page, page.locator('form[action$="/attestati/nomi"] button'));
      return w.go(cast("silvano.barzaghi"), "/mio-percorso/nome");
    },
  },
  after("participant/name", "a name that is missing", cast("silvano.barzaghi"), "/mio-percorso/nome", 422, async (page) => {
    await page.locator("#cognome").fill("");
    return press(page, page.locator('form[action$="/nome"] button'));
  }),
  after("admin/certificates", "one of them, before it is published", OFFICE, BEFORE, 200, (page) =>
    press(page, page.locator('a[href*="uno="]').first()),
  ),
  after("admin/certificates", "a certificate published", OFFICE, BEFORE, 200, async (page) => {
    await press(page, page.locator('a[href*="uno="]').first());
    return press(page, page.locator('form[action$="/attestati/pubblica"] button').first());
  }),
  after("admin/certificates", "revoked without a reason", OFFICE, BEFORE, 422, async (page) => {
    await page.locator("td details summary").first().click();
    return press(page, page.locator('form[action$="/revoca"] button').first());
  }),
  {
    template: "public/check",
    name: "a valid certificate",
    status: 200,
    async go(w) {
      const { page } = await w.go(OFFICE, BEFORE);
      return w.go(nobody, await page.locator('td a[href*="/v/"]').first().getAttribute("href"));
    },
  },
  at("public/check", "asking for the code", nobody, "/v"),
  at("public/check", "a code that is nobody's, in English", nobody, "/en/v/AAAA-BBBB-CCCC-DDDD", 404),
];

const adminPages = [
  at("admin/offerings", "the dates", OFFICE, "/gestione/offerte"),
  at("admin/offerings", "the dates in English", OFFICE, "/en/gestione/offerte"),
  at("admin/offerings", "the workshops without a date", OFFICE, "/gestione/offerte?filtro=undated"),
  { template: "admin/offering", name: "a full workshop with its line", status: 200, go: offering(2) },
  { template: "admin/offering", name: "a workshop without title and date", status: 200, go: offering(3) },
  { template: "admin/offering", name: "the course with its rule", status: 200, go: offering(5) },
  { template: "admin/offering", name: "the course in English", status: 200, go: offering(5, null, "/en") },
  {
    template: "admin/offering",
    name: "an offering with errors",
    status: 422,
    go: offering(2, async (page) => {
      await page.locator("#capienza").fill("tanti");
      await page.locator("#giorno").fill("31");
      await page.locator("#mese").fill("9");
      return check(page);
    }),
  },
  {
    template: "admin/offering",
    name: "more places, before it is saved",
    status: 200,
    go: offering(2, async (page) => {
      await page.locator("#capienza").fill("30");
      return check(page);
    }),
  },
  { template: "admin/course_days", name: "the same hours for all days", status: 200, go: offering(5, sameHours) },
  { template: "admin/course_days", name: "the same hours, in English", status: 200, go: offering(5, sameHours, "/en") },
  {
    template: "admin/course_days",
    name: "the same hours, with nothing typed",
    status: 422,
    go: offering(5, async (page) => {
      await sameHours(page);
      return check(page);
    }),
  },
  {
    template: "admin/course_days",
    name: "the same room, before it is saved",
    status: 200,
    go: offering(5, async (page) => {
      await sameHours(page);
      await page.locator("#luogo").fill("Biblioteca, secondo piano");
      return check(page);
    }),
  },
  {
    template: "admin/offering",
    name: "called off, before it happens",
    status: 200,
    go: offering(1, async (page) => {
      await page.locator('input[name="proposta"][value="tutti"]').check();
      return check(page, "annulla");
    }),
  },
  {
    template: "admin/offering",
    name: "called off without a word of what is proposed instead",
    status: 422,
    go: offering(1, (page) => check(page, "annulla")),
  },
  { template: "admin/session", name: "a session", status: 200, go: session(1) },
  {
    template: "admin/session",
    name: "a session with errors",
    status: 422,
    go: session(1, async (page) => {
      await page.locator("#giorno").fill("31");
      await page.locator("#mese").fill("9");
      await page.locator("#inizio").fill("9");
      return check(page);
    }),
  },
  {
    template: "admin/session",
    name: "another room, before it is saved",
    status: 200,
    go: session(1, async (page) => {
      await page.locator("#luogo").fill("Biblioteca, secondo piano");
      return check(page);
    }),
  },
  { template: "admin/session", name: "a day called off, before it happens", status: 200, go: session(5, (page) => check(page, "annulla")) },
  { template: "admin/session", name: "a session that was held", status: 200, go: session(0) },
  {
    template: "admin/letter_preview",
    name: "a letter, before it is written",
    status: 200,
    go: session(1, async (page) => {
      await page.locator("#luogo").fill("Biblioteca, secondo piano");
      await check(page);
      const read = page.locator('button[name="lettera"]').first();
      // It opens in another tab; here it is looked at in this one.
      await read.evaluate((button) => button.removeAttribute("formtarget"));
      return press(page, read);
    }),
  },
  {
    template: "admin/session_lead",
    name: "who leads",
    status: 200,
    go: session(1, (page) => press(page, page.locator('a[href$="/conduce"]').first())),
  },
  {
    template: "admin/session_lead",
    name: "who leads, with errors",
    status: 422,
    go: session(1, async (page) => {
      await press(page, page.locator('a[href$="/conduce"]').first());
      await page.locator("#email").fill("nuova@percorso.example");
      return check(page, "aggiungi");
    }),
  },
  {
    template: "admin/offering_state",
    name: "a workshop in public",
    status: 200,
    go: offering(2, (page) => press(page, page.locator('main a[href$="/stato"]').first())),
  },
  at("admin/editions", "the editions", OFFICE, "/gestione/edizioni"),
  at("admin/editions", "the editions in English", OFFICE, "/en/gestione/edizioni"),
  at("admin/edition", "an edition", OFFICE, `/gestione/edizioni/${EDITION}`),
  at("admin/edition", "an edition in English", OFFICE, `/en/gestione/edizioni/${EDITION}`),
  after("admin/edition", "an edition with errors", OFFICE, `/gestione/edizioni/${EDITION}`, 422, async (page) => {
    await page.locator("#richiesti").fill("tanti");
    await page.locator("#ritardo").fill("mai");
    return check(page, "regola");
  }),
  after("admin/edition", "another rule, before it is saved", OFFICE, `/gestione/edizioni/${EDITION}`, 200, async (page) => {
    await page.locator("#richiesti").fill("3");
    return check(page, "regola");
  }),
  at("admin/edition_new", "a new edition", OFFICE, "/gestione/nuova-edizione"),
  after("admin/edition_new", "a copy with errors", OFFICE, `/gestione/nuova-edizione?da=${EDITION}`, 422, (page) =>
    press(page, page.locator("#modulo button")),
  ),
  at("admin/edition_add", "one more workshop", OFFICE, `/gestione/edizioni/${EDITION}/aggiungi`),
  at("admin/edition_state", "an edition that runs", OFFICE, `/gestione/edizioni/${EDITION}/stato`),
  after("admin/edition_state", "a draft, before it is shown", OFFICE, `/gestione/nuova-edizione?da=${EDITION}`, 200, async (page) => {
    await page.locator("#titolo_it").fill("Autunno che viene");
    await press(page, page.locator("#modulo button"));
    return press(page, page.locator('main a[href$="/stato"].btn').first());
  }),
  after("admin/edition_state", "a draft, what publishing it means", OFFICE, `/gestione/nuova-edizione?da=${EDITION}`, 200, async (page) => {
    await page.locator("#titolo_it").fill("Autunno da pubblicare");
    await press(page, page.locator("#modulo button"));
    await press(page, page.locator('main a[href$="/stato"].btn').first());
    return check(page, "controlla");
  }),
  after("admin/edition_state", "a draft, before it is deleted", OFFICE, `/gestione/nuova-edizione?da=${EDITION}`, 200, async (page) => {
    await page.locator("#titolo_it").fill("Autunno per sbaglio");
    await press(page, page.locator("#modulo button"));
    await press(page, page.locator('main a[href$="/stato"].btn').first());
    return check(page, "elimina");
  }),
  after("admin/offering_state", "a draft, before it is shown", OFFICE, `/gestione/nuova-edizione?da=${EDITION}`, 200, async (page) => {
    await page.locator("#titolo_it").fill("Un altro autunno");
    await press(page, page.locator("#modulo button"));
    return press(page, page.locator('tbody a[href$="/stato"]').first());
  }),
  at("admin/post", "the post", OFFICE, "/gestione/posta"),
  at("admin/roles", "roles of the office", OFFICE, "/gestione/ruoli"),
  at("admin/audit", "who did what", OFFICE, "/gestione/storia"),
  {
    template: "admin/audit",
    name: "who did what in one session",
    status: 200,
    go: session(0, (page) => press(page, page.locator('main a[href*="incontro="]'))),
  },
  at("admin/audit", "who did what, in English, one kind", OFFICE, "/en/gestione/storia?cosa=close_register"),
  at("admin/post", "the post in English", OFFICE, "/en/gestione/posta?stato=sent"),
  at("admin/post", "letters that were refused", OFFICE, "/gestione/posta?stato=refused"),
  after("admin/post_one", "a letter that was sent", OFFICE, "/gestione/posta?stato=sent", 200, (page) =>
    press(page, page.locator('tbody a[href*="/posta/"]').first()),
  ),
  at("admin/tasks", "what is to be done", OFFICE, "/gestione/da-fare"),
  at("admin/tasks", "what is to be done, in English", OFFICE, "/en/gestione/da-fare"),
  at("admin/disputes", "attendance that is contested", OFFICE, "/gestione/contestazioni"),
  at("admin/disputes", "attendance that is contested, in English", OFFICE, "/en/gestione/contestazioni"),
  {
    template: "admin/disputes",
    name: "an answer without its reason",
    status: 422,
    async go(w) {
      const { page } = await w.go(OFFICE, "/gestione/contestazioni");
      const form = page.locator('form[action*="/contestazioni/"]').first();
      await page.locator('details:has(form[action*="/contestazioni/"]) > summary').first().click();
      return { page, status: await press(page, form.locator("button")) };
    },
  },
  { template: "admin/correction", name: "a mark to correct", status: 200, go: correction() },
  { template: "admin/correction", name: "a mark to correct, in English", status: 200, go: correction(null, "/en") },
  { template: "admin/correction", name: "a correction with errors", status: 422, go: correction((page) => check(page)) },
  {
    template: "admin/correction",
    name: "a correction, before it is saved",
    status: 200,
    go: correction(async (page) => {
      await page.locator('input[name="valore"][value="A"]').check();
      await page.locator("#motivo").fill("Segno messo alla persona sbagliata.");
      return check(page);
    }),
  },
  at("admin/board", "the board", OFFICE, "/gestione"),
  at("admin/board", "the board in English", OFFICE, "/en/gestione"),
  at("admin/board", "the second page of the board", OFFICE, "/gestione?pagina=2"),
  at("admin/board", "a stage of the board", OFFICE, "/gestione?tappa=on-course"),
  at("admin/board", "the whole list for today", OFFICE, "/gestione?tutte=si&profilo=volontariato&ordina=contact"),
  at("admin/board", "a search without a result", OFFICE, "/gestione?cerca=qqq"),
  at("admin/board", "the board, to be printed", OFFICE, "/gestione?stampa=si"),
  at("admin/board", "the edition before", OFFICE, "/gestione?edizione=primavera-2014"),
  at("admin/people", "the enrolments", OFFICE, "/gestione/iscritti"),
  at("admin/new_person", "a sign-up on the phone", OFFICE, "/gestione/persone/nuova"),
  at("admin/new_person", "a sign-up on the phone in English", OFFICE, "/en/gestione/persone/nuova"),
  after("admin/new_person", "a sign-up on the phone with errors", OFFICE, "/gestione/persone/nuova", 422, signUpOnThePhone),
  after("admin/new_person", "a name we know", OFFICE, "/gestione/persone/nuova", 422, async (page) => {
    await page.locator("input[name=offerta]").first().check();
    await page.locator("#nome").fill("Nives");
    await page.locator("#cognome").fill("Acquati");
    await page.locator("#telefono").fill("02 1234567");
    await page.locator("#privacy").check();
    return signUpOnThePhone(page);
  }),
  after("admin/person", "somebody with a phone alone", OFFICE, "/gestione/persone/nuova", 200, async (page) => {
    await page.locator("input[name=offerta]").first().check();
    await page.locator("#nome").fill("Ludmilla");
    await page.locator("#cognome").fill("Senzamail");
    await page.locator("#telefono").fill("02 1234567");
    await page.locator("#privacy").check();
    return signUpOnThePhone(page);
  }),
  at("admin/applications", "no applications", OFFICE, "/gestione/domande"),
  at("admin/applications", "no applications in English", OFFICE, "/en/gestione/domande"),
  at("admin/calls", "the calls to make", OFFICE, "/gestione/telefonate"),
  at("admin/calls", "the calls to make in English", OFFICE, "/en/gestione/telefonate"),
  at("admin/calls", "the calls to make, to be printed", OFFICE, "/gestione/telefonate?stampa=si"),
  after("admin/calls", "a call that was made", OFFICE, "/gestione/telefonate", 200, (page) =>
    press(page, page.locator('form[action$="/fatto"] button').first()),
  ),
  {
    template: "admin/person_name",
    name: "a name is corrected",
    status: 200,
    async go(w) {
      const { page } = await person("pirovano")(w);
      return { page, status: await press(page, page.locator('main a[href*="/nome"]')) };
    },
  },
  {
    template: "admin/person_data",
    name: "other data are corrected",
    status: 200,
    async go(w) {
      const { page } = await person("pirovano")(w);
      return { page, status: await press(page, page.locator('main a[href*="/dati"]')) };
    },
  },
  {
    template: "admin/person_data",
    name: "a phone that is none",
    status: 422,
    async go(w) {
      const { page } = await person("pirovano", "/en")(w);
      await press(page, page.locator('main a[href*="/dati"]'));
      await page.locator("#telefono").fill("12");
      return { page, status: await press(page, page.locator('form[action$="/dati"] button')) };
    },
  },
  {
    template: "admin/person_address",
    name: "another address is asked for",
    status: 200,
    async go(w) {
      const { page } = await person("pirovano")(w);
      return { page, status: await press(page, page.locator('main a[href*="/indirizzo"]')) };
    },
  },
  {
    template: "admin/person_address",
    name: "an address that is somebody else's",
    status: 422,
    async go(w) {
      const { page } = await person("pirovano")(w);
      await press(page, page.locator('main a[href*="/indirizzo"]'));
      await page.locator("#email").fill(cast("nives.acquati"));
      return { page, status: await press(page, page.locator('form[action$="/indirizzo"] button')) };
    },
  },
  {
    template: "public/new_address",
    name: "behind the link of a letter to a new address",
    status: 200,
    async go(w) {
      const { page: office } = await person("pirovano")(w);
      await press(office, office.locator('main a[href*="/indirizzo"]'));
      await office.locator("#email").fill(cast("pirovano.nuova"));
      await press(office, office.locator('form[action$="/indirizzo"] button'));
      const letter = await w.letter("confirm-address", "pirovano.nuova");
      const page = await w.as(nobody);
      return { page, status: await open(page, letter.link("/indirizzo/")) };
    },
  },
  {
    template: "admin/person_erase",
    name: "what goes and what stays",
    status: 200,
    async go(w) {
      const { page } = await person("pirovano")(w);
      return { page, status: await press(page, page.locator('main a[href$="/cancella"]')) };
    },
  },
  {
    template: "admin/person_erase",
    name: "not the right name",
    status: 422,
    async go(w) {
      const { page } = await person("pirovano")(w);
      await press(page, page.locator('main a[href$="/cancella"]'));
      await page.locator("#conferma").fill("qualcun altro");
      return { page, status: await press(page, page.locator('form[action$="/cancella"] button')) };
    },
  },
  {
    template: "admin/enrol_person",
    name: "somebody is enrolled in more",
    status: 200,
    async go(w) {
      const { page } = await person("pirovano")(w);
      return { page, status: await press(page, page.locator('main a[href*="/iscrivi"]')) };
    },
  },
  at("admin/people", "the enrolments in English", OFFICE, "/en/gestione/iscritti"),
  at("admin/people", "the enrolments of the edition before", OFFICE, "/gestione/iscritti?edizione=primavera-2014"),
  at("admin/people", "the enrolments, to be printed", OFFICE, "/gestione/iscritti?stampa=si"),
  at("admin/people", "a waiting list", OFFICE, "/gestione/iscritti?stato=waitlisted"),
  at("admin/people", "a workshop's enrolments", OFFICE, `/gestione/iscritti?offerta=${FULL.split("/").at(-1)}`),
  at("admin/people", "a search without a result", OFFICE, "/gestione/iscritti?cerca=qqq"),
  at("admin/people", "letters that were refused", OFFICE, "/gestione/iscritti?stato=refused"),
  { template: "admin/person", name: "somebody with a history", status: 200, go: person("pirovano") },
  { template: "admin/person", name: "somebody in English", status: 200, go: person("pirovano", "/en") },
  { template: "admin/person", name: "somebody in line", status: 200, go: person("petrova") },
  {
    template: "admin/person",
    name: "a reason is missing",
    status: 422,
    async go(w) {
      const { page } = await person("dellorto")(w);
      const form = page.locator('form[action$="/annulla"]').first();
      await page.locator('details:has(form[action$="/annulla"]) > summary').first().click();
      await form.locator("textarea").fill("   ");
      return { page, status: await press(page, form.locator("button")) };
    },
  },
];

/** By audience, in the order in which they are opened: some rows do what later rows show. */
export const SCENES = {
  public: publicPages,
  participant: participantPages,
  admin: [...adminPages, ...certificatePages],
  trainer: trainerPages,
};
