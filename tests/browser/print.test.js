import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { DESK, launch, lines, open, press, signIn, visitor } from "./harness/browser.js";
import { start } from "./harness/program.js";

/** A sheet of A4 between margins of a centimetre, at 96 dots an inch. */
const SHEET = { width: 718, height: 1047 };

/** Lists that are printed: where they are read, and what names a row of theirs. */
const LISTS = [
  ["the board", "/gestione", "tbody tr td:first-child a"],
  ["the enrolments", "/gestione/iscritti", "tbody tr td:first-child a"],
  ["the waiting lists", "/gestione/iscritti?stato=waitlisted", "tbody tr td:first-child a"],
  ["the certificates", "/gestione/attestati?edizione=primavera-2014", "tbody tr td:first-child a"],
  ["the calls", "/gestione/telefonate", "main section:not(.noprint) h2 a"],
];

/** The rows of a list by their names, over all its pages. */
async function onScreen(page, names) {
  const all = [];
  for (;;) {
    all.push(...(await lines(page.locator(names))));
    const next = page.locator('.pager a[rel="next"]');
    if ((await next.count()) === 0) return all;
    assert.equal(await press(page, next), 200);
  }
}

/** What is to be pressed, typed into or followed to other pages of the office, and would be printed. */
const pressable = (page) =>
  page
    .locator(".side, nav, .skip, .flash, .pager, .chip, .noprint, .btn, button, input, select, textarea")
    .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).map((one) => one.outerHTML.slice(0, 90)));

/** What stands beyond the edge of the sheet, or is hidden by what it stands in. */
const cutOff = (page) =>
  page.locator("main, main *").evaluateAll((all) => {
    const { clientWidth: width, scrollWidth } = document.documentElement;
    const cut = scrollWidth > width ? [`the page is ${scrollWidth} wide, the sheet ${width}`] : [];
    for (const one of all) {
      if (one.closest(".vh, svg") || one.getClientRects().length === 0) continue;
      const { left, right } = one.getBoundingClientRect();
      const hides = getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
      if (left < -1 || right > width + 1 || hides) cut.push(one.outerHTML.slice(0, 90));
    }
    return cut;
  });

/** Somebody without an address is signed up, and is to be called. */
async function byPhone(page, given) {
  assert.equal(await open(page, new URL("/gestione/persone/nuova", page.url()).href), 200);
  await page.locator("input[name=offerta]").first().check();
  await page.locator("#nome").fill(given);
  await page.locator("#cognome").fill("Senzamail");
  await page.locator("#telefono").fill("02 1234567");
  await page.locator("#privacy").check();
  assert.equal(await press(page, page.locator('form[action$="/persone/nuova"] button')), 200);
}

describe("lists on paper", () => {
  let program, browser, office;
  before(async () => {
    [program, browser] = await Promise.all([start(), launch()]);
    office = await visitor(browser, { viewport: DESK });
    await signIn(office.page, program.printed.office);
    for (const given of ["Ludmilla", "Ottone"]) await byPhone(office.page, given);
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  for (const [list, address, names] of LISTS) {
    it(`${list}: every row, nothing to press, nothing cut off`, async () => {
      const { page } = office;
      assert.equal(await open(page, program.site + address), 200);
      const rows = await onScreen(page, names);
      assert.ok(rows.length > 0, "somebody stands in it");
      assert.equal(await open(page, program.site + address), 200);
      assert.equal(await press(page, page.locator('main a[href*="stampa=si"]').first()), 200);
      await page.setViewportSize(SHEET);
      await page.emulateMedia({ media: "print" });
      try {
        assert.deepEqual(await lines(page.locator(names)), rows, "all rows, in their order");
        assert.equal(await page.locator("h1").isVisible(), true, "it says what it is");
        assert.deepEqual(await pressable(page), []);
        assert.deepEqual(await cutOff(page), []);
        const heads = await page.locator("thead").evaluateAll((all) => all.map((one) => getComputedStyle(one).display));
        assert.deepEqual(heads, heads.map(() => "table-header-group"), "the heads stand on each sheet");
      } finally {
        await page.emulateMedia({ media: null });
        await page.setViewportSize(DESK);
      }
    });
  }

  it("the board has the whole width between the margins of its sheet", async () => {
    const { page } = office;
    assert.equal(await open(page, `${program.site}/gestione?stampa=si`), 200);
    await page.setViewportSize(SHEET);
    await page.emulateMedia({ media: "print" });
    try {
      const width = await page.locator("main table").evaluate((table) => Math.round(table.getBoundingClientRect().width));
      assert.equal(width, SHEET.width);
    } finally {
      await page.emulateMedia({ media: null });
      await page.setViewportSize(DESK);
    }
  });

  it("nothing complains, neither the pages nor the program", () => {
    assert.deepEqual(office.complaints, []);
    assert.deepEqual(program.complaints(), []);
  });
});
