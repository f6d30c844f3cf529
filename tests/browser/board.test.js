import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { DESK, launch, line, lines, open, press, signIn, visitor } from "./harness/browser.js";
import { start } from "./harness/program.js";

/** The names of a view's table, over all its pages. */
async function everybody(page) {
  const names = [];
  for (;;) {
    names.push(...(await lines(page.locator("tbody tr td:first-child a"))));
    const next = page.locator('.pager a[rel="next"]');
    if ((await next.count()) === 0) return names;
    assert.equal(await press(page, next), 200);
  }
}

/** The strip of stages: a word, a count, an address. */
const stages = (page) =>
  page.locator(".stages a").evaluateAll((links) =>
    links.map((link) => ({
      count: Number(link.querySelector("b").textContent),
      word: link.lastChild.textContent.trim(),
      href: link.getAttribute("href"),
    })),
  );

const shown = async (page) => Number((await line(page.locator("#persone .num"))).match(/\d+/)[0]);

describe("the office's board", () => {
  let program, browser, office;
  before(async () => {
    [program, browser] = await Promise.all([start(), launch()]);
    office = await visitor(browser, { viewport: DESK });
    await signIn(office.page, program.printed.office);
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });

  it("the stages add up to everybody in the table, and each of them filters it", async () => {
    const { page } = office;
    assert.equal(await open(page, `${program.site}/gestione`), 200);
    const strip = await stages(page);
    const all = await shown(page);
    const names = await everybody(page);
    assert.equal(names.length, all);
    assert.equal(new Set(names).size, all, "nobody stands there twice");
    assert.equal(strip.reduce((sum, stage) => sum + stage.count, 0), all);
    const nobody = strip.filter((stage) => stage.count === 0).map((stage) => stage.word);
    assert.deepEqual(nobody, ["Attestato", "Progetto avviato"], "the demo shows every stage there is so far");

    const byStage = [];
    for (const { href, word, count } of strip) {
      await open(page, program.site + href);
      assert.equal(await shown(page), count, word);
      assert.equal(await line(page.locator('.stages a[aria-current="true"] b')), String(count));
      assert.ok((await line(page.locator("#persone"))).startsWith(word), word);
      const some = await everybody(page);
      assert.equal(some.length, count, word);
      byStage.push(...some);
    }
    assert.deepEqual(byStage.sort(), names.sort(), "stages exclude each other");
  });

  it("a stage is followed with a click, and the search stays in it", async () => {
    const { page } = office;
    await open(page, `${program.site}/gestione`);
    const stage = page.locator(".stages a", { hasText: "Nel corso o in attesa" });
    const count = Number(await line(stage.locator("b")));
    assert.equal(await press(page, stage), 200);
    assert.equal((await everybody(page)).length, count);
    await page.locator("#cerca").fill("viganò");
    assert.equal(await press(page, page.locator('form[role="search"] button')), 200);
    assert.equal(await page.locator("tbody").count(), 0);
    assert.equal(
      await line(page.locator("section[aria-labelledby=persone] > p").last()),
      "Nessuno con «viganò». Prova con la mail.",
    );
  });

  it("a search finds people whatever the accents, the capitals and the apostrophes", async () => {
    const { page } = office;
    const found = {};
    for (const wanted of ["Viganò", "vigano", "VIGANÒ", "Vigano\u0300", "dell'orto", "Dell’Orto", "DELLORTO"]) {
      await open(page, `${program.site}/gestione`);
      await page.locator("#cerca").fill(wanted);
      assert.equal(await press(page, page.locator('form[role="search"] button')), 200);
      found[wanted] = await everybody(page);
    }
    assert.deepEqual(found, {
      Viganò: ["Viganò Mahlet"],
      vigano: ["Viganò Mahlet"],
      VIGANÒ: ["Viganò Mahlet"],
      "Vigano\u0300": ["Viganò Mahlet"],
      "dell'orto": ["Dell’Orto Palmira"],
      "Dell’Orto": ["Dell’Orto Palmira"],
      DELLORTO: ["Dell’Orto Palmira"],
    });
  });

  it("a place is ended only with a reason, which then stands in the person's history", async () => {
    const { page } = office;
    await open(page, `${program.site}/gestione?cerca=ghezzi`);
    assert.equal(await press(page, page.locator("tbody td:first-child a")), 200);
    assert.equal(await line(page.locator("h1")), "Cesira Ghezzi");
    const enrolment = page.locator('[id^="iscrizione-"]');
    assert.equal(await enrolment.count(), 1);
    assert.equal(await line(enrolment.locator(".tag").first()), "Posto confermato");
    assert.deepEqual(await slotKinds(page), ["slot book", "slot"]);

    const cancel = enrolment.locator('form[action$="/annulla"]');
    const unfold = async () => {
      const folded = enrolment.locator("details:not([open]) > summary");
      if ((await folded.count()) > 0) await folded.click();
    };
    assert.notEqual(await cancel.getAttribute("novalidate"), null, "the program says what is missing, not the browser");
    await unfold();
    assert.equal(await press(page, cancel.locator("button")), 422);
    assert.deepEqual(await lines(page.locator("#errori p")), ["Scrivi il motivo."]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "errori", "the reader is led to it");
    const field = await cancel.locator("textarea").getAttribute("id");
    assert.deepEqual(await page.locator("details[open] textarea").evaluateAll((all) => all.map((el) => el.id)), [field]);
    assert.equal(await page.locator("#errori a").getAttribute("href"), `#${field}`);
    assert.match(await line(page.locator(`#${field}-e`)), /Scrivi il motivo\.$/);
    assert.equal(await line(enrolment.locator(".tag").first()), "Posto confermato", "nothing was ended");

    const reason = "Ha telefonato: quel giorno lavora.";
    await unfold();
    await cancel.locator("textarea").fill(reason);
    assert.equal(await press(page, cancel.locator("button")), 200);
    assert.equal(await line(page.locator(".flash")), "Iscrizione annullata.");
    assert.equal(await line(page.locator('[id^="iscrizione-"] .tag').first()), "Annullata");
    assert.deepEqual(await slotKinds(page), ["slot", "slot"]);
    assert.match(await line(page.locator(".history")), /Ha telefonato: quel giorno lavora\./);
    await program.mail((mail) => mail.name.includes("place-released") && mail.to.includes("cesira.ghezzi"));
  });

  it("nothing complains, neither the pages nor the program", () => {
    assert.deepEqual(office.complaints, []);
    assert.deepEqual(program.complaints(), []);
  });
});

const slotKinds = (page) => page.locator(".slots li").evaluateAll((slots) => slots.map((slot) => slot.className));
