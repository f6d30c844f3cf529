import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { launch, open, visitor } from "./harness/browser.js";
import { start } from "./harness/program.js";

describe("the program", () => {
  it("prints a link for each kind of user, and ends when told to while a browser is connected", async () => {
    const [program, browser] = await Promise.all([start(), launch()]);
    try {
      const links = Object.values(program.printed);
      assert.equal(links.filter((link) => link?.startsWith(`${program.site}/accedi/`)).length, 3);
      assert.equal(new Set(links).size, 3);
      const { page } = await visitor(browser);
      assert.equal(await open(page, `${program.site}/`), 200);
      const { code, signal, inTime } = await program.stop();
      assert.deepEqual({ code, signal, inTime }, { code: 0, signal: null, inTime: true });
      assert.equal(await fetch(`${program.site}/health`).catch(() => "nobody answers"), "nobody answers");
    } finally {
      await browser.close();
      await program.stop();
    }
  });
});
