import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { DESK, PHONE, launch, line, lines, open, press, signIn, visitor } from "./harness/browser.js";
import { start } from "./harness/program.js";
import { ITALIAN, confirm, confirmation, counted, mark, marks, openTodaysRegister, signUp } from "./harness/steps.js";

// What the other files do on one kind of screen, on the other one.

/** Whether a page is wider than its window: then people would have to scroll sideways to read. */
const overflows = (page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

describe("a register at a desk", () => {
  let program, browser;
  before(async () => {
    [program, browser] = await Promise.all([start({ at: "2014-09-24T16:00" }), launch()]);
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  it("is marked, saved, closed with its totals and opened again", async () => {
    const { page, complaints, close } = await visitor(browser, { viewport: DESK });
    const expected = await openTodaysRegister(page, program);
    const register = page.url();
    assert.equal(await overflows(page), false);
    const letters = ["P", "R", "A", "U", "G"];
    for (const [index, letter] of letters.entries()) await mark(page, index, letter);
    assert.equal(await press(page, page.locator('button[value="salva"]')), 200);
    assert.equal(await line(page.locator(".flash")), "Presenze salvate.");
    assert.deepEqual(await counted(page), [letters.length, expected]);
    assert.deepEqual((await marks(page)).map(([, letter]) => letter).slice(0, letters.length), letters);

    assert.equal(await press(page, page.locator('button.wide[name="poi"][value="chiudi"]')), 200);
    assert.equal(page.url(), `${register}/chiudi`);
    assert.equal(await overflows(page), false);
    assert.equal((await lines(page.locator(".band li"))).length, expected - letters.length, "who has no mark");
    assert.equal(await press(page, page.locator('form[action$="/chiudi"] button')), 200);
    assert.match(await line(page.locator(".flash")), /^Registro chiuso\./);
    await open(page, register);
    assert.equal(await page.locator("main input[type=radio]").count(), 0, "a closed register is read only");
    assert.equal(await press(page, page.locator('form[action$="/annulla-chiusura"] button')), 200);
    await open(page, register);
    assert.deepEqual(await counted(page), [letters.length, expected]);
    assert.deepEqual(complaints, []);
    assert.deepEqual(program.complaints(), []);
    await close();
  });
});

describe("the board on a phone, and a sign-up in the dark", () => {
  let program, browser;
  before(async () => {
    [program, browser] = await Promise.all([start(), launch()]);
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  it("the stages add up, one is followed, somebody is found and their page is read", async () => {
    const { page, complaints, close } = await visitor(browser, { viewport: PHONE });
    await signIn(page, program.printed.office);
    assert.equal(await open(page, `${program.site}/gestione`), 200);
    assert.equal(await overflows(page), false);
    const counts = (await lines(page.locator(".stages a b"))).map(Number);
    const shown = async () => Number((await line(page.locator("#persone .num"))).match(/\d+/)[0]);
    assert.equal(counts.reduce((sum, count) => sum + count, 0), await shown());

    const stage = page.locator(".stages a", { hasText: "Nel corso o in attesa" });
    const count = Number(await line(stage.locator("b")));
    assert.ok(count > 0);
    assert.equal(await press(page, stage), 200);
    assert.equal(await shown(), count);
    assert.equal(await page.locator("tbody tr").count(), count);
    assert.equal(await overflows(page), false);

    await open(page, `${program.site}/gestione`);
    await page.locator("#cerca").fill("vigano");
    assert.equal(await press(page, page.locator('form[role="search"] button')), 200);
    const found = page.locator("tbody tr td:first-child a");
    assert.deepEqual(await lines(found), ["Viganò Mahlet"]);
    assert.equal(await press(page, found), 200);
    assert.equal(await line(page.locator("h1")), "Mahlet Viganò");
    assert.equal(await overflows(page), false);
    assert.deepEqual(complaints, []);
    await close();
  });

  it("with dark colours, somebody who mends what was wrong gets a place with one click of the mail", async () => {
    const person = { given: "Olimpia", family: "Negroni", email: "olimpia.negroni@posta.example" };
    const { page, complaints, close } = await visitor(browser, { viewport: PHONE, scheme: "dark" });
    const chosen = await signUp(page, program, ITALIAN, person);
    const light = await page.evaluate(() => {
      const shade = (element) => getComputedStyle(element).backgroundColor.match(/[\d.]+/g).map(Number);
      const painted = [document.body, document.documentElement].map(shade).find(([, , , alpha = 1]) => alpha > 0);
      return Math.max(...painted.slice(0, 3));
    });
    assert.ok(light < 100, `a dark page: ${light}`);
    const letter = await confirmation(program, person.email);
    assert.equal(await open(page, letter.link("/conferma/")), 200);
    await confirm(page, program, ITALIAN, person, chosen);
    assert.deepEqual(complaints, []);
    await close();
  });

  it("the program has nothing to complain of", () => {
    assert.deepEqual(program.complaints(), []);
  });
});
