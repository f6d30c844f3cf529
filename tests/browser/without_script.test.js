import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { PHONE, launch, line, open, press, visitor } from "./harness/browser.js";
import { start } from "./harness/program.js";
import { ITALIAN, confirm, confirmation, counted, mark, marks, openTodaysRegister, signUp } from "./harness/steps.js";

describe("with scripts switched off", () => {
  let program, browser;
  before(async () => {
    [program, browser] = await Promise.all([start(), launch()]);
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  it("a person signs up, mends what was wrong, and confirms", async () => {
    const person = { given: "Fosca", family: "Bignami", email: "fosca.bignami@posta.example" };
    const { page, complaints, close } = await visitor(browser, { viewport: PHONE, script: false });
    const chosen = await signUp(page, program, ITALIAN, person);
    const letter = await confirmation(program, person.email);
    assert.equal(await open(page, letter.link("/conferma/")), 200);
    await confirm(page, program, ITALIAN, person, chosen);
    assert.deepEqual(complaints, []);
    await close();
  });

  it("a trainer marks a register and saves it", async () => {
    const day = await start({ at: "2014-09-24T16:00" });
    const { page, complaints, close } = await visitor(browser, { viewport: PHONE, script: false });
    const expected = await openTodaysRegister(page, day);
    const letters = ["P", "R", "A", "U", "G"];
    for (const [index, letter] of letters.entries()) await mark(page, index, letter);
    assert.equal(await press(page, page.locator('button[value="salva"]')), 200);
    assert.equal(await line(page.locator(".flash")), "Presenze salvate.");
    assert.equal(await open(page, page.url().split("?")[0]), 200);
    const wanted = Array.from({ length: expected }, (_, index) => letters[index] ?? "");
    assert.deepEqual((await marks(page)).map(([, letter]) => letter), wanted);
    assert.deepEqual(await counted(page), [letters.length, expected]);
    assert.deepEqual(complaints, []);
    await close();
    await day.stop();
  });
});
