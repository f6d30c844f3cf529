import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";

import { launch } from "./harness/browser.js";
import { start } from "./harness/program.js";
import { SCENES, World } from "./harness/scenes.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const LOOKS = [
  [390, "light"],
  [390, "dark"],
  [1280, "light"],
  [1280, "dark"],
];
/** The narrowest window a page has to fit in without scrolling sideways (WCAG 1.4.10). */
const NARROW = 320;

/** What axe finds on a page as it is: rule and target. */
async function violations(page) {
  const found = await page.evaluate(async (tags) => {
    const { violations, passes } = await globalThis.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
    });
    const nodes = violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} at ${node.target.join(" ")}`));
    return { nodes, passes: passes.length };
  }, TAGS);
  return found.passes > 0 ? found.nodes : ["axe looked at nothing"];
}

const setLook = async (page, [width, scheme]) => {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 900 });
};

/** Everything that is wrong with a page, each line once, with the looks in which it shows. */
async function findings(world, scene) {
  const where = new Map();
  const add = (what, look) => where.set(what, [...(where.get(what) ?? []), look]);
  const { page, status } = await scene.go(world);
  if (status !== scene.status) add(`answers ${status} instead of ${scene.status}`, page.url());
  for (const complaint of world.drain()) add(complaint, "as it opens");

  await page.evaluate(axe);
  for (const look of LOOKS) {
    await setLook(page, look);
    for (const found of await violations(page)) add(found, look.join(" px "));
  }
  const folded = await page.locator("details:not([open])").evaluateAll((all) => {
    for (const details of all) details.open = true;
    return all.length;
  });
  if (folded > 0) {
    for (const look of [LOOKS[0], LOOKS[3]]) {
      await setLook(page, look);
      for (const found of await violations(page)) add(found, `${look.join(" px ")}, unfolded`);
    }
  }
  await setLook(page, [NARROW, "light"]);
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    return scrollWidth > clientWidth ? `scrolls sideways: ${scrollWidth} in ${clientWidth}` : null;
  });
  if (wide) add(wide, `${NARROW} px`);
  for (const complaint of world.drain()) add(complaint, "as it is looked at");
  await setLook(page, LOOKS[0]);
  const lines = [...where].map(([what, looks]) => `${scene.template} (${scene.name}): ${what} [${looks.join("; ")}]`);
  return [...lines, ...(await bareForms(page)).map((form) => `${scene.template}: ${form}`)];
}

/** Forms that the browser would answer in its own words and language, where the program's sentence belongs. */
function bareForms(page) {
  return page.locator("form:not([novalidate]):has([required])").evaluateAll((forms) =>
    forms.map((form) => {
      const path = new URL(form.action).pathname.replace(/^\/en/, "").replace(/\d+/g, "…");
      return `the form that posts to ${path} asks for something and is not novalidate`;
    }),
  );
}

describe("every page", () => {
  let programs, browser, world;
  before(async () => {
    programs = await Promise.all([start(), start({ at: "2014-09-24T16:00" })]);
    browser = await launch();
    world = new World(browser, ...programs);
  });
  after(async () => {
    await browser?.close();
    await Promise.all((programs ?? []).map((program) => program.stop()));
  });

  for (const [audience, scenes] of Object.entries(SCENES)) {
    it(`${audience}: axe finds nothing, nothing scrolls sideways, nothing complains`, async () => {
      const found = [];
      for (const scene of scenes) {
        try {
          found.push(...(await findings(world, scene)));
        } catch (error) {
          found.push(`${scene.template} (${scene.name}): cannot be opened: ${error.message}`);
        }
      }
      assert.deepEqual([...new Set(found)], []);
    });
  }

  it("light and dark are two looks, so both were looked at", async () => {
    const { page } = await world.go(null, "/");
    const grounds = [];
    for (const look of LOOKS.slice(0, 2)) {
      await setLook(page, look);
      grounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    assert.notEqual(grounds[0], grounds[1]);
  });

  it("the programs have nothing to complain of", () => {
    assert.deepEqual(programs.flatMap((program) => program.complaints()), []);
  });
});

describe("the list of pages", () => {
  it("names every template that is a page, and none that is not", async () => {
    const templates = [];
    for (const audience of ["public", "participant", "trainer", "admin", "error"]) {
      const names = await readdir(new URL(`../../templates/${audience}/`, import.meta.url));
      const pages = names.filter((name) => name.endsWith(".html") && !["parts.html", "layout.html", "components.html"].includes(name));
      templates.push(...pages.map((name) => `${audience}/${name.replace(/\.html$/, "")}`));
    }
    const listed = new Set(Object.values(SCENES).flat().map((scene) => scene.template));
    assert.deepEqual([...listed].sort(), templates.sort());
  });
});
