import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { DESK, PHONE, launch, line, open, press, visitor } from "./harness/browser.js";
import { start } from "./harness/program.js";
import { ENGLISH, ITALIAN, confirm, confirmation, signUp } from "./harness/steps.js";

describe("signing up", () => {
  let program, browser;
  before(async () => {
    [program, browser] = await Promise.all([start(), launch()]);
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  it("on a phone, somebody who mends what was wrong gets a place with one click of the mail", async () => {
    const person = { given: "Isotta", family: "Quattrini", email: "isotta.quattrini@posta.example" };
    const { page, complaints, close } = await visitor(browser, { viewport: PHONE });
    const chosen = await signUp(page, program, ITALIAN, person);
    const letter = await confirmation(program, person.email);
    assert.equal(await open(page, letter.link("/conferma/")), 200);
    await confirm(page, program, ITALIAN, person, chosen);
    assert.deepEqual(complaints, []);
    await close();
  });

  it("at a desk and in English, it is the same, from the list of the demo's mail", async () => {
    const person = { given: "Ruben", family: "Abbiati", email: "ruben.abbiati@posta.example" };
    const { page, complaints, close } = await visitor(browser, { viewport: DESK, language: "en-GB" });
    const chosen = await signUp(page, program, ENGLISH, person);
    await confirmation(program, person.email);
    assert.equal(await open(page, `${program.site}/en/posta`), 200);
    const newest = page.locator(".msg li").first();
    assert.equal(await line(newest.locator("span")), person.email);
    assert.equal(await press(page, newest.locator("a")), 200);
    assert.equal(await press(page, page.locator('pre.raw a[href*="/conferma/"]')), 200);
    await confirm(page, program, ENGLISH, person, chosen);
    assert.deepEqual(complaints, []);
    await close();
  });

  it("the program has nothing to complain of", () => {
    assert.deepEqual(program.complaints(), []);
  });
});
