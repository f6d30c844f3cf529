import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { PHONE, launch, line, lines, open, press, signIn, visitor } from "./harness/browser.js";
import { start } from "./harness/program.js";
import { counted, errors, mark, marks, openTodaysRegister } from "./harness/steps.js";

describe("keeping a register", () => {
  let program, browser;
  before(async () => {
    [program, browser] = await Promise.all([start({ at: "2014-09-24T16:00" }), launch()]);
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  it("before its day nobody is looked for among those who are known", async () => {
    const { page, complaints, close } = await visitor(browser, { viewport: PHONE });
    await signIn(page, await program.signInLink("conduce@percorso.example"));
    await open(page, `${program.site}/aula`);
    await press(page, page.locator(".offer .act a").first());
    await press(page, page.locator(".tools button", { hasText: "Aggiungi" }));
    assert.equal(await page.locator("#cerca").count(), 0);
    assert.equal(await page.locator("details #cognome").isVisible(), true, "somebody new is entered at once");
    assert.deepEqual(complaints, []);
    await close();
  });

  it("somebody who is not on the list is looked for first, then added, and is there", async () => {
    const { page, complaints, close } = await visitor(browser, { viewport: PHONE });
    const expected = await openTodaysRegister(page, program);
    const list = await marks(page);

    // Known already: found without the apostrophe, address covered, added with one button.
    await press(page, page.locator(".tools button", { hasText: "Aggiungi" }));
    await page.locator("#cerca").fill("dellorto");
    assert.equal(await press(page, page.locator('form[role="search"] button')), 200);
    assert.equal(await line(page.locator('p[role="status"]')), "Trovata 1 persona.");
    const found = page.locator("li.card");
    assert.match(await line(found), /^C’è già Palmira Dell’Orto, pa•+@posta\.example: è lei\?/);
    assert.equal(await press(page, found.locator("button")), 200);
    assert.equal(await line(page.locator(".flash")), "Persona aggiunta.");
    assert.deepEqual(await counted(page), [(await marks(page)).filter(([, letter]) => letter).length, expected + 1]);

    // New: nothing filled in, then an address with a slip, then right.
    await press(page, page.locator(".tools button", { hasText: "Aggiungi" }));
    await page.locator("#cerca").fill("Zuccoli");
    await press(page, page.locator('form[role="search"] button'));
    const add = page.locator("details form button");
    assert.equal(await press(page, add), 422);
    assert.deepEqual(await errors(page), {
      title: "Ci sono 3 cose da sistemare",
      fields: ["nome", "email", "privacy"],
    });
    assert.equal(await page.locator("#cognome").inputValue(), "Zuccoli", "what was searched need not be typed again");
    const typed = { nome: "Berenice", cognome: "Zuccoli", email: "berenice.zuccoli" };
    for (const [id, value] of Object.entries(typed)) await page.locator(`#${id}`).fill(value);
    await page.locator("#privacy").check();
    assert.equal(await press(page, add), 422);
    assert.deepEqual(await errors(page), { title: "C’è 1 cosa da sistemare", fields: ["email"] });
    for (const [id, value] of Object.entries(typed)) assert.equal(await page.locator(`#${id}`).inputValue(), value);
    assert.equal(await page.locator("#privacy").isChecked(), true);
    await page.locator("#email").fill("berenice.zuccoli@posta.example");
    assert.equal(await press(page, add), 200);

    const walkIns = ["Dell’Orto Palmira", "Zuccoli Berenice"];
    const now = await marks(page);
    assert.deepEqual(
      now,
      [...list, ...walkIns.map((name) => [name, "P"])].sort(([a], [b]) => a.localeCompare(b, "it")),
    );
    const tagged = page.locator("fieldset.who", { has: page.locator("div .tag", { hasText: "Non in elenco" }) });
    assert.deepEqual(await lines(tagged.locator("b")), ["Dell’Orto", "Zuccoli"]);
    assert.deepEqual(complaints, []);
    await close();
  });

  it("the program has nothing to complain of", () => {
    assert.deepEqual(program.complaints(), []);
  });
});

describe("on the day of a workshop", () => {
  let program, browser;
  before(async () => {
    [program, browser] = await Promise.all([start({ at: "2014-09-24T16:00" }), launch()]);
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  it("what the trainer taps is there after saving, and nothing else", async () => {
    const { page, complaints, close } = await visitor(browser, { viewport: PHONE });
    const expected = await openTodaysRegister(page, program);
    const before = await marks(page);
    assert.equal(before.length, expected);
    assert.deepEqual(before.map(([, chosen]) => chosen), Array(expected).fill(""), "nobody is preselected");
    const names = before.map(([name]) => name);
    assert.deepEqual(names, [...names].sort((a, b) => a.localeCompare(b, "it")), "by surname, as on paper");
    assert.deepEqual(await counted(page), [0, expected]);

    for (const [index, letter] of ["P", "R", "A", "U"].entries()) await mark(page, index, letter);
    await mark(page, 0, "A");
    await mark(page, 0, "P");
    assert.equal(await press(page, page.locator('button[value="salva"]')), 200);
    assert.equal(await line(page.locator(".flash")), "Presenze salvate.");
    const wanted = names.map((name, index) => [name, ["P", "R", "A", "U"][index] ?? ""]);
    assert.deepEqual(await marks(page), wanted);
    assert.deepEqual(await counted(page), [4, expected]);

    // A mark is changed, another is taken back.
    await mark(page, 1, "G");
    await mark(page, 2, "");
    assert.equal(await press(page, page.locator('button[value="salva"]')), 200);
    [wanted[1][1], wanted[2][1]] = ["G", ""];
    const address = page.url();
    const other = await visitor(browser);
    await signIn(other.page, await program.signInLink("ufficio@percorso.example"));
    assert.equal(await open(other.page, address), 200);
    assert.deepEqual(await marks(other.page), wanted, "the office sees the same");
    assert.deepEqual(await counted(other.page), [3, expected]);
    assert.deepEqual([...complaints, ...other.complaints], []);
    await other.close();
    await close();
  });

  it("the register is closed with its totals, and opened again while that is possible", async () => {
    const { page, complaints, close } = await visitor(browser, { viewport: PHONE });
    await signIn(page, await program.signInLink("conduce@percorso.example"));
    await open(page, `${program.site}/aula`);
    assert.equal(await press(page, page.locator("section.state a.btn")), 200);
    const register = page.url();
    const [, expected] = await counted(page);
    const letters = ["R", "A", "U", "G"];
    for (const [index, letter] of letters.entries()) await mark(page, index, letter);
    for (let index = letters.length; index < expected - 1; index += 1) await mark(page, index, "P");
    const last = (await marks(page)).at(-1)[0];
    assert.equal(await press(page, page.locator('.tools button[value="chiudi"]')), 200);
    assert.equal(page.url(), `${register}/chiudi`);

    const totals = Object.fromEntries(
      await page.locator("dl.kv > div").evaluateAll((rows) =>
        rows.map((row) => [row.querySelector("dt").textContent.trim(), Number(row.querySelector("dd").textContent)]),
      ),
    );
    assert.deepEqual(totals, {
      Presenti: expected - 5,
      "In ritardo, contano": 1,
      "Con uscita anticipata, contano": 1,
      Assenti: 1,
      "Con assenza giustificata": 1,
      "Senza segno": 1,
    });
    assert.deepEqual(await lines(page.locator(".band li")), [last], "who has no mark is named");

    assert.equal(await press(page, page.locator('form[action$="/chiudi"] button')), 200);
    assert.match(await line(page.locator(".flash")), /^Registro chiuso\./);
    await open(page, register);
    assert.equal(await page.locator("main input[type=radio]").count(), 0, "a closed register is read only");
    assert.equal(await page.locator("main > ol > li.who").count(), expected);
    assert.equal(await press(page, page.locator('form[action$="/annulla-chiusura"] button')), 200);
    assert.match(await line(page.locator(".flash")), /^Chiusura annullata/);
    await open(page, register);
    assert.deepEqual(await counted(page), [expected - 1, expected]);
    assert.equal(await page.locator("fieldset.who").count(), expected);
    assert.deepEqual(complaints, []);
    assert.deepEqual(program.complaints(), []);
    await close();
  });
});
